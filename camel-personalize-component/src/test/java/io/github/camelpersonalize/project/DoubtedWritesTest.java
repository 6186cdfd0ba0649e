// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the index tells after a write whose answer was lost: nothing, until the service has been asked. */
@BothDialects
class DoubtedWritesTest extends EmulatedRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert";
    private static final String BATCH = UPSERT + "&failOn=none&tombstone=delete";

    @Test
    void anUpdateThatMayHaveHappenedIsUndoneByOneThatWantsTheOldState() {
        upsert("Age");
        emulator().script(Script.on("PUT", "/attributes/**").then(Step.status(504).applied()));
        Exchange lost = upsert("Alter");
        emulator().clearRequests();

        Exchange back = upsert("Age");

        assertThat(lost.getException()).hasMessageStartingWith("attribute \"age\": the service failed with 504: ");
        assertThat(back.getMessage().getHeader("CamelPersonalizeOutcome")).hasToString("UPDATED");
        assertThat(calls()).hasSize(2).startsWith("GET /attributes").element(1).asString().startsWith("PUT /attributes/");
        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Age");
    }

    @Test
    void aDeletionThatMayHaveHappenedIsMadeGoodByAnUpsert() {
        upsert("Age");
        emulator().script(Script.on("DELETE", "/attributes/**").then(Step.status(504).applied()));
        send(BATCH, null, Map.of("CamelPersonalizeKey", "age"));
        emulator().clearRequests();

        Exchange again = upsert("Age");

        assertThat(again.getMessage().getHeader("CamelPersonalizeOutcome")).hasToString("CREATED");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
    }

    @Test
    void anUpdateThatMayHaveHappenedStaysInDoubtWhenTheNextTryIsTurnedAway() {
        upsert("Age");
        emulator().script(Script.on("PUT", "/attributes/**").then(Step.status(504).applied(), Step.status(429)));

        Exchange lost = send(UPSERT + "&maxRetries=1", age("Alter"));
        Exchange back = upsert("Age");

        assertThat(lost.getException()).isInstanceOfSatisfying(PersonalizeUnavailableException.class,
                failed -> assertThat(failed.getOutcome()).hasToString("UNKNOWN"));
        assertThat(back.getMessage().getHeader("CamelPersonalizeOutcome")).hasToString("UPDATED");
    }

    @Test
    void F43_aCreateThatMayHaveHappenedIsLookedUpByTheNextUpsert() {
        upsert("Age");
        String city = samples.attribute("city", "City");
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504).applied()));
        emulator().script(Script.on("GET", "/attributes").then(Step.status(503)));
        Exchange lost = send(UPSERT, city);
        emulator().clearRequests();

        Exchange again = send(UPSERT, city);

        assertThat(lost.getException()).isInstanceOfSatisfying(PersonalizeUnavailableException.class,
                failed -> assertThat(failed.getOutcome()).hasToString("UNKNOWN"));
        assertThat(again.getMessage().getHeader("CamelPersonalizeOutcome")).hasToString("UNCHANGED");
        assertThat(calls()).containsExactly("GET /attributes");
    }

    @Test
    void aDeletionThatWasOnlyTurnedAwayBeforeIsNotOursWhenTheDefinitionIsGone() {
        emulator().script(Script.on("DELETE", "/attributes/**").then(Step.status(429), Step.status(404)));

        Exchange deleted = send("personalize:attributes?operation=delete&uid=a1&maxRetries=1", null);

        assertThat(deleted.getMessage().getHeader("CamelPersonalizeOutcome")).hasToString("UNCHANGED");
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsOursWhenTheDefinitionIsGone() {
        emulator().script(Script.on("DELETE", "/attributes/**").then(Step.status(504), Step.status(404)));

        Exchange deleted = send("personalize:attributes?operation=delete&uid=a1&maxRetries=1", null);

        assertThat(deleted.getMessage().getHeader("CamelPersonalizeOutcome")).hasToString("DELETED");
    }

    @Test
    void anIndexThatIsForgottenForThoseOfOtherProjectsIsNotTakenForAnEmptyProject() throws Exception {
        List<String> projects = IntStream.range(0, 150).mapToObj("p%d"::formatted).toList();
        projects.forEach(project -> emulator().seed(project, "{\"attributes\": [" + age("Age") + "]}"));
        send(UPSERT + "&headerOverrides=projectUid", age("Age"), Map.of("CamelPersonalizeProjectUid", "p0"));
        ExecutorService threads = Executors.newFixedThreadPool(8);

        threads.invokeAll(IntStream.range(0, 450).<Callable<Exchange>>mapToObj(i -> () -> send(UPSERT + "&headerOverrides=projectUid",
                age("Age"), Map.of("CamelPersonalizeProjectUid", projects.get(i % projects.size())))).toList());
        threads.shutdown();

        assertThat(calls()).containsOnly("GET /attributes");
    }

    private Exchange upsert(String name) {
        return send(UPSERT, age(name));
    }

    private String age(String name) {
        return samples.attribute("age", name);
    }
}
