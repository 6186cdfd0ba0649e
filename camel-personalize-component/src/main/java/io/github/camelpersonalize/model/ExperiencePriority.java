// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;

/**
 * Which experience wins when a visitor qualifies for several.
 *
 * @param priority the uids of the experiences, highest priority first
 * @param other all members that are not named here
 */
public record ExperiencePriority(List<String> priority, @JsonAnySetter @JsonAnyGetter Map<String, Object> other) implements JsonDocument {

    public ExperiencePriority {
        priority = priority == null ? List.of() : List.copyOf(priority);
        other = other == null ? Map.of() : other;
    }

    /** An order, to be set. */
    public static ExperiencePriority of(List<String> priority) {
        return new ExperiencePriority(priority, null);
    }
}
