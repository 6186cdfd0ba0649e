// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;

/** The attributes that every project has. */
public enum Presets {

    DEVICE_TYPE("Device Type", "The sort of device: phone, tablet or desktop."), //
    OPERATING_SYSTEM("Operating System", "The operating system of the device."), //
    QUERY_PARAMETERS("Query Parameters", "The parameters in the address of the page."), //
    REFERRER("Referrer", "The page that led here."), //
    COUNTRY("Country", "The country of the visitor."), //
    REGION("Region", "The region of the visitor."), //
    CITY("City", "The city of the visitor."), //
    DATE_AND_TIME("Date And Time", "When the visit is.");

    private final String title;
    private final String description;

    Presets(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** As they stand in the list of attributes. */
    public static List<ObjectNode> all() {
        return Stream.of(values()).map(Presets::shown).toList();
    }

    static boolean has(String uid) {
        return Stream.of(values()).anyMatch(preset -> preset.name().equals(uid));
    }

    private ObjectNode shown() {
        return Json.object().put("uid", name()).put("__type", "PRESET").put("name", title).put("description", description);
    }
}
