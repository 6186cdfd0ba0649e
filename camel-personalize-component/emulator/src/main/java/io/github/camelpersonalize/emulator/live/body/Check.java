// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.live.state.ObjectIds;

/** Looks at one value of a body and says what is wrong with it. */
@FunctionalInterface
public interface Check {

    /** Adds what is wrong with the value at that place. */
    void examine(String at, JsonNode value, Problems problems);

    /** Anything. */
    static Check any() {
        return (at, value, problems) -> {};
    }

    /** A string, which may be empty. */
    static Check text() {
        return (at, value, problems) -> {
            if (!value.isTextual()) {
                problems.add(at, Code.INVALID, "must be a string");
            }
        };
    }

    /** A string with something in it, not longer than that. */
    static Check filledText(int longest) {
        return (at, value, problems) -> {
            if (!value.isTextual()) {
                problems.add(at, Code.INVALID, "must be a string");
            } else if (value.textValue().isBlank()) {
                problems.add(at, Code.REQUIRED, "should not be empty");
            } else if (value.textValue().length() > longest) {
                problems.add(at, Code.INVALID, "must be shorter than or equal to " + longest + " characters");
            }
        };
    }

    /** One of these words. */
    static Check oneOf(Code code, List<String> words) {
        return (at, value, problems) -> {
            if (!value.isTextual() || !words.contains(value.textValue())) {
                problems.add(at, code, "must be one of " + String.join(", ", words));
            }
        };
    }

    /** An object. */
    static Check object() {
        return (at, value, problems) -> {
            if (!value.isObject()) {
                problems.add(at, Code.INVALID, "must be an object");
            }
        };
    }

    /** A number from 0 to 100. */
    static Check percent() {
        return (at, value, problems) -> {
            boolean fits = value.isNumber() && value.decimalValue().signum() >= 0
                    && value.decimalValue().compareTo(BigDecimal.valueOf(100)) <= 0;
            if (!fits) {
                problems.add(at, Code.INVALID, "must be a number from 0 to 100");
            }
        };
    }

    /** A uid of the service. */
    static Check objectId() {
        return (at, value, problems) -> {
            if (!value.isTextual() || !ObjectIds.isObjectId(value.textValue())) {
                problems.addSentence(at, Code.NOT_AN_OBJECT_ID, ObjectIds.objection(value.asText()));
            }
        };
    }

    /** A uid of Lytics. */
    static Check lyticsId() {
        return (at, value, problems) -> {
            if (!value.isTextual() || !ObjectIds.isLyticsId(value.textValue())) {
                problems.add(at, Code.INVALID, "must be the uid of an audience of Lytics");
            }
        };
    }

    /** A list of such items. */
    static Check listOf(Code code, Check item) {
        return (at, value, problems) -> {
            if (!value.isArray()) {
                problems.add(at, code, "must be an array");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                item.examine(at + "[" + i + "]", value.get(i), problems);
            }
        };
    }

    /** A list of such items. */
    static Check listOf(Check item) {
        return listOf(Code.INVALID, item);
    }
}
