// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.model.Definition;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UpsertTest extends EmulatedRoutes {

    private static final String AGE = """
            {"key": "age", "name": "Age", "data_type": "number"}""";

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "attributes; {\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}",
            "audiences; {\"name\": \"Adults\"}",
            "events; {\"key\": \"purchase\", \"name\": \"Purchase\"}",
            "experiences; {\"name\": \"Hero\", \"type\": \"SEGMENTED\"}"})
    void whatIsMissingIsCreatedAndTheSecondTimeNothingIsSent(String resource, String body) {
        Exchange first = upsert(resource, body);
        Exchange second = upsert(resource, body);

        assertThat(outcome(first)).isEqualTo("CREATED");
        assertThat(outcome(second)).isEqualTo("UNCHANGED");
        assertThat(definition(second)).isEqualTo(definition(first));
        assertThat(second.getMessage().getHeader("CamelPersonalizeRequestCount")).isEqualTo(0);
        assertThat(second.getMessage().getHeader("CamelPersonalizeStatusCode")).isNull();
        assertThat(calls()).containsExactly("GET /" + resource, "POST /" + resource);
    }

    @Test
    void membersThatAreSetReplaceThoseThatDifferAndUnknownOnesAreKept() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Alter", "data_type": "number", "owner": "crm",
                 "limits": {"low": 0.10, "high": 150}}]}""");

        Exchange exchange = upsert("attributes", """
                {"key": "age", "name": "Age", "data_type": "number", "limits": {"high": 120}}""");

        assertThat(outcome(exchange)).isEqualTo("UPDATED");
        assertThat(calls()).containsExactly("GET /attributes", "PUT /attributes/a1");
        assertThat(json(emulator().requests().get(1).body())).isEqualTo(json("""
                {"key": "age", "name": "Age", "data_type": "number", "owner": "crm", "limits": {"low": 0.10, "high": 120}}"""));
    }

    @Test
    void rulesAreOneWholeSoThatAConditionWhichIsNoLongerWantedGoes() {
        emulator().seed(PROJECT,
                """
                        {"attributes": [{"key": "age", "name": "Age", "data_type": "number"}],
                         "audiences": [{"name": "Adults", "description": "Of age", "rules": {"attribute": "age", "value": 18, "country": "US"}}]}""");

        Exchange exchange = upsert("audiences", """
                {"name": "Adults", "rules": {"attribute": "age", "value": 18.0}}""");

        assertThat(outcome(exchange)).isEqualTo("UPDATED");
        assertThat(json(emulator().requests().get(2).body())).isEqualTo(json("""
                {"name": "Adults", "description": "Of age", "rules": {"attribute": "age", "value": 18.0}}"""));
    }

    @Test
    void variantsKeepTheirUidsAndWhatElseTheServiceHoldsOfThem() {
        Definition created = definition(upsert("experiences", """
                {"name": "Price", "type": "AB_TEST", "variants": [{"name": "A", "traffic_percentage": 50, "color": "red"},
                 {"name": "B", "traffic_percentage": 50}]}"""));

        Definition updated = definition(upsert("experiences", """
                {"name": "Price", "type": "AB_TEST", "variants": [{"name": "B", "traffic_percentage": 40},
                 {"name": "A", "traffic_percentage": 60}]}"""));

        assertThat(variant(updated, 1)).isEqualTo(Map.of("uid", variant(created, 0).get("uid"), "name", "A", "traffic_percentage", 60,
                "color", "red"));
        assertThat(variant(updated, 0)).isEqualTo(Map.of("uid", variant(created, 1).get("uid"), "name", "B", "traffic_percentage", 40));
    }

    @Test
    void onConflictSkipLeavesWhatDiffersAndTellsWhere() {
        upsert("attributes", AGE);

        Exchange exchange = send("personalize:attributes?operation=upsert&onConflict=skip", "[" + AGE.replace("Age", "Alter") + "]");

        assertThat(exchange.getMessage().getBody(String.class)).contains(
                "UNCHANGED  differs in /name, and is left as it is (onConflict=skip)");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
    }

    @Test
    void onConflictFailRefusesToOverwrite() {
        String uid = definition(upsert("attributes", AGE)).get("uid").toString();

        Exchange exchange = send("personalize:attributes?operation=upsert&onConflict=fail", AGE.replace("Age", "Alter"));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage("attribute \"age\": project \"p1\""
                + " already has a definition with this key (uid " + uid
                + "), which differs in /name; update that one, or choose another key");
        assertThat(outcome(exchange)).isEqualTo("CONFLICT");
    }

    @Test
    void anEventThatDiffersIsAConflictBecauseTheServiceCannotChangeEvents() {
        String uid = definition(upsert("events", "{\"key\": \"purchase\", \"name\": \"Purchase\"}")).get("uid").toString();

        Exchange exchange = upsert("events", "{\"key\": \"purchase\", \"name\": \"Kauf\"}");

        assertThat(exchange.getException())
                .hasMessage("event \"purchase\": it differs in /name from the one that project \"p1\" has (uid " + uid
                        + "), and the service cannot change events; send it as it is there, or set onConflict=skip");
        assertThat(outcome(exchange)).isEqualTo("CONFLICT");
    }

    @Test
    void F08_twoDefinitionsOfTheSameNameAreAmbiguousAndNothingIsWritten() {
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "b1", "name": "Adults"}, {"uid": "b2", "name": "Adults"}]}""");

        Exchange exchange = upsert("audiences", "{\"name\": \"Adults\", \"description\": \"Of age\"}");

        assertThat(outcome(exchange)).isEqualTo("AMBIGUOUS");
        assertThat(exchange.getException()).hasMessage("audience \"Adults\": 2 definitions of project \"p1\" have this name (uids b1, b2);"
                + " address one of them by its uid");
        assertThat(calls()).containsExactly("GET /audiences");
    }

    @Test
    void F19_aKeyThatPeopleWouldTakeForAnExistingOneIsRefused() {
        upsert("attributes", AGE);

        Exchange exchange = upsert("attributes", AGE.replace("\"age\"", "\"AGE\""));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("attribute \"AGE\": does not exist in"
                        + " project \"p1\", but \"age\" does, which differs only in case, white space or Unicode form");
    }

    @Test
    void F43_aCreateWhoseAnswerIsLostIsAdopted() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504).applied()));

        assertThat(outcome(upsert("attributes", AGE))).isEqualTo("ADOPTED");
        assertThat(outcome(upsert("attributes", AGE))).isEqualTo("UNCHANGED");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "GET /attributes");
    }

    @Test
    void F44_whatOthersHaveCreatedSinceTheListIsFoundAndChanged() {
        upsert("attributes", AGE);
        others("create", "{\"key\": \"city\", \"name\": \"Stadt\", \"data_type\": \"string\"}");
        emulator().clearRequests();

        Exchange exchange = upsert("attributes", "{\"key\": \"city\", \"name\": \"City\", \"data_type\": \"string\"}");

        assertThat(outcome(exchange)).isEqualTo("UPDATED");
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes",
                "PUT /attributes/" + definition(exchange).get("uid"));
    }

    @Test
    void F40_whatOthersHaveDeletedSinceTheListIsCreatedAgain() {
        String uid = definition(upsert("attributes", AGE)).get("uid").toString();
        others("delete", AGE);
        emulator().clearRequests();

        assertThat(outcome(upsert("attributes", AGE.replace("Age", "Alter")))).isEqualTo("CREATED");
        assertThat(calls()).containsExactly("PUT /attributes/" + uid, "GET /attributes",
                "POST /attributes");
    }

    @Test
    void aListIsFetchedAnewWhenItIsOlderThanIndexTtl() {
        upsert("attributes", AGE);
        time.sleep(Duration.ofSeconds(61));

        upsert("attributes", AGE);

        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "GET /attributes");
    }

    @Test
    void indexTtlZeroListsForEveryMessage() {
        send("personalize:attributes?operation=upsert&indexTtl=0", AGE);
        send("personalize:attributes?operation=upsert&indexTtl=0", AGE);

        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "GET /attributes");
    }

    @Test
    void writesOfOtherOperationsKeepTheIndexCurrent() {
        String uid = definition(upsert("attributes", AGE)).get("uid").toString();

        send("personalize:attributes?operation=update&uid=" + uid, AGE.replace("Age", "Alter"));
        assertThat(outcome(upsert("attributes", AGE.replace("Age", "Alter")))).isEqualTo("UNCHANGED");
        send("personalize:attributes?operation=delete&uid=" + uid, null);
        assertThat(outcome(upsert("attributes", AGE))).isEqualTo("CREATED");

        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "PUT /attributes/" + uid, "DELETE /attributes/" + uid,
                "POST /attributes");
    }

    @Test
    void F45_manyThreadsThatUpsertTheSameAtOnceCreateItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<String> outcomes = threads.invokeAll(IntStream.range(0, 64)
                    .<Callable<String>>mapToObj(i -> () -> outcome(upsert("attributes", AGE))).toList()).stream()
                    .map(UpsertTest::get).toList();

            assertThat(outcomes).filteredOn("CREATED"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("UNCHANGED"::equals).hasSize(63);
            assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anUpsertWithoutItsKeyIsRefused() {
        assertThat(upsert("attributes", "{\"name\": \"Age\", \"data_type\": \"number\"}").getException()).hasMessage(
                "attribute: /key is missing");
        assertThat(send("personalize:attributes?operation=upsert&validate=false", "{\"name\": \"Age\"}").getException()).hasMessage(
                "attribute: an upsert needs its key");
    }

    @Test
    void F34_aListThatCannotBeReadIsNeverAnEmptyProject() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("{\"data\": null}")));

        Exchange exchange = upsert("attributes", AGE);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class);
        assertThat(calls()).containsExactly("GET /attributes");
    }

    /** What somebody does of whom this component knows nothing. */
    private void others(String operation, String attribute) {
        try (CamelContext others = new DefaultCamelContext()) {
            others.start();
            Exchange exchange = others.createProducerTemplate()
                    .send("personalize:attributes?operation=%s&projectUid=%s&baseUrl=%s&authtoken=%s".formatted(operation, PROJECT,
                            emulator().baseUrl(), emulator().authtoken()), written -> written.getMessage().setBody(attribute));
            assertThat(exchange.getException()).isNull();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Exchange upsert(String resource, String body) {
        return send("personalize:" + resource + "?operation=upsert", body);
    }

    private static String outcome(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelPersonalizeOutcome", String.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variant(Definition experience, int index) {
        return ((List<Map<String, Object>>) experience.get("variants")).get(index);
    }

    private static String get(Future<String> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
