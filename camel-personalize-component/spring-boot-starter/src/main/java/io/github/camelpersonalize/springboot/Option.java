// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.text.Nearest;
import org.apache.camel.util.StringHelper;

/**
 * An option of the component.
 *
 * @param name
 *            as Camel has it, such as {@code projectUid}
 * @param entry
 *            all that Camel's catalogue says of it
 */
record Option(String name, JsonNode entry) {

    private static final Pattern DURATION = Pattern.compile("-?\\d+|p.+|(\\d+ ?(d|h|m|s|ms) ?)+", Pattern.CASE_INSENSITIVE);

    /** As Spring has it, such as {@code project-uid}. */
    String dashed() {
        return StringHelper.camelCaseToDash(name);
    }

    /** Whether its value is a bean, or has properties of its own. */
    boolean isObject() {
        return type().equals("object");
    }

    /** Such as string, integer or duration. */
    String type() {
        return entry.path("type").asText();
    }

    /** Whether it can be read as what it is to be. Camel takes a text that is no number for 0. */
    boolean accepts(String value) {
        if (value.startsWith("#") || value.contains("{{")) {
            return true;
        }
        if (!words().isEmpty()) {
            return words().stream().anyMatch(value::equalsIgnoreCase);
        }
        return switch (type()) {
            case "boolean" -> value.matches("(?i)true|false");
            case "integer" -> value.matches("-?\\d+");
            case "number" -> value.matches("-?\\d+(\\.\\d+)?");
            case "duration" -> DURATION.matcher(value).matches();
            default -> true;
        };
    }

    /** What it takes, for a message. */
    String form() {
        return words().isEmpty() ? "values of the type " + type() : "one of " + String.join(", ", words());
    }

    /** Which of its words is probably meant by one that it does not take, for a message. */
    String question(String refused) {
        return Nearest.question(refused, words());
    }

    /** The words of an enumeration; an option that is a text checks them itself. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        if (!entry.path("javaType").asText().equals("java.lang.String")) {
            entry.path("enum").forEach(word -> words.add(word.asText()));
        }
        return words;
    }

    boolean isSecret() {
        return entry.path("secret").asBoolean();
    }
}
