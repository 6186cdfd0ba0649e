// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.FaultServer;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions that refer to others, and more of them than the service takes. */
class ReferenceFaultsTest extends ServerFaultRoutes {

    private static final String AUDIENCES = "personalize:audiences?operation=";
    private static final String PRIORITY = "personalize:experiences?operation=updatePriority";
    private static final String GET_PRIORITY = "GET /experiences/priority";
    private static final String PUT_PRIORITY = "PUT /experiences/priority";
    private static final String RULES = """
            {"__type": "RuleCombination", "combinationType": "AND", "rules": [
              {"__type": "Rule", "attribute": {"__type": "CustomAttributeReference", "ref": "gone"}, "value": 18},
              {"__type": "Rule", "audience": "nobody", "value": null, "": [], "empty": {}}]}""";
    private static final String ADULTS = "{\"name\": \"Adults\", \"rules\": " + RULES + "}";

    @Test
    void F22_rulesAreSentWholeThoughTheyReferToNothingThatIsThere() {
        assertOutcome(send(AUDIENCES + "create", ADULTS), "CREATED", 1);
        assertOutcome(send(AUDIENCES + "update&uid=u1", ADULTS), "UPDATED", 1);
        Exchange read = send(AUDIENCES + "get&key=Adults", null);
        assertOutcome(send(AUDIENCES + "update", read.getMessage().getBody()), "UPDATED", 1);
        send(AUDIENCES + "create", List.of(ADULTS.replace("Adults", "Others")));

        assertThat(calls()).containsExactly("POST /audiences", "PUT /audiences/u1", "GET /audiences", "PUT /audiences/u1",
                "GET /audiences", "POST /audiences");
        for (int number : new int[]{0, 1, 3, 5}) {
            assertThat(sent(number).get("rules")).isEqualTo(FaultServer.json(RULES));
        }
        assertThat(server.state("audiences")).extracting(audience -> audience.get("rules")).containsOnly(FaultServer.json(RULES));
    }

    @Test
    void F22_anAudienceThatTheServiceRefusesForItsRulesIsNotSentWithoutThem() {
        server.always("POST /audiences", Answers.status(422).body("""
                {"message": "attribute gone does not exist", "code": "RULES.ATTRIBUTE", "errors": {"rules": ["unknown attribute"]}}"""));

        PersonalizeRejectedException failed = rejected(send(AUDIENCES + "create", ADULTS));

        assertThat(failed).hasMessage("audience \"Adults\": the service refused it with 422: attribute gone does not exist; "
                + "/rules unknown attribute (RULES.ATTRIBUTE)");
        assertThat(failed.getFieldErrors()).containsExactly(new FieldError("/rules", "unknown attribute"));
        assertThat(calls()).containsExactly("POST /audiences");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            e1          | /priority leaves out experiences of project "p1": e2, e3
            e3,e1,e2,x9 | /priority names experiences that project "p1" does not order: x9
            x9,e2,x8    | /priority leaves out experiences of project "p1": e1, e3; /priority names experiences that project "p1" does not order: x9, x8
            ''          | /priority leaves out experiences of project "p1": e1, e2, e3
            """)
    void F24_anOrderOfOtherExperiencesIsRefusedBeforeItIsSent(String uids, String why) {
        experiences();

        PersonalizeRejectedException failed = rejected(send(PRIORITY, order(uids)));

        assertThat(failed).hasMessage("experience: " + why);
        assertThat(failed.getCode()).isEqualTo("INVALID");
        assertThat(calls()).containsExactly(GET_PRIORITY);
        assertThat(server.priority()).containsExactly("e1", "e2", "e3");
    }

    @Test
    void F24_anOrderThatRepeatsOneIsRefusedWithoutAsking() {
        experiences();

        assertThat(rejected(send(PRIORITY, order("e1,e2,e3,e1")))).hasMessageContaining("/priority");

        assertThat(calls()).isEmpty();
    }

    @Test
    void F24_anotherOrderOfTheSameIsSent() {
        experiences();

        assertOutcome(send(PRIORITY, order("e3,e1,e2")), "UPDATED", 2);

        assertThat(calls()).containsExactly(GET_PRIORITY, PUT_PRIORITY);
        assertThat(server.priority()).containsExactly("e3", "e1", "e2");
    }

    @Test
    void F24_anOrderThatHasNothingInCommonWithThePresentOneIsLeftToTheService() {
        experiences();

        assertThat(rejected(send(PRIORITY, order("x1,x2")))).hasMessageStartingWith("experience: the service refused it with 400: ");

        assertThat(calls()).containsExactly(GET_PRIORITY, PUT_PRIORITY);
        assertThat(server.priority()).containsExactly("e1", "e2", "e3");
    }

    @Test
    void F24_anExperienceThatCameMeanwhileIsNoticedByTheService() {
        experiences();
        server.on(PUT_PRIORITY, Answers.good().whenReceived(() -> server.put("experiences", "{\"uid\": \"e4\", \"name\": \"New\"}")));

        assertThat(rejected(send(PRIORITY, order("e3,e1,e2"))))
                .hasMessage("experience: the service refused it with 400: MISSING_EXPERIENCES");

        assertThat(server.priority()).containsExactly("e1", "e2", "e3", "e4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"priority\": null}", "{\"data\": []}"})
    void F24_withoutThePresentOrderNothingIsSent(String answer) {
        server.on(GET_PRIORITY, Answers.ok(answer));

        assertThat(unavailable(send(PRIORITY, order("e1"))))
                .hasMessage("experience: the response to GET /experiences/priority has no array \"priority\"");

        assertThat(calls()).containsExactly(GET_PRIORITY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"message": "a project may have 100 attributes", "code": "ATTRIBUTES.LIMIT"}
            409 | {"message": "Quota of 100 attributes exceeded"}
            422 | {"message": "Limit reached", "errors": {"rules": ["at most 50"]}}
            402 | {"message": "Your plan ends at 21 variants"}
            413 | too much
            """)
    void F25_aQuotaIsNoReasonToTryAgain(int status, String body) {
        server.always(POST_ATTRIBUTES, Answers.status(status).body(body));

        Exchange exchange = send(CREATE, age());

        assertThat(rejected(exchange).getMessage()).startsWith("attribute \"age\": the service refused it with " + status + ": ");
        assertThat(server.requests()).filteredOn(POST_ATTRIBUTES::equals).hasSize(1);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void F25_inABatchEachRecordIsToldThatItWasRefusedAndTheRestIsSent() {
        server.onKey(POST_ATTRIBUTES, "b", Answers.status(400).body("{\"message\": \"a project may have 100 attributes\"}"));

        Exchange exchange = send(CREATE + "&failOn=none", List.of(attribute("a"), attribute("b"), attribute("c")));

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting(ItemResult::outcome)
                .containsExactly(Outcome.CREATED, Outcome.REJECTED, Outcome.CREATED);
        assertThat(calls()).containsExactly("GET /attributes", POST_ATTRIBUTES, POST_ATTRIBUTES, POST_ATTRIBUTES);
    }

    private void experiences() {
        for (String uid : List.of("e1", "e2", "e3")) {
            server.put("experiences", "{\"uid\": \"" + uid + "\", \"name\": \"" + uid + "\"}");
        }
    }

    private static Map<String, Object> order(String uids) {
        return Map.of("priority", uids.isEmpty() ? List.of() : List.of(uids.split(",")));
    }

    private static Map<String, String> attribute(String key) {
        return Map.of("name", key, "key", key, "data_type", "number");
    }
}
