// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonPointer;
import io.github.camelpersonalize.text.SafeText;
import io.github.camelpersonalize.transport.Response;

import static java.util.stream.Collectors.joining;

/**
 * Reads the body of an error response: {@code {message, status}} of the API description, the shapes that the vendor's own clients expect
 * ({@code errors}, {@code error}, {@code error_message}), plain text, or a page of a gateway.
 */
final class ErrorReader {

    private static final int MAX_FIELD_ERRORS = 50;
    private static final int MAX_IN_TEXT = 5;
    private static final Pattern FULL_STOP = Pattern.compile("(?<![.])[.]$");

    private ErrorReader() {}

    /**
     * What was read.
     *
     * @param message one bounded line, empty when the server said nothing
     * @param code the server's code, or {@code null}
     * @param fieldErrors errors of single members
     */
    record ErrorText(String message, String code, List<FieldError> fieldErrors) {

        /** All of it as one clause without a full stop, because a semicolon may follow. */
        String text() {
            int more = fieldErrors.size() - MAX_IN_TEXT;
            List<String> parts = new ArrayList<>();
            parts.add(FULL_STOP.matcher(message).replaceFirst(""));
            fieldErrors.stream().limit(MAX_IN_TEXT).map(FieldError::toString).forEach(parts::add);
            parts.add(more > 0 ? "and " + more + " more" : "");
            return parts.stream().filter(part -> !part.isEmpty()).collect(joining("; "));
        }
    }

    static ErrorText read(Response response, SafeText safe) {
        if (response.isEncoded()) {
            return new ErrorText("", null, List.of());
        }
        try {
            JsonNode body = Json.read(response.body());
            List<FieldError> fieldErrors = fieldErrors(body.path("errors"), safe);
            return new ErrorText(message(body, !fieldErrors.isEmpty(), safe), code(body, safe), fieldErrors);
        } catch (JsonException e) {
            return new ErrorText(safe.of(response.body()), null, List.of());
        }
    }

    private static String message(JsonNode body, boolean itemized, SafeText safe) {
        return Stream.of("message", "error_message", "error").map(body::path).filter(ErrorReader::saysSomething).findFirst()
                .map(said -> safe.of(text(said))).orElseGet(() -> itemized ? "" : safe.of(text(rest(body))));
    }

    private static JsonNode rest(JsonNode body) {
        return saysSomething(body.path("errors")) ? body.path("errors") : body;
    }

    private static boolean saysSomething(JsonNode node) {
        return node.isTextual() ? !node.textValue().isBlank() : !node.isEmpty();
    }

    private static String code(JsonNode body, SafeText safe) {
        return Stream.of("code", "error_code").map(body::path).filter(JsonNode::isValueNode).filter(node -> !node.isNull()).findFirst()
                .map(node -> safe.of(node.asText())).orElse(null);
    }

    /** {@code {"field": "text"}}, {@code {"field": ["text", …]}} and {@code {"field": [{"message": "text"}, …]}}. */
    private static List<FieldError> fieldErrors(JsonNode errors, SafeText safe) {
        List<FieldError> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : errors.properties()) {
            Iterable<JsonNode> messages = field.getValue().isArray() ? field.getValue() : List.of(field.getValue());
            for (JsonNode item : messages) {
                if (found.size() < MAX_FIELD_ERRORS) {
                    JsonNode said = item.path("message").isTextual() ? item.path("message") : item;
                    found.add(new FieldError(JsonPointer.of(safe.of(field.getKey())), safe.of(text(said))));
                }
            }
        }
        return found;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
