// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

class UpdateTest {

    private static final String AGE = "{'key':'age','name':'Age'}";
    private static final String STORED = "{'uid':'a1','key':'age','name':'Age'}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void aUidIsReplacedWithoutALook() {
        service.then(200, STORED);

        assertThat(update(new Target(new Uid("a1"), null), "{'uid':'a1','created_at':'2026','key':'age','name':'Age'}"))
                .isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(STORED), "a1", "age"));
        assertThat(service.requests()).containsExactly("PUT /attributes/a1 " + AGE);
    }

    @Test
    void aKeyIsLookedUpFirst() {
        service.then(200, "[{'uid':'a1','key':'age'}]").then(200, STORED);

        assertThat(update(new Target(null, "age"), AGE)).hasToString("UPDATED \"age\" (uid a1)");
        assertThat(service.requests()).containsExactly("GET /attributes", "PUT /attributes/a1 " + AGE);
    }

    @Test
    void aKeyThatDoesNotExistIsNotCreated() {
        service.then(200, "[]");

        assertThat(update(new Target(null, "age"), AGE)).hasToString("REJECTED: does not exist in project \"p1\"");
    }

    @Test
    void whatIsNotValidIsNotSent() {
        service.checking();

        assertThat(update(new Target(new Uid("a1"), null), "{'key':'age'}").toString()).startsWith("REJECTED: /name is missing");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void whatWasDeletedAndCreatedAgainIsFoundByItsKeyOnce() {
        service.then(404, "").then(200, "[{'uid':'a2','key':'age'}]").then(200, "{'uid':'a2','key':'age','name':'Age'}");
        assertThat(update(new Target(new Uid("a1"), null), AGE)).hasToString("UPDATED \"age\" (uid a2)");
        assertThat(service.requests()).containsExactly("PUT /attributes/a1 " + AGE, "GET /attributes", "PUT /attributes/a2 " + AGE);

        service.then(404, "").then(200, "[{'uid':'a2','key':'city'}]").then(404, "{'message':'gone'}");
        assertThat(update(new Target(new Uid("a1"), "city"), AGE)).hasToString("REJECTED: the service refused it with 404: gone");
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void whatTheListStillHasUnderItsUidIsNotSentAgain() {
        service.then(404, "{'message':'gone'}").then(200, "[{'uid':'a1','key':'age'}]");

        assertThat(update(new Target(new Uid("a1"), null), AGE)).hasToString("REJECTED: the service refused it with 404: gone");
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void whatIsGoneStaysNotFound() {
        service.then(404, "{'message':'gone'}").then(200, "[]");

        assertThat(update(new Target(new Uid("a1"), null), AGE)).hasToString("REJECTED: the service refused it with 404: gone");
    }

    @Test
    void whereItsKeyCannotBeLookedUpThatIsTheReason() {
        service.then(404, "").then(200, "[{'uid':'a2','key':'age'},{'uid':'a3','key':'age'}]");

        assertThat(update(new Target(new Uid("a1"), null), AGE)).hasToString(
                "AMBIGUOUS: 2 definitions of project \"p1\" have this key (uids a2, a3); address one of them by its uid");
    }

    @Test
    void withoutAKeyTheListTellsWhetherTheProjectIsTheReason() {
        service.then(404, "").then(404, "");

        assertThat(update(new Target(new Uid("a1"), null), "{'name':'Age'}")).hasToString("BLOCKED: service.example does not serve GET"
                + " /attributes of this project (404); check baseUrl, region and the option projectUid");
    }

    @Test
    void anotherFailureIsTheResult() {
        service.then(500, "");

        assertThat(update(new Target(new Uid("a1"), "age"), AGE)).hasToString("UNKNOWN: the service failed with 500");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void anUpdateInDoubtMakesTheListCountNoLonger() {
        service.then(200, "[" + STORED + "]");
        service.upsert(attributes, AGE);
        service.thenLost();
        update(new Target(new Uid("a1"), null), "{'key':'age','name':'Alter'}");
        service.requests();

        service.then(200, "[" + STORED + "]");
        assertThat(service.upsert(attributes, AGE)).hasToString("UNCHANGED \"age\" (uid a1)");
        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    private Result update(Target target, String body) {
        return service.execute(attributes, Operation.update, target, body);
    }
}
