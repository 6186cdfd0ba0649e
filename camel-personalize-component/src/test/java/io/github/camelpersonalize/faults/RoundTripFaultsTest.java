// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.faultserver.FaultServer;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Experience;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read and written back loses nothing, because an update replaces everything. */
class RoundTripFaultsTest extends ServerFaultRoutes {

    private static final String OF_LATER_VERSIONS = """
            "x-1": null, "tags": ["a", {"b": []}], "": "no name", "nested": {"uid": "n1", "created_at": "then", "deep": {"deeper": {}}}""";
    private static final String LATER_ATTRIBUTE = """
            {"uid": "a1", "created_at": "2024-01-01T00:00:00Z", "name": "Years", "key": "age", "data_type": "number", %s}"""
            .formatted(OF_LATER_VERSIONS);
    private static final String WRITTEN_ATTRIBUTE = """
            {"name": "Years", "key": "age", "data_type": "number", %s}""".formatted(OF_LATER_VERSIONS);
    private static final String LATER_EXPERIENCE = """
            {"uid": "e1", "created_at": "then", "name": "Hero", "type": "SEGMENTED", "status": "ACTIVE", %s,
             "variants": [{"uid": "v1", "name": "A", "audience_uid": "u1", %s}]}""".formatted(OF_LATER_VERSIONS, OF_LATER_VERSIONS);
    private static final String WRITTEN_EXPERIENCE = """
            {"name": "Hero", "type": "SEGMENTED", "status": "ACTIVE", %s,
             "variants": [{"uid": "v1", "name": "A", "audience_uid": "u1", %s}]}""".formatted(OF_LATER_VERSIONS, OF_LATER_VERSIONS);

    @ParameterizedTest
    @ValueSource(classes = {Definition.class, Map.class, String.class, byte[].class, JsonNode.class, Attribute.class})
    void F20_membersThatNobodyKnowsAreWrittenBack(Class<?> form) {
        server.put("attributes", LATER_ATTRIBUTE);
        Exchange read = send("personalize:attributes?operation=get&key=age", null);

        assertOutcome(send("personalize:attributes?operation=update", in(form, read)), "UPDATED", 1);

        assertThat(calls()).containsExactly(GET_ATTRIBUTES, "PUT /attributes/a1");
        assertThat(sent(1)).isEqualTo(FaultServer.json(WRITTEN_ATTRIBUTE));
    }

    @ParameterizedTest
    @ValueSource(classes = {Definition.class, String.class, Experience.class})
    void F20_soAreThoseOfNestedObjectsWhichKeepTheirUids(Class<?> form) {
        server.put("experiences", LATER_EXPERIENCE);
        Exchange read = send("personalize:experiences?operation=get&uid=e1", null);

        assertOutcome(send("personalize:experiences?operation=update", in(form, read)), "UPDATED", 1);

        assertThat(calls()).containsExactly("GET /experiences/e1", "PUT /experiences/e1");
        assertThat(sent(1)).isEqualTo(FaultServer.json(WRITTEN_EXPERIENCE));
    }

    @Test
    void F20_whatOnlyTheServiceSetsIsNeverSent() {
        String body = """
                {"uid": "a1", "created_at": "then", "name": "Age", "key": "age", "data_type": "number"}""";
        server.put("attributes", held());

        send("personalize:attributes?operation=update", body);
        send("personalize:attributes?operation=create", body.replace("\"age\"", "\"age2\""));
        send("personalize:attributes?operation=create", List.of(body.replace("\"age\"", "\"age3\"")));

        assertThat(calls()).containsExactly("PUT /attributes/a1", POST_ATTRIBUTES, "GET /attributes", POST_ATTRIBUTES);
        assertThat(server.recorded()).allSatisfy(request -> assertThat(request.text()).doesNotContain("uid", "created_at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.333333333333333333", "9007199254740993", "18446744073709551617", "100.10", "1.000", "0",
            "0.1000000000000000055511151231257827", "3.0E+400", "123456789012345678901234567890.123456789", "-7"})
    void F21_aNumberPassesDigitByDigitBothWays(String number) {
        String rules = "\"rules\": {\"age\": {\"gte\": " + number + "}}";
        String body = "{\"name\": \"Adults\", " + rules + "}";

        Exchange created = send("personalize:audiences?operation=create", body);

        assertThat(server.recorded().get(0).text()).contains("{\"gte\":" + number + "}");
        assertThat(created.getMessage().getBody(String.class)).contains("{\"gte\":" + number + "}");
        for (Class<?> form : List.of(Definition.class, String.class, JsonNode.class)) {
            Exchange read = send("personalize:audiences?operation=get&key=Adults", null);
            send("personalize:audiences?operation=update", in(form, read));
            assertThat(server.recorded().get(server.recorded().size() - 1).text()).contains("{\"gte\":" + number + "}");
        }
    }

    @Test
    void F21_thirdsOfTheTrafficAddUpToTheWhole() {
        String third = "33.33333333333333333333333333333333333";
        String rest = "33.33333333333333333333333333333333334";
        String body = """
                {"name": "Hero", "type": "AB_TEST", "variants": [{"name": "A", "traffic_percentage": %s},
                 {"name": "B", "traffic_percentage": %s}, {"name": "C", "traffic_percentage": %s}]}""".formatted(third, third, rest);

        Exchange created = send("personalize:experiences?operation=create", body);
        send("personalize:experiences?operation=update", in(Experience.class, created));

        assertThat(server.recorded()).hasSize(2)
                .allSatisfy(request -> assertThat(request.text()).contains("\":" + third, "\":" + rest));
    }

    private static Object in(Class<?> form, Exchange read) {
        assertThat(read.getException()).isNull();
        Object body = read.getMessage().getBody(form);
        assertThat(body).isInstanceOf(form);
        return body;
    }
}
