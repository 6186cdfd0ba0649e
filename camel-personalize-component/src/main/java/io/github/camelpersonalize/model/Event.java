// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An action of visitors that SDKs report.
 *
 * @param uid set by the service
 * @param name what people read
 * @param key what SDKs use
 * @param createdAt when the service created it, ISO 8601
 * @param other all members that are not named here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(String uid, String name, String key, @JsonProperty("created_at") String createdAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> other) implements JsonDocument {

    public Event {
        other = other == null ? Map.of() : other;
    }

    /** A new event, to be created. */
    public static Event of(String key, String name) {
        return new Event(null, name, key, null, null);
    }
}
