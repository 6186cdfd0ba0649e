// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;

/** What came of putting uids in the places of references. */
public sealed interface Resolution {

    /** The definition as it can be sent. */
    record Resolved(JsonNode definition) implements Resolution {}

    /**
     * The definition cannot be sent.
     *
     * @param mentions the references that have no uid
     * @param faults all that is wrong, these included
     */
    record Unresolved(List<ReferenceSite> mentions, List<FieldError> faults) implements Resolution {}
}
