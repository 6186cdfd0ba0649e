// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One member of a definition that differs. A missing node stands for a member that is not there, which is not the same as one that is
 * {@code null}.
 *
 * @param pointer where the member is, a JSON pointer (RFC 6901)
 * @param before what the service holds
 * @param after what is wanted
 */
public record Change(String pointer, JsonNode before, JsonNode after) {

    public Change {
        Objects.requireNonNull(pointer, "pointer");
        before = Exact.node(before);
        after = Exact.node(after);
    }
}
