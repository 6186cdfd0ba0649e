// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;

/** The input is not one acceptable JSON document. The message says what is wrong and where, and quotes at most a few characters. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The parser's advice to make it less strict, and its remarks on text that it did not keep. */
    private static final Pattern PARSER_REMARK = Pattern
            .compile(" \\(start marker at .*| \\(for \\w+ starting at .*| \\(not recognized as one since .*|: enable `.*|, from `[^`]*`");

    public JsonException(String message) {
        super(message);
    }

    /** What the parser refuses, with the position. */
    static JsonException of(JsonProcessingException e) {
        return new JsonException(reason(e) + at(e.getLocation()));
    }

    /** What is wrong with a text, on one line without the position. */
    public static String reason(JsonProcessingException e) {
        return PARSER_REMARK.matcher(e.getOriginalMessage().lines().findFirst().orElse("not JSON")).replaceAll("");
    }

    /** Says which member of a map or bean cannot be written as JSON, and what it is. */
    static JsonException unwritable(Object document, JsonMappingException error) {
        String pointer = pointer(error);
        String subject = pointer.isEmpty() ? "a " + document.getClass().getName() : pointer;
        return new JsonException(subject + " cannot be written as JSON" + cause(error));
    }

    private static String cause(JsonMappingException error) {
        if (error instanceof InvalidDefinitionException unknown && unknown.getType() != null) {
            return ": it is a " + unknown.getType().getRawClass().getName();
        }
        return error.getCause() == null ? "" : ": reading it throws a " + error.getCause().getClass().getName();
    }

    private static String pointer(JsonMappingException error) {
        List<String> path = new ArrayList<>();
        error.getPath().forEach(part -> path.add(part.getFieldName() == null ? String.valueOf(part.getIndex()) : part.getFieldName()));
        return JsonPointer.of(path);
    }

    static String at(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
