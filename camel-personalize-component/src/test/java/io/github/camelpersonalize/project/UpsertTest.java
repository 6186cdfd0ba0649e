// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.Samples.project;
import static io.github.camelpersonalize.Samples.uid;
import static io.github.camelpersonalize.Samples.withUid;
import static org.assertj.core.api.Assertions.assertThat;

@BothDialects
class UpsertTest extends EmulatedRoutes {

    private String age() {
        return samples.attribute("age", "Age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attributes", "audiences", "events", "experiences"})
    void whatIsMissingIsCreatedAndTheSecondTimeNothingIsSent(String resource) {
        String body = switch (resource) {
            case "attributes" -> age();
            case "audiences" -> samples.everyone("Adults");
            case "events" -> samples.event("purchase", "Purchase");
            default -> samples.experience("Hero");
        };
        Exchange first = upsert(resource, body);
        Exchange second = upsert(resource, body);

        assertThat(outcome(first)).isEqualTo("CREATED");
        assertThat(outcome(second)).isEqualTo("UNCHANGED");
        assertThat(definition(second)).isEqualTo(definition(first));
        assertThat(second.getMessage().getHeader("CamelPersonalizeRequestCount")).isEqualTo(0);
        assertThat(second.getMessage().getHeader("CamelPersonalizeStatusCode")).isNull();
        assertThat(calls()).containsExactly(samples.get(resource), "POST /" + resource);
    }

    @Test
    void onConflictSkipLeavesWhatDiffersAndTellsWhere() {
        upsert("attributes", age());

        Exchange exchange = send("personalize:attributes?operation=upsert&onConflict=skip", "[" + age().replace("Age", "Alter") + "]");

        assertThat(exchange.getMessage().getBody(String.class)).contains(
                "UNCHANGED  differs in /name, and is left as it is (onConflict=skip)");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
    }

    @Test
    void onConflictFailRefusesToOverwrite() {
        String uid = definition(upsert("attributes", age())).get("uid").toString();

        Exchange exchange = send("personalize:attributes?operation=upsert&onConflict=fail", age().replace("Age", "Alter"));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage("attribute \"age\": project \"p1\""
                + " already has a definition with this key (uid " + uid
                + "), which differs in /name; update that one, or choose another key");
        assertThat(outcome(exchange)).isEqualTo("CONFLICT");
    }

    @Test
    void F08_twoDefinitionsOfTheSameNameAreAmbiguousAndNothingIsWritten() {
        emulator().seed(PROJECT,
                project("audiences", samples.everyone("Adults", withUid(uid("b1"))), samples.everyone("Adults", withUid(uid("b2")))));

        Exchange exchange = upsert("audiences", samples.everyone("Adults", "\"description\": \"Of age\""));

        assertThat(outcome(exchange)).isEqualTo("AMBIGUOUS");
        assertThat(exchange.getException()).hasMessage(
                "audience \"Adults\": 2 definitions of project \"p1\" have this name (uids " + uid("b1") + ", " + uid("b2") + ");"
                        + " address one of them by its uid");
        assertThat(calls()).containsExactly(samples.get("audiences"));
    }

    @Test
    void F19_aKeyThatPeopleWouldTakeForAnExistingOneIsRefused() {
        upsert("attributes", age());

        Exchange exchange = upsert("attributes", age().replace("\"age\"", "\"AGE\""));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("attribute \"AGE\": does not exist in"
                        + " project \"p1\", but \"age\" does, which differs only in case, white space or Unicode form");
    }

    @Test
    void F43_aCreateWhoseAnswerIsLostIsAdopted() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504).applied()));

        assertThat(outcome(upsert("attributes", age()))).isEqualTo("ADOPTED");
        assertThat(outcome(upsert("attributes", age()))).isEqualTo("UNCHANGED");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "GET /attributes");
    }

    @Test
    void F44_whatOthersHaveCreatedSinceTheListIsFoundAndChanged() {
        upsert("attributes", age());
        sendByOthers("personalize:attributes?operation=create", samples.attribute("city", "City", "\"description\": \"of others\""));
        emulator().clearRequests();

        Exchange exchange = upsert("attributes", samples.attribute("city", "City", "\"description\": \"ours\""));

        assertThat(outcome(exchange)).isEqualTo("UPDATED");
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes",
                "PUT /attributes/" + definition(exchange).get("uid"));
    }

    @Test
    void F40_whatOthersHaveDeletedSinceTheListIsCreatedAgain() {
        String uid = definition(upsert("attributes", age())).get("uid").toString();
        sendByOthers("personalize:attributes?operation=delete", age());
        emulator().clearRequests();

        assertThat(outcome(upsert("attributes", age().replace("Age", "Alter")))).isEqualTo("CREATED");
        assertThat(calls()).containsExactly("PUT /attributes/" + uid, "GET /attributes",
                "POST /attributes");
    }

    @Test
    void aListIsFetchedAnewWhenItIsOlderThanIndexTtl() {
        upsert("attributes", age());
        time.sleep(Duration.ofSeconds(61));

        upsert("attributes", age());

        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "GET /attributes");
    }

    @Test
    void indexTtlZeroListsForEveryMessage() {
        send("personalize:attributes?operation=upsert&indexTtl=0", age());
        send("personalize:attributes?operation=upsert&indexTtl=0", age());

        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "GET /attributes");
    }

    @Test
    void writesOfOtherOperationsKeepTheIndexCurrent() {
        String uid = definition(upsert("attributes", age())).get("uid").toString();

        send("personalize:attributes?operation=update&uid=" + uid, age().replace("Age", "Alter"));
        assertThat(outcome(upsert("attributes", age().replace("Age", "Alter")))).isEqualTo("UNCHANGED");
        send("personalize:attributes?operation=delete&uid=" + uid, null);
        assertThat(outcome(upsert("attributes", age()))).isEqualTo("CREATED");

        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "PUT /attributes/" + uid, "DELETE /attributes/" + uid,
                "POST /attributes");
    }

    @Test
    void F45_manyThreadsThatUpsertTheSameAtOnceCreateItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<String> outcomes = threads.invokeAll(IntStream.range(0, 64)
                    .<Callable<String>>mapToObj(i -> () -> outcome(upsert("attributes", age()))).toList()).stream()
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
        assertThat(upsert("attributes", age().replace("\"key\": \"age\"", "\"description\": \"\"")).getException())
                .hasMessageStartingWith("attribute: /key is missing");
        assertThat(send("personalize:attributes?operation=upsert&validate=false", "{\"name\": \"Age\"}").getException()).hasMessage(
                "attribute: an upsert needs its key");
    }

    @Test
    void F34_aListThatCannotBeReadIsNeverAnEmptyProject() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("{\"data\": null}")));

        Exchange exchange = upsert("attributes", age());

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class);
        assertThat(calls()).containsExactly("GET /attributes");
    }

    /** What somebody does of whom this component knows nothing. */
    private Exchange upsert(String resource, String body) {
        return send("personalize:" + resource + "?operation=upsert", body);
    }

    private static String outcome(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelPersonalizeOutcome", String.class);
    }

    private static String get(Future<String> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
