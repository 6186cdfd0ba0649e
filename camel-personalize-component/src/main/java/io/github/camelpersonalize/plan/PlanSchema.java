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
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;

/** The JSON schema of plans, {@code plan.schema.json}. */
final class PlanSchema {

    /** More would hide the first ones, which are what people mend. */
    private static final int MAX_TOLD = 10;

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
        Set<ValidationMessage> faults = schema.validate(json);
        if (!faults.isEmpty()) {
            String told = faults.stream().limit(MAX_TOLD).map(ValidationMessage::getMessage).collect(Collectors.joining("; "));
            String more = faults.size() > MAX_TOLD ? "; and " + (faults.size() - MAX_TOLD) + " more faults" : "";
            throw new JsonException("this is no plan of format version " + PlanWriter.FORMAT_VERSION + ": " + told + more);
        }
    }
}
