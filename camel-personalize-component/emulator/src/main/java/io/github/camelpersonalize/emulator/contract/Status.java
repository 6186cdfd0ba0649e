// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Where an experience stands. No operation of the service changes it; the administration of the emulator does. */
public enum Status {

    /** New, never shown. */
    DRAFT,
    /** Shown to visitors. */
    ACTIVE,
    /** Shown before, not now. */
    INACTIVE,
    /** Over for good. */
    ENDED;

    /** The status of that name, none when there is no such. */
    public static Optional<Status> named(String name) {
        return Arrays.stream(values()).filter(status -> status.name().equals(name)).findFirst();
    }

    static Status of(JsonNode experience) {
        return named(experience.path("status").asText()).orElse(DRAFT);
    }
}
