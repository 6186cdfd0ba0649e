// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Personalized content: variants and whom they are for.
 *
 * @param uid set by the service
 * @param name what people read, and what identifies it
 * @param type {@code SEGMENTED} or {@code AB_TEST}
 * @param status {@code DRAFT}, {@code ACTIVE}, {@code INACTIVE} or {@code ENDED}; set by the service
 * @param variants the content variants
 * @param createdAt when the service created it, ISO 8601
 * @param other all members that are not named here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Experience(String uid, String name, String type, String status, List<Variant> variants,
        @JsonProperty("created_at") String createdAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> other) implements JsonDocument {

    public Experience {
        other = other == null ? Map.of() : other;
    }

    /** A new experience, to be created. */
    public static Experience of(String name, String type, List<Variant> variants) {
        return new Experience(null, name, type, null, variants, null, null);
    }
}
