// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks at one value of a body and adds a sentence for each thing that is wrong with it. */
@FunctionalInterface
interface Check {

    void examine(String at, JsonNode value, List<String> faults);

    static Check text() {
        return (at, value, faults) -> {
            if (!value.isTextual()) {
                faults.add(at + " must be a string");
            }
        };
    }

    static Check filledText() {
        return (at, value, faults) -> {
            text().examine(at, value, faults);
            if (value.isTextual() && value.textValue().isBlank()) {
                faults.add(at + " must not be blank");
            }
        };
    }

    static Check oneOf(List<String> words) {
        return (at, value, faults) -> {
            if (!value.isTextual() || !words.contains(value.textValue())) {
                faults.add(at + " must be one of " + String.join(", ", words));
            }
        };
    }

    static Check object() {
        return (at, value, faults) -> {
            if (!value.isObject()) {
                faults.add(at + " must be an object");
            }
        };
    }

    static Check numberBetween(int least, int most) {
        return (at, value, faults) -> {
            if (!value.isNumber()) {
                faults.add(at + " must be a number");
            } else if (value.decimalValue().compareTo(BigDecimal.valueOf(least)) < 0
                    || value.decimalValue().compareTo(BigDecimal.valueOf(most)) > 0) {
                faults.add(at + " must be between " + least + " and " + most);
            }
        };
    }

    static Check listOf(Check item) {
        return (at, value, faults) -> {
            if (!value.isArray()) {
                faults.add(at + " must be an array");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                item.examine(at + "[" + i + "]", value.get(i), faults);
            }
        };
    }
}
