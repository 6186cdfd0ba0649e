// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions of each kind through their life at a service that refuses every member that it does not know. */
class LiveDefinitionsTest extends LiveRoutes {

    private static final String NO_RULES = "{\"__type\": \"RuleCombination\", \"combinationType\": \"AND\", \"rules\": []}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "attributes | {\"name\": \"Tier\", \"key\": \"tier\", \"description\": \"a\"}",
            "audiences | {\"name\": \"Gold\", \"description\": \"a\", \"definition\": " + NO_RULES + "}",
            "events | {\"key\": \"buy\", \"description\": \"a\"}",
            "experiences | {\"name\": \"Hero\", \"__type\": \"SEGMENTED\", \"description\": \"a\", \"tags\": [\"home\"]}"})
    void aDefinitionIsCreatedReadChangedAsItWasReadAndDeleted(String resource, String body) {
        String endpoint = "personalize:" + resource + "?operation=";
        Object uid = definition(send(endpoint + "create", body)).get("uid");
        Exchange read = send(endpoint + "get&uid=" + uid, null);
        String changed = read.getMessage().getBody(String.class).replace("\"description\":\"a\"", "\"description\":\"b\"");

        Map<String, Object> updated = definition(send(endpoint + "update", changed));
        Exchange deleted = send(endpoint + "delete&uid=" + uid, null);

        assertThat(updated).containsEntry("uid", uid).containsEntry("description", "b");
        assertThat(deleted.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "DELETED")
                .containsEntry("CamelPersonalizeStatusCode", 204);
        assertThat(send(endpoint + "list", null).getMessage().getBody(List.class)).extracting("uid").doesNotContain(uid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"city", "Country", "region"})
    void F19_anAttributesKeyMayDifferFromAPresetsConstantOnlyInCase(String key) {
        Exchange created = send("personalize:attributes?operation=upsert", samples.attribute(key, "Own"));
        Exchange planned = send("personalize:project?operation=apply", "attributes: [" + samples.attribute(key, "Own too") + "]");

        assertThat(created.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED");
        assertThat(planned.getMessage().getBody(BatchReport.class).counts()).isEqualTo(Map.of(Outcome.UPDATED, 1L));
        assertThat(emulator().project(PROJECT).attribute(key).path("name").asText()).isEqualTo("Own too");
    }

    @Test
    void thePriorityIsReadAndReplacedAsAWhole() {
        Object one = definition(send("personalize:experiences?operation=create", "{\"name\": \"A\", \"__type\": \"SEGMENTED\"}"))
                .get("uid");
        Object two = definition(send("personalize:experiences?operation=create", "{\"name\": \"B\", \"__type\": \"AB_TEST\"}")).get("uid");

        send("personalize:experiences?operation=updatePriority", Map.of("priorityOrder", List.of(two, one)));
        Exchange half = send("personalize:experiences?operation=updatePriority", Map.of("priorityOrder", List.of(two)));

        assertThat(definition(send("personalize:experiences?operation=getPriority", null))).containsEntry("priorityOrder",
                List.of(two, one));
        assertThat(half.getException()).hasMessage("experience: /priorityOrder leaves out experiences of project \"p1\": " + one);
    }
}
