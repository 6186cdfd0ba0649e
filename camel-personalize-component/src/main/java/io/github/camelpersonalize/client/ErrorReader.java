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
import org.jspecify.annotations.Nullable;

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
    record ErrorText(String message, @Nullable String code, List<FieldError> fieldErrors) {

        /** All of it as one clause without a full stop, because a semicolon may follow. A code that is a word says itself; a number does not. */
        String text() {
            int more = fieldErrors.size() - MAX_IN_TEXT;
            List<String> parts = new ArrayList<>();
            parts.add(FULL_STOP.matcher(message).replaceFirst(""));
            fieldErrors.stream().limit(MAX_IN_TEXT).map(FieldError::toString).forEach(parts::add);
            parts.add(more > 0 ? "and " + more + " more" : "");
            String said = parts.stream().filter(part -> !part.isEmpty()).collect(joining("; "));
            return ErrorCode.isOfService(code) && !said.contains(code) ? (said + " (" + code + ")").strip() : said;
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
            String text = safe.of(response.body());
            return new ErrorText(text, ErrorCode.in(text).orElse(null), List.of());
        }
    }

    private static String message(JsonNode body, boolean itemized, SafeText safe) {
        return Stream.of("error_message", "message", "error").map(body::path).filter(ErrorReader::saysSomething).findFirst()
                .map(said -> safe.of(text(said))).orElseGet(() -> itemized ? "" : safe.of(text(rest(body))));
    }

    private static JsonNode rest(JsonNode body) {
        return saysSomething(body.path("errors")) ? body.path("errors") : body;
    }

    private static boolean saysSomething(JsonNode node) {
        return node.isTextual() ? !node.textValue().isBlank() : !node.isEmpty();
    }

    private static @Nullable String code(JsonNode body, SafeText safe) {
        return ErrorCode.in(body).or(() -> Stream.of("code", "error_code").map(body::path).filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull()).findFirst().map(JsonNode::asText)).map(safe::of).orElse(null);
    }

    /** {@code {"field": "text"}}, {@code {"field": ["text", …]}}, {@code {"field": [{"message": "text"}, …]}}, {@code {"field": {"rule": "text"}}}. */
    private static List<FieldError> fieldErrors(JsonNode errors, SafeText safe) {
        List<FieldError> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : errors.properties()) {
            Iterable<JsonNode> messages = field.getValue().isArray() ? field.getValue() : List.of(field.getValue());
            for (JsonNode item : messages) {
                if (found.size() < MAX_FIELD_ERRORS) {
                    found.add(new FieldError(JsonPointer.of(safe.of(field.getKey())), safe.of(fault(item))));
                }
            }
        }
        return found;
    }

    private static String fault(JsonNode item) {
        if (item.path("message").isTextual()) {
            return item.path("message").textValue();
        }
        List<JsonNode> values = item.properties().stream().map(Map.Entry::getValue).toList();
        boolean isTexts = !values.isEmpty() && values.stream().allMatch(JsonNode::isTextual);
        return isTexts ? values.stream().map(JsonNode::textValue).collect(joining(", ")) : text(item);
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
