// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions that the service would refuse, or take and confuse people with: all their faults are told at once, and nothing is sent. */
class ValidationFaultsTest extends FaultRoutes {

    private static final String CREATE = "personalize:attributes?operation=create";
    private static final String WHITE_SPACE = "begins or ends with white space; remove it";
    private static final String NOT_NFC = "is not in Unicode normalization form C; normalize it, or it will differ from a key that looks the"
            + " same";

    @Test
    void F18_allMissingMembersAreToldAtOnce() {
        assertFaults("attributes", "{}", "/name is missing", "/key is missing", "/data_type is missing");
        assertFaults("audiences", "{}", "/name is missing");
        assertFaults("events", "{}", "/name is missing", "/key is missing");
        assertFaults("experiences", "{}", "/name is missing", "/type is missing");
    }

    @Test
    void F18_allWrongMembersAreToldAtOnce() {
        assertFaults("attributes", """
                {"name": "", "key": 5, "data_type": "int"}""", "/name must not be empty",
                "/key must be a string; it is 5",
                "/data_type must be one of string, number, boolean, date; it is \"int\"");
        assertFaults("audiences", """
                {"description": 1, "rules": []}""", "/name is missing", "/description must be a string or null; it is 1",
                "/rules must be an object or null; it is an array");
        assertFaults("events", """
                {"name": true, "key": null}""", "/name must be a string; it is true", "/key must be a string; it is null");
        assertFaults("experiences", """
                {"name": "E", "type": "MULTI", "variants": {}}""",
                "/type must be one of SEGMENTED, AB_TEST; it is \"MULTI\"",
                "/variants must be an array or null; it is an object");
    }

