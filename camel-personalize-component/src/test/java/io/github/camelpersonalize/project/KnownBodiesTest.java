// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Upserts of one body again and again: which bodies are known to ask for what there is, and what is done with those. */
class KnownBodiesTest {

    private static final String AGE = "{'key':'age','name':'Age','data_type':'number'}";
    private static final String STORED = "{'uid':'a1','key':'age','name':'Age','data_type':'number'}";
    private static final String OTHER = AGE.replace("Age", "Alter");

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void aBodyThatHasAskedForWhatThereIsIsKnown() {
        service.checking().then(200, "[" + STORED + "]");

        assertThat(upsert(AGE)).hasToString("UNCHANGED \"age\" (uid a1)");
        assertThat(known(AGE)).contains(json(STORED));
    }

    @Test
    void aKnownBodyIsNotComparedAgain() {
        service.checking().then(200, "[" + STORED + "]");
        upsert(AGE);
        DefinitionIndex index = service.project().shared().indexIfPresent(attributes).orElseThrow();

        index.satisfies(index.withUid("a1").orElseThrow(), json(OTHER));

        assertThat(upsert(OTHER)).isEqualTo(Result.Success.unchanged(attributes, json(STORED), null));
        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    @Test
    void aKnownBodyIsComparedAgainWhereTheListIsTooOld() {
        service.checking().then(200, "[" + STORED + "]");
        upsert(AGE);
        service.listingAlways().then(200, "[" + STORED.replace("Age", "Alter") + "]").then(200, STORED);

        assertThat(upsert(AGE)).hasToString("UPDATED \"age\" (uid a1)");
    }

    @Test
    void aKnownBodyWhoseKeyAnotherExchangeWorksOnTakesItsTurn() {
        service.checking().then(200, "[" + STORED + "]");
        upsert(AGE);
        CountDownLatch isLocked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Result> other = CompletableFuture.supplyAsync(() -> service.project().withLock(attributes, "age", () -> {
            isLocked.countDown();
            await(end);
            return Result.Success.nothing(null, null);
        }));
        await(isLocked);

        service.stop.give();

        assertThat(upsert(AGE)).as("it would wait").isEqualTo(Result.Failure.stopping());
        end.countDown();
        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
        assertThat(upsert(AGE)).hasToString("UNCHANGED \"age\" (uid a1)");
    }

    @Test
    void aBodyThatWasWrittenIsNotKnown() {
        service.checking().then(200, "[" + STORED.replace("Age", "Alter") + "]").then(200, STORED);

        assertThat(upsert(AGE)).hasToString("UPDATED \"age\" (uid a1)");
        assertThat(known(AGE)).isEmpty();
    }

    @Test
    void aBodyThatIsRefusedIsNotKnown() {
        service.checking().then(200, "[" + STORED + "]").on(OnConflict.fail);

        assertThat(upsert(OTHER).toString()).startsWith("CONFLICT: ");
        assertThat(known(OTHER)).isEmpty();
    }

    @Test
    void aBodyThatDiffersAndIsSkippedIsNotKnown() {
        service.checking().then(200, "[" + STORED + "]").on(OnConflict.skip);
        assertThat(upsert(OTHER).toString()).startsWith("UNCHANGED \"age\" (uid a1) (differs in /name");

        service.on(OnConflict.fail);

        assertThat(upsert(OTHER).toString()).startsWith("CONFLICT: ");
    }

    @Test
    void aBodyThatNobodyHasCheckedIsNotKnown() {
        service.then(200, "[{'uid':'a1','key':'age'}]");
        assertThat(upsert("{'key':'age'}")).hasToString("UNCHANGED \"age\" (uid a1)");

        service.checking();

        assertThat(upsert("{'key':'age'}").toString()).startsWith("REJECTED: /name is missing");
    }

    @Test
    void aBodyWithAReferenceIsNotKnown() {
        String city = "{'key':'city','name':'City','data_type':'string','description':'ref:attribute/age'}";
        service.checking().then(200, "[" + STORED + "," + city.replace("ref:attribute/age", "a1").replace("{", "{'uid':'a2',") + "]");
        assertThat(upsert(city)).hasToString("UNCHANGED \"city\" (uid a2)");

        service.project().deleted(attributes, "a1", service.project().now());
        service.then(200, "[]");

        assertThat(upsert(city)).hasToString("BLOCKED: /description refers to attribute \"age\", which does not exist; create it first");
    }

    @Test
    void aBodyWithMembersOfAVersionIsNotKnown() {
        String hero = "{'name':'Hero','__type':'SEGMENTED','status':'DRAFT'}";
        ScriptedService live = ScriptedService.live().checking().then(200, "[{'uid':'x1','name':'Hero','__type':'SEGMENTED'}]")
                .then(200, "[{'uid':'v1','status':'DRAFT','variants':[]}]");
        assertThat(live.upsert(experiences, hero)).hasToString("UNCHANGED \"Hero\" (uid x1)");
        live.requests();

        new DefinitionVersions(live.project(), experiences, "x1").markInDoubt();
        live.then(200, "[{'uid':'v1','status':'DRAFT','variants':[]}]");

        assertThat(live.upsert(experiences, hero)).hasToString("UNCHANGED \"Hero\" (uid x1)");
        assertThat(live.requests()).containsExactly("GET /experiences/x1/versions");
    }

    private Result upsert(String body) {
        return service.upsert(attributes, body);
    }

    private Optional<JsonNode> known(String body) {
        return service.project().shared().indexIfPresent(attributes).flatMap(index -> index.satisfying("age", json(body)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
