// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One member of a definition that differs. A missing node means that the member is absent, which differs from {@code null}.
 *
 * @param pointer the JSON pointer (RFC 6901) to the member
 * @param before the value in the service
 * @param after the value that an update sends, with references in place of uids that it puts there
 */
public record Change(String pointer, JsonNode before, JsonNode after) {

    public Change {
        Objects.requireNonNull(pointer, "pointer");
        before = Exact.node(before);
        after = Exact.node(after);
    }
}
