// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What a service makes of what it is sent, and how that is learnt. */
class KeptOtherwiseTest {

    private static final Duration LATER = Duration.ofSeconds(2);
    private static final String AGE = "{'key':'age','name':' Age'}";
    private static final String SENT = "{'uid':'a1','key':'age','name':' Age'}";
    private static final String TRIMMED = "{'uid':'a1','key':'age','name':'Age'}";
    private static final String NOTE = "the service keeps /name otherwise";

    private final ScriptedService service = ScriptedService.contract().listingAlways();

    @Test
    void aResponseThatShowsItIsRememberedSoThatNothingIsWrittenAgain() {
        service.then(200, "[]").then(201, TRIMMED).then(200, "[" + TRIMMED + "]");

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.CREATED, 201, json(TRIMMED), "a1", "age", NOTE));
        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UNCHANGED, 0, json(TRIMMED), "a1", "age", NOTE));
    }

    @Test
    void anotherValueIsSomebodysChangeAndIsCorrected() {
        service.then(200, "[]").then(201, TRIMMED).then(200, "[{'uid':'a1','key':'age','name':'Alter'}]").then(200, TRIMMED);
        upsert();

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(TRIMMED), "a1", "age", NOTE));
    }

    @Test
    void anotherDesiredDefinitionIsWritten() {
        service.then(200, "[]").then(201, TRIMMED).then(200, "[" + TRIMMED + "]").then(200, "{'uid':'a1','key':'age','name':'B'}");
        upsert();

        assertThat(upsert("{'key':'age','name':'B'}")).hasToString("UPDATED \"age\" (uid a1)");
    }

    @Test
    void aBriefResponseIsNoNewsOfWhatItLeavesOut() {
        service.then(200, "[{'uid':'a1','created_at':'2026','key':'age','name':'B'}]").then(200, "{}");

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UPDATED, 200,
                json("{'uid':'a1','created_at':'2026','key':'age','name':' Age'}"), "a1", "age"));
    }

    @Test
    void aResponseWithFewMembersIsCompletedByWhatWasSent() {
        service.then(200, "[]").then(201, "{'uid':'a1','name':'Age'}");

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.CREATED, 201, json(TRIMMED), "a1", "age", NOTE));
    }

    @Test
    void aKeyThatIsNoneIsNoNews() {
        service.then(200, "[]").then(201, "{'uid':'a1','key':null,'name':' Age'}");
        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.CREATED, 201, json(SENT), "a1", "age"));

        service.then(200, "[]").then(201, "{'uid':'a2','key':' ','name':'City'}");
        assertThat(upsert("{'key':'city','name':'City'}")).hasToString("CREATED \"city\" (uid a2)");
    }

    @Test
    void aKeyThatTheServiceKeepsOtherwiseFindsItsDefinition() {
        service.then(200, "[]").then(201, "{'uid':'a1','key':'years'}").then(200, "[{'uid':'a1','key':'years'}]");

        assertThat(upsert("{'key':'age'}")).hasToString("CREATED \"years\" (uid a1) (the service keeps /key otherwise)");
        assertThat(upsert("{'key':'age'}"))
                .hasToString("UNCHANGED \"years\" (uid a1) (the service keeps /key otherwise)");
    }

    @Test
    void whatAnUpdateLeavesIsWhole() {
        service.then(200, TRIMMED);
        service.execute(attributes, Operation.update, new Target(new Uid("a1"), null), AGE);
        Project project = service.project();

        assertThat(project.isWhole(attributes, json(AGE), json(TRIMMED))).isTrue();
        assertThat(project.isWhole(attributes, json(AGE), json("{'uid':'a1','created_at':'2026','key':'age','name':'Age'}"))).isTrue();
        assertThat(project.isWhole(attributes, json(AGE), json("{'uid':'a1','key':'age','name':'Age','x':1}"))).isFalse();
        assertThat(project.isWhole(attributes, json("{'key':'age'}"), json(TRIMMED))).isFalse();
        assertThat(project.isWhole(attributes, json(AGE), json("{'uid':'a2','key':'age','name':'Age'}"))).isFalse();
    }

    @Test
    void whatAnUpdateWithABriefResponseLeavesIsWholeInBothWays() {
        service.then(200, "{'uid':'a1','key':'age'}");
        service.execute(attributes, Operation.update, new Target(new Uid("a1"), null), AGE);

        assertThat(service.project().isWhole(attributes, json(AGE), json(SENT))).isTrue();
        assertThat(service.project().isWhole(attributes, json(AGE), json("{'uid':'a1','key':'age'}"))).isTrue();
    }

    @Test
    void anUpsertThatSendsMoreThanIsDesiredLeavesNothingWhole() {
        service.then(200, "[{'uid':'a1','key':'age','name':'B','x':1}]").then(200, "{'uid':'a1','key':'age','name':'Age','x':1}");
        upsert();

        assertThat(service.project().isWhole(attributes, json(AGE), json("{'uid':'a1','key':'age','name':'Age','x':1}"))).isFalse();
    }

    /** Long after the write before, so that the list shows what the service has. */
    private Result upsert() {
        return upsert(AGE);
    }

    private Result upsert(String body) {
        service.time.sleep(LATER);
        return service.upsert(attributes, body);
    }
}
