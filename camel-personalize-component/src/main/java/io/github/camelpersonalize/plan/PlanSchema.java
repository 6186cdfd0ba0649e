// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.camelpersonalize.definition.SchemaFault;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;

/** The JSON schema of plans, {@code plan.schema.json}. */
final class PlanSchema {

    /** The most errors in a message: more would hide the first ones. */
    private static final int MAX_ERRORS = 10;

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT).typeLoose(false).losslessNarrowing(false).build();

    static final PlanSchema INSTANCE = new PlanSchema();

    private final JsonSchema schema;

    private PlanSchema() {
        try (InputStream in = PlanSchema.class.getResourceAsStream("plan.schema.json")) {
            JsonNode document = Json.read(in.readAllBytes());
            this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(document, CONFIG);
            schema.initializeValidators();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void require(JsonNode json) {
        Set<ValidationMessage> errors = schema.validate(json);
        if (!errors.isEmpty()) {
            String first = errors.stream().limit(MAX_ERRORS).map(error -> SchemaFault.of(error, json, Set.of()).toString())
                    .collect(Collectors.joining("; "));
            String more = errors.size() > MAX_ERRORS ? "; and " + (errors.size() - MAX_ERRORS) + " more errors" : "";
            throw new JsonException("this is not a plan of format version " + PlanWriter.FORMAT_VERSION + ": " + first + more);
        }
    }
}
