// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A segment of visitors.
 *
 * @param uid set by the service
 * @param name what people read, and what identifies it
 * @param description what it is for
 * @param rules the conditions of membership; the service gives them no fixed form
 * @param createdAt when the service created it, ISO 8601
 * @param other all members that are not named here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Audience(String uid, String name, String description, Map<String, Object> rules, @JsonProperty("created_at") String createdAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> other) implements JsonDocument {

    public Audience {
        other = other == null ? Map.of() : other;
    }

    /** A new audience, to be created. */
    public static Audience of(String name, String description, Map<String, Object> rules) {
        return new Audience(null, name, description, rules, null, null);
    }
}
