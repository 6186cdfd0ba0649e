// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;

/** The result of replacing references by uids. */
public sealed interface Resolution {

    /** The definition, ready to be sent. */
    record Resolved(JsonNode definition) implements Resolution {}

    /**
     * The definition cannot be sent.
     *
     * @param mentions the references that have no uid
     * @param faults all errors, of these references too
     */
    record Unresolved(List<ReferenceSite> mentions, List<FieldError> faults) implements Resolution {}
}
