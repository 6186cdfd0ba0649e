// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.camelpersonalize.emulator.http.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every status that the contract names for an operation is provoked over the wire, and the answer held against the contract's shape. */
class ContractTest {

    private static final String SEED = """
            {"attributes": [{"uid": "00000000000000000000000a", "name": "Age", "key": "age", "data_type": "number"}],
             "audiences": [{"uid": "00000000000000000000000b", "name": "Adults", "description": "18 and over", "rules": {"any": []}}],
             "events": [{"uid": "00000000000000000000000c", "name": "Purchase", "key": "purchase"}],
             "experiences": [{"uid": "00000000000000000000000d", "name": "Hero", "type": "SEGMENTED",
               "variants": [{"name": "A", "audience_uid": "00000000000000000000000b"}, {"traffic_percentage": 0.5}]}]}""";

    private static final Map<String, String> UIDS = Map.of("attributes", "00000000000000000000000a", "audiences",
            "00000000000000000000000b",
            "experiences", "00000000000000000000000d");

    private static final Map<String, String> BODIES = Map.of(//
            "attributes", "{\"name\": \"Size\", \"key\": \"size\", \"data_type\": \"string\"}", //
            "audiences", "{\"name\": \"Seniors\", \"rules\": {}}", //
            "events", "{\"name\": \"Visit\", \"key\": \"visit\"}", //
            "experiences", "{\"name\": \"Split\", \"type\": \"AB_TEST\", \"variants\": [{\"name\": \"A\", \"traffic_percentage\": 100}]}", //
            "experiences/priority", "{\"priority\": [\"00000000000000000000000d\"]}");

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension();

    private final JsonNode contract = contract();

    @Test
    void theContractHasTwentyOperations() {
        assertThat(contract.path("operations")).hasSize(20).extracting(operation -> operation.path("id").asText()).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> answersHaveTheShapeOfTheContract() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode operation : contract.path("operations")) {
            operation.path("answers").properties()
                    .forEach(answer -> tests.add(dynamicTest(operation.path("id").asText() + " " + answer.getKey(),
                            () -> holds(operation, Integer.parseInt(answer.getKey()), answer.getValue().asText()))));
        }
        return tests.stream();
    }

    private void holds(JsonNode operation, int status, String shape) {
        EMULATOR.emulator().seed("p1", SEED);
        EMULATOR.emulator().clearRequests();
        Client client = new Client(EMULATOR.emulator());

        Client.Answer answer = client.send(request(client, operation, status));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(EMULATOR.emulator().requests().get(0).operation()).isEqualTo(operation.path("id").asText());
        if (shape.equals("nothing")) {
            assertThat(answer.text()).isEmpty();
        } else {
            assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(schema(shape).validate(answer.json(), context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                    .extracting(ValidationMessage::getMessage).isEmpty();
        }
        if (shape.equals("error")) {
            assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        }
    }

    private static HttpRequest.Builder request(Client client, JsonNode operation, int status) {
        String template = operation.path("path").asText();
        String collection = template.replace("/{id}", "").substring(1);
        String path = template.replace("{id}", status == 404 ? "ffffffffffffffffffffffff" : UIDS.getOrDefault(collection, ""));
        String body = status == 400 ? "{}" : BODIES.getOrDefault(collection, "");
        HttpRequest.Builder request = status == 401 ? client.bare(path) : client.request(path);
        return request.header("Content-Type", "application/json").method(operation.path("method").asText(), BodyPublishers.ofString(body));
    }

    private JsonSchema schema(String shape) {
        ObjectNode schema = Json.object().put("$ref", "#/$defs/" + shape);
        schema.set("$defs", contract.get("$defs"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static JsonNode contract() {
        try (InputStream in = ContractTest.class.getResourceAsStream("answers.json")) {
            return Json.read(in.readAllBytes()).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
