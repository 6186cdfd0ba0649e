// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;

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
        return schema.validate(body).stream().map(BodySchema::error).toList();
    }

    /** A member that has the missing one's name, nearly. */
    private static String instead(ValidationMessage message) {
        List<String> others = new ArrayList<>();
        message.getInstanceNode().fieldNames().forEachRemaining(others::add);
        others.removeAll(texts(message.getSchemaNode()));
        return Nearest.of(message.getProperty(), others).map(other -> "; the definition has " + Quoted.of(other) + " instead").orElse("");
    }

    private static String choice(List<String> choices, JsonNode value) {
        return "must be one of " + String.join(", ", choices) + "; it is "
                + (value.isTextual() ? Quoted.of(value.textValue()) + Nearest.question(value.textValue(), choices) : shown(value));
    }

    /** What is no text, as JSON. */
    private static String shown(JsonNode value) {
        return value.isContainerNode() ? value.getNodeType().name().toLowerCase(Locale.ROOT) : value.toString();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static FieldError error(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        if ("required".equals(message.getType())) {
            return new FieldError(pointer + "/" + message.getProperty(), "is missing" + instead(message));
        }
        if ("enum".equals(message.getType())) {
            return new FieldError(pointer, choice(texts(message.getSchemaNode()), message.getInstanceNode()));
        }
        String text = message.getMessage();
        return new FieldError(pointer, text.startsWith(pointer + ": ") ? text.substring(pointer.length() + 2) : text);
    }
}
