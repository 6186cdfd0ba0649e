// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A property of visitors that audiences can test.
 *
 * @param uid set by the service
 * @param name what people read
 * @param key what rules and SDKs use
 * @param dataType {@code string}, {@code number}, {@code boolean} or {@code date}
 * @param createdAt when the service created it, ISO 8601
 * @param other all members that are not named here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attribute(String uid, String name, String key, @JsonProperty("data_type") String dataType,
        @JsonProperty("created_at") String createdAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> other) implements JsonDocument {

    public Attribute {
        other = other == null ? Map.of() : other;
    }

    /** A new attribute, to be created. */
    public static Attribute of(String key, String name, String dataType) {
        return new Attribute(null, name, key, dataType, null, null);
    }
}
