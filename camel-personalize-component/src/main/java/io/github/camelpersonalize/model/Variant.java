// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.math.BigDecimal;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One content variant of an experience. It has an audience or a share of the traffic, not both.
 *
 * @param uid set by the service
 * @param name what people read
 * @param audienceUid whom it is for, in an experience of type {@code SEGMENTED}
 * @param trafficPercentage its share, 0 to 100, in an experience of type {@code AB_TEST}
 * @param other all members that are not named here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Variant(String uid, String name, @JsonProperty("audience_uid") String audienceUid,
        @JsonProperty("traffic_percentage") BigDecimal trafficPercentage,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> other) implements JsonDocument {

    public Variant {
        other = other == null ? Map.of() : other;
    }

    /** A variant for an audience. */
    public static Variant segmented(String name, String audienceUid) {
        return new Variant(null, name, audienceUid, null, null);
    }

    /** A variant with a share of the traffic, in percent. */
    public static Variant split(String name, BigDecimal trafficPercentage) {
        return new Variant(null, name, null, trafficPercentage, null);
    }
}
