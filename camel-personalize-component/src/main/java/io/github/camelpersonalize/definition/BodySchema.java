// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.text.Visible;

/**
 * The JSON schema (draft 2020-12) of a body, a file for each dialect and kind: {@code contract/attribute.json}. The keyword {@code message} in a schema
 * words the error of another keyword beside it.
 */
final class BodySchema {

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT).typeLoose(false).losslessNarrowing(false).errorMessageKeyword("message").build();

    private final JsonSchema schema;

    private BodySchema(JsonSchema schema) {
        this.schema = schema;
        schema.initializeValidators();
    }

    static BodySchema load(Dialect dialect, String name) {
        String file = dialect.name() + "/" + name + ".json";
        try (InputStream in = BodySchema.class.getResourceAsStream(file)) {
            return new BodySchema(factory(dialect).getSchema(Json.read(in.readAllBytes()), CONFIG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What several schemas refer to is in {@code rules.json}, under its {@code $id}. */
    private static JsonSchemaFactory factory(Dialect dialect) throws IOException {
        try (InputStream in = BodySchema.class.getResourceAsStream(dialect.name() + "/rules.json")) {
            if (in == null) {
                return JsonSchemaFactory.getInstance(VersionFlag.V202012);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return JsonSchemaFactory.getInstance(VersionFlag.V202012,
                    factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of("personalize:" + dialect.name() + "/rules", text))));
        }
    }

    List<FieldError> validate(JsonNode body) {
        Set<ValidationMessage> messages = schema.validate(body);
        return messages.isEmpty() ? List.of() : messages.stream().map(message -> error(message, body)).toList();
    }

    /** A schema may say more than which values there are, such as why. */
    private static boolean isPlain(String complaint) {
        return complaint.contains(" one of ") || complaint.contains("enumeration");
    }

    private static FieldError error(ValidationMessage message, JsonNode body) {
        String pointer = message.getInstanceLocation().toString();
        if ("required".equals(message.getType())) {
            return new FieldError(pointer + "/" + message.getProperty(),
                    Complaint.missing(body.at(pointer), message.getProperty(), message.getSchemaNode()));
        }
        if ("enum".equals(message.getType()) && message.getSchemaNode().isArray() && isPlain(message.getMessage())) {
            return new FieldError(pointer, Complaint.noneOf(message.getSchemaNode(), body.at(pointer)));
        }
        String text = message.getMessage();
        return new FieldError(pointer, Visible.text(text.startsWith(pointer + ": ") ? text.substring(pointer.length() + 2) : text));
    }
}
