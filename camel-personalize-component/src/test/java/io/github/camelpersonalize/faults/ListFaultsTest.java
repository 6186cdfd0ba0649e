// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;

import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is taken for a list, and above all for an empty one: everything would look new, or deleted. */
class ListFaultsTest extends FaultRoutes {

    private static final String LIST = "personalize:attributes?operation=list";
    private static final String NO_LIST = "it is neither an array nor an object with an array \"data\"";
    private static final String NO_UID = "its item 1 has no usable uid (a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not"
            + " only dots)";

    @ParameterizedTest
    @ValueSource(strings = {"[{\"uid\": \"a1\"}, {\"uid\": \"a2\"}]", "{\"data\": [{\"uid\": \"a1\"}, {\"uid\": \"a2\"}]}",
            "{\"count\": 2, \"data\": [{\"uid\": \"a1\"}, {\"uid\": \"a2\"}]}"})
    void F34_aListIsReadBareAndInItsEnvelope(String answer) {
        answer(answer);

        assertThat((List<?>) send(LIST, null).getMessage().getBody(List.class)).extracting("uid").containsExactly("a1", "a2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"data\": []}"})
    void F34_anEmptyListIsOnlyWhatSaysSo(String answer) {
        answer(answer);

        Exchange exchange = send(LIST, null);

        assertThat(exchange.getException()).isNull();
        assertThat((List<?>) exchange.getMessage().getBody(List.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '>', value = {"{\"data\": null} > " + NO_LIST, "{} > " + NO_LIST,
            "{\"data\": {}} > " + NO_LIST, "{\"data\": \"[]\"} > " + NO_LIST, "{\"items\": []} > " + NO_LIST,
            "{\"message\": \"not now\", \"status\": 503} > " + NO_LIST, "null > " + NO_LIST, "\"[]\" > " + NO_LIST, "0 > " + NO_LIST,
            "`` > " + NO_LIST,
            "[null] > its item 1 is no object", "{\"data\": [[]]} > its item 1 is no object", "[\"a1\"] > its item 1 is no object",
            "[{\"uid\": \"a1\"}, 5] > its item 2 is no object", "[{}] > " + NO_UID, "{\"data\": [{\"key\": \"age\"}]} > " + NO_UID,
            "[{\"uid\": null}] > " + NO_UID, "[{\"uid\": \"\"}] > " + NO_UID, "[{\"uid\": 5}] > " + NO_UID,
            "[{\"uid\": \"../events\"}] > " + NO_UID, "[{\"uid\": \"priority\"}] > " + NO_UID,
            "[{\"uid\": \"a1\"}, {\"uid\": \"a2\"}, {\"uid\": \"a1\"}] > its item 3 repeats the uid a1"})
    void F34_whatIsNoListIsAnOutageAndNeverAnEmptyProject(String answer, String fault) {
        answer(answer);

        Exchange exchange = send(LIST, null);

        PersonalizeUnavailableException failed = unavailable(exchange);
        assertThat(failed).hasMessage("attribute: the response to GET /attributes is not a list of attributes: " + fault);
        assertThat(failed.getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": null}", "{}", "[{}]", "[{\"uid\": \"a1\", \"key\": \"age\"}, {\"uid\": \"a1\", \"key\": \"x\"}]"})
    void F34_nothingIsWrittenOnTheStrengthOfSuchAnAnswer(String answer) {
        answer(answer);

        for (String operation : List.of("get", "update", "delete")) {
            assertThat(unavailable(send("personalize:attributes?operation=" + operation, age())))
                    .hasMessageStartingWith("attribute \"age\": the response to GET /attributes is not a list of attributes: ");
        }
        assertThat(calls()).containsOnly("GET /attributes").hasSize(3);
    }

    @Test
    void F34_placesNeedNoUid() {
        emulator().script(Script.on("GET", "/geolocation/cities").then(Step.status(200).body("{\"data\": [{\"name\": \"Oslo\"}]}")));

        Exchange exchange = send("personalize:geolocation?operation=listCities", null);

        assertThat((List<?>) exchange.getMessage().getBody(List.class)).extracting("name").containsExactly("Oslo");
    }

    private void answer(String answer) {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body(answer)).forEver());
    }
}