    @Test
    void F18_anUpdateIsHeldToTheSame() {
        Exchange exchange = send("personalize:attributes?operation=update&uid=a1", "{\"data_type\": \"int\"}");

        assertThat(told(exchange)).containsExactlyInAnyOrder("/name is missing", "/key is missing",
                "/data_type must be one of string, number, boolean, date; it is \"int\"");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @CsvSource({"-1, must be at least 0; it is -1", "-0.0001, must be at least 0; it is -0.0001", "101, must be at most 100; it is 101",
            "100.00000000000000000001, must be at most 100; it is 100.00000000000000000001",
            "'\"50\"', must be a number or null; it is \"50\"",
            "true, must be a number or null; it is true"})
    void F18_aPercentageOutsideOf0To100IsTold(String percentage, String fault) {
        Exchange exchange = send("personalize:experiences?operation=create", experience("{\"traffic_percentage\": " + percentage + "}"));

        assertThat(told(exchange)).contains("/variants/0/traffic_percentage " + fault);
        assertNothingWasSent();
    }

    @Test
    void F18_aPercentageThatIsNoNumberIsTold() {
        Exchange fromMap = send("personalize:experiences?operation=create",
                Map.of("name", "E", "type", "AB_TEST", "variants", List.of(Map.of("traffic_percentage", Double.NaN))));
        Exchange fromText = send("personalize:experiences?operation=create", experience("{\"traffic_percentage\": NaN}"));

        assertThat(rejected(fromMap)).hasMessage("experience: /variants/0/traffic_percentage NaN is no JSON number");
        assertThat(rejected(fromText)).hasMessage("experience: Non-standard token 'NaN' at line 1, column 73");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @CsvSource({"60, 50, 110", "60, 30, 90", "0, 0, 0", "33.33, 66.66, 99.99", "99.99999999999999999999, 0, 99.99999999999999999999"})
    void F18_percentagesThatDoNotAddUpTo100AreTold(String first, String second, String sum) {
        Exchange exchange = send("personalize:experiences?operation=create",
                experience("{\"traffic_percentage\": " + first + "}, {\"traffic_percentage\": " + second + "}"));

        assertThat(told(exchange))
                .containsExactly("/variants the traffic_percentage of all variants adds up to " + sum + ", not 100");
        assertNothingWasSent();
    }

    @Test
    void F18_percentagesThatAddUpExactlyAreSentAsTheyAre() {
        Exchange exchange = send("personalize:experiences?operation=create",
                experience("{\"traffic_percentage\": 33.333333333333333333}, {\"traffic_percentage\": 66.666666666666666667}"));

        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().body()).contains("33.333333333333333333", "66.666666666666666667");
    }

    @Test
    void F18_aVariantWithAudienceAndPercentageIsTold() {
        Exchange exchange = send("personalize:experiences?operation=create",
                experience("{\"audience_uid\": \"u1\", \"traffic_percentage\": 100}"));

        assertThat(told(exchange)).containsExactly("/variants/0 has both audience_uid and traffic_percentage; it may have one of them");
        assertNothingWasSent();
    }

    @Test
    void F18_whatIsWrongInManyPlacesIsToldForEachOfThem() {
        Exchange exchange = send("personalize:experiences?operation=create", """
                {"name": " E", "type": "MULTI", "variants": [
                  {"name": 1, "traffic_percentage": -1}, {"audience_uid": "u1", "traffic_percentage": 101}, 5]}""");

        List<String> told = told(exchange);
        assertThat(told).containsExactlyInAnyOrder("/name " + WHITE_SPACE,
                "/type must be one of SEGMENTED, AB_TEST; it is \"MULTI\"",
                "/variants/0/name must be a string; it is 1", "/variants/0/traffic_percentage must be at least 0; it is -1",
                "/variants/1/traffic_percentage must be at most 100; it is 101", "/variants/2 must be an object; it is 5",
                "/variants/1 has both audience_uid and traffic_percentage; it may have one of them");
        assertThat(rejected(exchange)).hasMessage("experience \" E\": " + String.join("; ", told));
    }

    @Test
    void F18_eachRecordOfABatchIsToldItsOwnFaults() {
        Exchange exchange = send(CREATE, "[{}, " + age() + ", {\"key\": \"city\"}]");

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused)
                .hasMessage("2 of 3 items failed, first attribute: /name is missing; /key is missing; /data_type is missing (item 1)");
        assertThat(refused.getReport().items()).extracting("message").containsExactly(
                "/name is missing; /key is missing; /data_type is missing", null, "/name is missing; /data_type is missing");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"age ", " age", "age\\t", "age\\n", "age\\u00a0", "\\u2003age", "age\\u200b", "\\ufeffage", " ", "\\u00a0",
            "age\\u0000"})
    void F19_whiteSpaceAroundAKeyIsRefused(String key) {
        Exchange exchange = send(CREATE, age().replace("\"age\"", "\"" + key + "\""));

        assertThat(told(exchange)).containsExactly("/key " + WHITE_SPACE);
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cafe\\u0301", "A\\u030angstrom", "\\u212bngstrom", "\\u1100\\u1161"})
    void F19_aKeyThatIsNotInNormalizationFormCIsRefused(String key) {
        Exchange exchange = send(CREATE, age().replace("\"age\"", "\"" + key + "\""));

        assertThat(told(exchange)).containsExactly("/key " + NOT_NFC);
        assertNothingWasSent();
    }

    @Test
    void F19_theSameGoesForNamesOfAudiencesAndExperiences() {
        assertFaults("audiences", "{\"name\": \"Adults \"}", "/name " + WHITE_SPACE);
        assertFaults("events", "{\"name\": \"Buy\", \"key\": \"buy \"}", "/key " + WHITE_SPACE);
        assertFaults("experiences", "{\"name\": \"cafe\\u0301\", \"type\": \"SEGMENTED\"}", "/name " + NOT_NFC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Age", "AGE", "aGe", "ａｇｅ", "ａＧｅ"})
    void F19_aKeyThatPeopleCannotTellFromOneThatWasSeenIsConfirmedAndRefused(String lookalike) {
        send(CREATE, age());
        emulator().clearRequests();

        Exchange exchange = send(CREATE, age().replace("\"age\"", "\"" + lookalike + "\""));

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused)
                .hasMessage("attribute \"" + lookalike + "\": project \"p1\" has \"age\", which differs only in case, white space"
                        + " or Unicode form; use that key, or one that people can tell from it");
        assertThat(refused.getCode()).isEqualTo("LOOKALIKE");
        assertThat(refused.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(calls()).containsExactly("GET /attributes");
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
    }

    @Test
    void F19_aKeyThatWasSeenInAListCountsAsSeen() {
        emulator().seed(PROJECT, "{\"audiences\": [{\"uid\": \"u1\", \"name\": \"Caf\u00e9\"}]}");
        send("personalize:audiences?operation=list", null);
        emulator().clearRequests();

        Exchange exchange = send("personalize:audiences?operation=create", Map.of("name", "CAF\u00c9"));

        assertThat(rejected(exchange).getCode()).isEqualTo("LOOKALIKE");
        assertThat(calls()).containsExactly("GET /audiences");
    }

    @Test
    void F19_whatWasSeenOnceAndIsGoneStandsInNobodysWay() {
        send(CREATE, age());
        send("personalize:attributes?operation=delete&key=age", null);
        emulator().clearRequests();

        Exchange exchange = send(CREATE, age().replace("\"age\"", "\"Age\""));

        assertThat(definition(exchange)).containsEntry("key", "Age");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
    }

    @Test
    void F19_nothingIsCreatedWhenTheListThatWouldConfirmItCannotBeRead() {
        send(CREATE, age());
        emulator().clearRequests();
        emulator().script(Script.on("GET", "/attributes").then(Step.status(400)));

        Exchange exchange = send(CREATE, age().replace("\"age\"", "\"Age\""));

        // A list contains nothing of the record.
        assertThat(misconfigured(exchange).getStatus()).isEqualTo(400);
        assertThat(calls()).containsExactly("GET /attributes");
    }

    @Test
    void F19_anotherProjectOrAnotherKindIsNoLookalike() {
        send(CREATE, age());

        assertThat(send(CREATE + "&projectUid=p2", age().replace("\"age\"", "\"Age\"")).getException()).isNull();
        assertThat(send("personalize:events?operation=create", Map.of("name", "Age", "key", "AGE")).getException()).isNull();
        assertThat(calls()).containsExactly("POST /attributes", "POST /attributes", "POST /events");
    }

    @Test
    void F19_aLookalikeIsNamedWhenTheKeyThatIsAskedForDoesNotExist() {
        send(CREATE, age());

        assertThat(rejected(send("personalize:attributes?operation=delete&key=AGE", null)))
                .hasMessage("attribute \"AGE\": does not exist in project \"p1\", but \"age\" does, which differs only in case, white space"
                        + " or Unicode form");
    }

    private void assertFaults(String resource, String body, String... faults) {
        Exchange exchange = send("personalize:" + resource + "?operation=create", body);

        assertThat(told(exchange)).containsExactlyInAnyOrder(faults);
        assertThat(bodyOf(exchange)).isEqualTo(body);
        assertNothingWasSent();
    }

    /** The faults, which the message tells all of. */
    private List<String> told(Exchange exchange) {
        PersonalizeRejectedException refused = rejected(exchange);
        List<String> faults = refused.getFieldErrors().stream().map(FieldError::toString).toList();
        assertThat(refused.getMessage()).endsWith(faults.stream().collect(Collectors.joining("; ", ": ", "")));
        assertThat(refused.getCode()).isEqualTo("INVALID");
        assertThat(refused.getOutcome()).isEqualTo(Outcome.REJECTED);
        return faults;
    }

    private static String experience(String variants) {
        return "{\"name\": \"E\", \"type\": \"AB_TEST\", \"variants\": [" + variants + "]}";
    }
}
