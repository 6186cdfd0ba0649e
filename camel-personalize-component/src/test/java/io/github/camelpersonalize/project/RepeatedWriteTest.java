// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;

import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** A definition that differs again from what was written before: the list shows once what the service keeps where its responses do not. */
class RepeatedWriteTest {

    private static final Duration LATER = Duration.ofSeconds(2);
    private static final String AGE = "{'key':'age','name':' Age'}";
    private static final String SENT = "{'uid':'a1','key':'age','name':' Age'}";
    private static final String TRIMMED = "{'uid':'a1','key':'age','name':'Age'}";
    private static final String OTHER = "[{'uid':'a1','key':'age','name':'B'}]";
    private static final String NOTE = "the service keeps /name otherwise";
    private static final String PUT = "PUT /attributes/a1 " + AGE;

    private final ScriptedService service = ScriptedService.contract().listingAlways();

    @Test
    void afterARepeatedWriteWithABriefResponseTheListShowsOnceWhatIsKept() {
        service.then(200, "[{'uid':'a1','key':'age','name':'B'}]").then(200, "{}");
        upsert();
        service.requests();
        service.then(200, "[" + TRIMMED + "]").then(200, "{}").then(200, "[" + TRIMMED + "]").then(200, "[" + TRIMMED + "]");

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(SENT), "a1", "age", NOTE));
        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UNCHANGED, 0, json(TRIMMED), "a1", "age", NOTE));
        assertThat(service.requests()).containsExactly("GET /attributes", PUT, "GET /attributes", "GET /attributes");
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void whereTheListShowsItAsItWasSentTheNextRepeatedWriteIsNotLookedAt() {
        String other = "[{'uid':'a1','key':'age','name':'B'}]";
        service.then(200, other).then(200, "{}");
        upsert();
        service.then(200, other).then(200, "{}").then(200, "[" + SENT + "]").then(200, other).then(200, "{}");

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(SENT), "a1", "age"));
        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(SENT), "a1", "age"));
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void aResponseThatRepeatsWhatWasSentIsBelievedUntilTheSameDifferenceComesBack() {
        String trimmed = "[" + TRIMMED + "]";
        service.then(200, trimmed).then(200, SENT).then(200, trimmed).then(200, SENT).then(200, trimmed).then(200, SENT)
                .then(200, trimmed).then(200, trimmed);

        assertThat(upsert()).hasToString("UPDATED \"age\" (uid a1)");
        assertThat(upsert()).hasToString("UPDATED \"age\" (uid a1)");
        assertThat(looks()).isZero();
        assertThat(upsert()).hasToString("UPDATED \"age\" (uid a1) (" + NOTE + ")");
        assertThat(upsert()).hasToString("UNCHANGED \"age\" (uid a1) (" + NOTE + ")");
    }

    @Test
    void anotherDifferenceEachTimeIsSomebodysChange() {
        service.then(200, "[{'uid':'a1','key':'age','name':'B'}]").then(200, SENT)
                .then(200, "[{'uid':'a1','key':'age','name':'C'}]").then(200, SENT)
                .then(200, "[{'uid':'a1','key':'age','name':'D'}]").then(200, SENT);

        for (int i = 0; i < 3; i++) {
            assertThat(upsert()).hasToString("UPDATED \"age\" (uid a1)");
        }
        assertThat(looks()).isZero();
    }

    @Test
    void whereTheListCannotBeReadTheWriteIsDoneAllTheSame() {
        service.then(200, "[" + TRIMMED + "]").then(200, "{}").then(200, "[" + TRIMMED + "]").then(200, "{}").then(500, "");
        upsert();

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(SENT), "a1", "age"));
    }

    @Test
    void aResponseThatLeavesOutADesiredMemberSaysNothingOfItToo() {
        service.then(200, OTHER).then(200, "{'uid':'a1','key':'age'}");
        upsert();
        service.then(200, OTHER).then(200, "{'uid':'a1','key':'age'}").then(200, "[" + TRIMMED + "]");

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(SENT), "a1", "age", NOTE));
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void theFirstWriteOfAnotherDesiredDefinitionIsNotRepeated() {
        service.then(200, OTHER).then(200, "{}").then(200, OTHER).then(200, "{}");
        upsert();

        assertThat(upsert("{'key':'age','name':' Alter'}")).hasToString("UPDATED \"age\" (uid a1)");
        assertThat(looks()).isZero();
    }

    @Test
    void whatAListHasShownOfOneDesiredDefinitionIsNoNewsOfAnother() {
        service.then(200, OTHER).then(200, "{}").then(200, OTHER).then(200, "{}").then(200, "[" + SENT + "]");
        upsert();
        upsert();
        service.then(200, OTHER).then(200, "{}").then(200, OTHER).then(200, "{}").then(200, "[{'uid':'a1','key':'age','name':'Alter'}]");
        upsert("{'key':'age','name':' Alter'}");

        assertThat(upsert("{'key':'age','name':' Alter'}")).hasToString("UPDATED \"age\" (uid a1) (" + NOTE + ")");
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void whatTheListShowsOnceIsWhole() {
        service.then(200, OTHER).then(200, "{}").then(200, OTHER).then(200, "{}").then(200, "[" + TRIMMED + "]");
        upsert();
        upsert();

        assertThat(service.project().isWhole(attributes, json(AGE), json(TRIMMED))).isTrue();
    }

    @Test
    void whereMoreWasSentThanIsDesiredWhatTheListShowsIsNotWhole() {
        String more = "[{'uid':'a1','key':'age','name':'B','x':1}]";
        String trimmed = "{'uid':'a1','key':'age','name':'Age','x':1}";
        service.then(200, more).then(200, "{}").then(200, more).then(200, "{}").then(200, "[" + trimmed + "]");
        upsert();
        upsert();

        assertThat(looks()).isEqualTo(1);
        assertThat(service.project().isWhole(attributes, json(AGE), json(trimmed))).isFalse();
    }

    /** Long after the write before, so that the list shows what the service has. */
    private Result upsert() {
        return upsert(AGE);
    }

    private Result upsert(String body) {
        service.time.sleep(LATER);
        return service.upsert(attributes, body);
    }

    /** How often it was waited for the service to list its own writes. */
    private long looks() {
        return service.time.sleeps().stream().filter(Duration.ofSeconds(1)::equals).count();
    }
}
