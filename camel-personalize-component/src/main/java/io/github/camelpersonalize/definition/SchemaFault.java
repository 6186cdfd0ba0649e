// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.text.Visible;

/** What a JSON schema does not allow, in the words of this component: where it is, what is expected there, and what is there instead. */
public final class SchemaFault {

    private SchemaFault() {}

    /**
     * @param known the members that the object may have; empty where that is not known
     */
    public static FieldError of(ValidationMessage message, JsonNode document, Set<String> known) {
        String pointer = message.getInstanceLocation().toString();
        JsonNode value = document.at(pointer);
        JsonNode expected = message.getSchemaNode();
        return switch (message.getType()) {
            case "required" -> new FieldError(pointer + "/" + message.getProperty(),
                    Complaint.missing(value, message.getProperty(), expected, known));
            case "additionalProperties" -> new FieldError(pointer + "/" + message.getProperty(), "is unknown; remove it");
            case "type" -> new FieldError(pointer, Complaint.noneOfTypes(expected, value));
            case "enum" -> new FieldError(pointer, Complaint.noneOf(expected, value));
            case "minLength" -> new FieldError(pointer, "must not be empty");
            case "maxLength" -> new FieldError(pointer, "must have at most " + expected + " characters; it has "
                    + value.textValue().codePointCount(0, value.textValue().length()));
            case "minimum" -> new FieldError(pointer, "must be at least " + expected + "; it is " + Complaint.shown(value));
            case "maximum" -> new FieldError(pointer, "must be at most " + expected + "; it is " + Complaint.shown(value));
            case "maxItems" -> new FieldError(pointer, "must have at most " + expected + " items; it has " + value.size());
            case "uniqueItems" -> new FieldError(pointer, Complaint.repeated(value));
            default -> worded(message);
        };
    }

    /** As the schema words it itself. */
    static FieldError worded(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        String text = message.getMessage();
        return new FieldError(pointer, Visible.text(text.startsWith(pointer + ": ") ? text.substring(pointer.length() + 2) : text));
    }
}
