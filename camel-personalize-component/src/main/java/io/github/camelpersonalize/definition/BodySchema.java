// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.model.Json;

/**
 * The JSON schema (draft 2020-12) of a body, a file for each dialect and kind: {@code contract/attribute.json}. The keyword {@code message} in a schema
 * words the error of another keyword beside it.
 */
final class BodySchema {

    private static final String MESSAGE = "message";
    private static final String OWN = "";
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT).typeLoose(false).losslessNarrowing(false).errorMessageKeyword(MESSAGE).build();

    private final JsonSchema schema;

    /** The schema itself, and what it refers to. */
    private final Map<String, JsonNode> documents;

    private BodySchema(JsonSchema schema, Map<String, JsonNode> documents) {
        this.schema = schema;
        this.documents = documents;
        schema.initializeValidators();
    }

    static BodySchema load(Dialect dialect, String name) {
        String file = dialect.name() + "/" + name + ".json";
        try (InputStream in = BodySchema.class.getResourceAsStream(file)) {
            JsonNode own = Json.read(in.readAllBytes());
            Map<String, String> rules = rules(dialect);
            Map<String, JsonNode> documents = new HashMap<>(Map.of(OWN, own));
            rules.forEach((id, text) -> documents.put(id, Json.read(text)));
            JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012,
                    builder -> builder.schemaLoaders(loaders -> loaders.schemas(rules)));
            return new BodySchema(factory.getSchema(own, CONFIG), documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What several schemas refer to is in {@code rules.json}, under its {@code $id}. */
    private static Map<String, String> rules(Dialect dialect) throws IOException {
        try (InputStream in = BodySchema.class.getResourceAsStream(dialect.name() + "/rules.json")) {
            return in == null
                    ? Map.of()
                    : Map.of("personalize:" + dialect.name() + "/rules", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    List<FieldError> validate(JsonNode body) {
        Set<ValidationMessage> messages = schema.validate(body);
        return messages.isEmpty() ? List.of() : messages.stream().map(message -> error(message, body)).toList();
    }

    /** Whether the schema words the error itself: it may say more than which values there are, such as why. */
    private boolean isWorded(ValidationMessage message) {
        SchemaLocation keyword = message.getSchemaLocation();
        String id = keyword.getAbsoluteIri() == null ? OWN : keyword.getAbsoluteIri().toString();
        JsonPointer subschema = JsonPointer.compile(keyword.getFragment().toString()).head();
        return document(id).at(subschema).path(MESSAGE).has(message.getType());
    }

    private JsonNode document(String id) {
        return Objects.requireNonNull(documents.get(id), id);
    }

    /** The members of a definition; those of its parts are not looked up. */
    private Set<String> known(String pointer) {
        return pointer.isEmpty()
                ? document(OWN).path("properties").properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet())
                : Set.of();
    }

    private FieldError error(ValidationMessage message, JsonNode body) {
        return isWorded(message)
                ? SchemaFault.worded(message)
                : SchemaFault.of(message, body, known(message.getInstanceLocation().toString()));
    }
}
