// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;

/** Says which member of a map or bean cannot be written as JSON, and what it is. */
final class UnwritableValue {

    private UnwritableValue() {}

    static String message(Object document, JsonMappingException error) {
        String pointer = pointer(error);
        String subject = pointer.isEmpty() ? "a " + document.getClass().getName() : pointer;
        return subject + " cannot be written as JSON" + reason(error);
    }

    private static String reason(JsonMappingException error) {
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
}
