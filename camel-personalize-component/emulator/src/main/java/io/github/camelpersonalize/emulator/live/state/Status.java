// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a version of an experience stands. */
public enum Status {
    /** Being written. */
    DRAFT,
    /** Shown to visitors. */
    ACTIVE,
    /** Shown before, perhaps again. */
    PAUSED,
    /** Replaced by a later version. Only the service sets it. */
    ARCHIVED;

    /** The words of all of them. */
    public static List<String> words() {
        return Stream.of(values()).map(Status::name).toList();
    }

    /** The status of a version. */
    public static Status of(JsonNode version) {
        return valueOf(version.path("status").asText());
    }

    /** Whether visitors see the version, or saw it and may again: one version of an experience at most is like that. */
    public boolean isLive() {
        return this == ACTIVE || this == PAUSED;
    }
}
