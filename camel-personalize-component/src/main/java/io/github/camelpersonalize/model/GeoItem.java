// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A region, country or city that rules can name.
 *
 * @param uid set by the service
 * @param name what people read
 * @param code the ISO code, or the code of a city
 * @param other all members that are not named here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GeoItem(String uid, String name, String code,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> other) implements JsonDocument {

    public GeoItem {
        other = other == null ? Map.of() : other;
    }

}
