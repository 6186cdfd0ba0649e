// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What is to be done next with the versions of a definition. */
public sealed interface NextStep {

    /**
     * Nothing: they are as asked for.
     *
     * @param version the one that is so
     * @param note what is worth knowing, or {@code null}
     */
    record Done(JsonNode version, @Nullable String note) implements NextStep {}

    /**
     * One call.
     *
     * @param uid of the version that is replaced, or {@code null} for a new one
     * @param body what is sent
     * @param base the version whose members stay where others are not asked for, an empty object without one
     * @param effect what people see of it: {@code goes live}
     */
    record Write(@Nullable String uid, ObjectNode body, JsonNode base, @Nullable String effect) implements NextStep {}

    /** Nothing can be done before people have decided. */
    record Conflict(String why) implements NextStep {}
}
