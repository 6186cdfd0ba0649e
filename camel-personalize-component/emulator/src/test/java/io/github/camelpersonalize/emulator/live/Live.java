// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;

/** What the tests of the live personality have in common. */
final class Live {

    /** A uid that has the form of one and names nothing. */
    static final String NOBODY = "ffffffffffffffffffffffff";

    private static final Instant NOW = Instant.parse("2026-11-02T09:15:00Z");

    private Live() {}

    static PersonalizeEmulatorExtension emulator(LiveOptions options) {
        return new PersonalizeEmulatorExtension(
                EmulatorOptions.defaults().rateLimit(0).clock(Clock.fixed(NOW, ZoneOffset.UTC)).live(options));
    }

    /** The members that say who made an object, at the end of it. */
    static String audit() {
        return """
                "createdBy":"blt00000000000000bb","updatedBy":"blt00000000000000bb",\
                "createdAt":"2026-11-02T09:15:00.000Z","updatedAt":"2026-11-02T09:15:00.000Z",\
                "createdByUserName":"Emulator User","updatedByUserName":"Emulator User"}""";
    }

    /** An answer that says what is wrong with one member. */
    static String errors(String member, String code, String message) {
        return "{\"errors\":{\"" + member + "\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}}";
    }

    static String error(String code, String message) {
        return "{\"error\":\"" + code + "\",\"message\":\"" + message + "\"}";
    }

    static String rule(String attribute, String condition, String options) {
        String matchOptions = options.isEmpty() ? "" : ", \"attributeMatchOptions\": " + options;
        return "{\"__type\": \"Rule\", \"attribute\": " + attribute + ", \"attributeMatchCondition\": \"" + condition + "\"" + matchOptions
                + ", \"invertCondition\": false}";
    }

    static String custom(String uid) {
        return "{\"__type\": \"CustomAttributeReference\", \"ref\": \"" + uid + "\"}";
    }

    static String preset(String uid) {
        return "{\"__type\": \"PresetAttributeReference\", \"ref\": \"" + uid + "\"}";
    }

    static String all(String... rules) {
        return "{\"__type\": \"RuleCombination\", \"combinationType\": \"AND\", \"rules\": [" + String.join(", ", rules) + "]}";
    }

    static String audience(String name, String definition) {
        return "{\"name\": \"" + name + "\", \"definition\": " + definition + "}";
    }

    static String phones() {
        return audience("Phones",
                all(rule(preset("DEVICE_TYPE"), "STRING_EQUALS", "{\"__type\": \"StringMatchOptions\", \"value\": \"MOBILE\"}")));
    }

    static String segmented(String name) {
        return "{\"name\": \"" + name + "\", \"__type\": \"SEGMENTED\"}";
    }

    static String variant(String name, String audience) {
        return "{\"__type\": \"SegmentedVariant\", \"name\": \"" + name + "\", \"audiences\": [\"" + audience
                + "\"], \"audienceCombinationType\": \"OR\", \"lyticsAudiences\": []}";
    }

    static String variant(String shortUid, String name, String audience) {
        return variant(name, audience).replaceFirst("\\{", "{\"shortUid\": \"" + shortUid + "\", ");
    }

    static String share(String name, int percent) {
        return "{\"__type\": \"ABTestVariant\", \"name\": \"" + name + "\", \"trafficDistribution\": " + percent + "}";
    }

    static String version(String status, String... variants) {
        return "{\"status\": \"" + status + "\", \"variants\": [" + String.join(", ", variants) + "]}";
    }
}
