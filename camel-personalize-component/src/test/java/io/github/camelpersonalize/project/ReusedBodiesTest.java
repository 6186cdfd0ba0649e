// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.EmulatedRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A route may change the object that it sent, and send it again: what is remembered of the first call is not that object. */
class ReusedBodiesTest extends EmulatedRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"upsert, upsert", "create, upsert", "upsert, update"})
    void aTreeWithAnotherMemberIsAnotherBody(String first, String second) throws Exception {
        ObjectNode age = (ObjectNode) JSON.readTree("{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}");
        send("personalize:attributes?operation=" + first, age);

        age.put("name", "Alter");

        assertThat(outcome("personalize:attributes?operation=" + second + (second.equals("update") ? "&key=age" : ""), age))
                .isEqualTo("UPDATED");
        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Alter");
    }

    @Test
    void aTreeWithinTheTreeToo() throws Exception {
        ObjectNode adults = (ObjectNode) JSON.readTree("""
                {"name": "Adults", "rules": {"attribute": "age", "operator": "at_least", "value": 18}}""");
        send("personalize:attributes?operation=upsert", Map.of("key", "age", "name", "Age", "data_type", "number"));
        send("personalize:audiences?operation=upsert", adults);

        ((ObjectNode) adults.get("rules")).put("value", 21);

        assertThat(outcome("personalize:audiences?operation=upsert", adults)).isEqualTo("UPDATED");
        assertThat(emulator().project(PROJECT).audiences().get(0).at("/rules/value").asInt()).isEqualTo(21);
    }

    @Test
    void aBatchOfTrees() throws Exception {
        JsonNode batch = JSON.readTree("[{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]");
        send("personalize:attributes?operation=upsert", batch);

        ((ObjectNode) batch.get(0)).put("name", "Alter");
        send("personalize:attributes?operation=upsert", batch);

        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Alter");
    }

    @Test
    void aManifestAsTree() throws Exception {
        JsonNode manifest = JSON.readTree("{\"attributes\": [{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]}");
        send("personalize:project?operation=upsert", manifest);

        ((ObjectNode) manifest.at("/attributes/0")).put("name", "Alter");
        send("personalize:project?operation=upsert", manifest);

        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Alter");
    }

    private String outcome(String uri, Object body) {
        return String.valueOf(send(uri, body).getMessage().getHeader("CamelPersonalizeOutcome"));
    }
}
