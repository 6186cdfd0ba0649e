// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** A create, as far as its own response goes. What is lost on the way, {@link LostCreateTest} tells. */
class CreateTest {

    private static final String AGE = "{'key':'age','name':'Age'}";
    private static final String STORED = "{'uid':'a1','key':'age','name':'Age'}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void aDefinitionIsSentOnceAndIsAsTheServiceHasIt() {
        service.then(201, STORED);

        assertThat(create(AGE)).isEqualTo(new Result.Success(Outcome.CREATED, 201, json(STORED), "a1", "age"));
        assertThat(service.requests()).containsExactly("POST /attributes " + AGE);
    }

    @Test
    void membersThatOnlyTheServiceSetsAreNotSent() {
        service.then(201, STORED);

        create("{'uid':'z9','key':'age','created_at':'2026','name':'Age'}");

        assertThat(service.requests()).containsExactly("POST /attributes " + AGE);
    }

    @Test
    void aDefinitionWithoutItsKeyIsLeftToTheService() {
        service.then(201, "{'uid':'a1'}");

        assertThat(create("{'name':'Age'}"))
                .isEqualTo(new Result.Success(Outcome.CREATED, 201, json("{'uid':'a1','name':'Age'}"), "a1", null));
    }

    @Test
    void aResponseWithoutAUidIsCompletedFromTheList() {
        service.then(200, "{}").then(200, "[" + STORED + "]");

        assertThat(create(AGE)).isEqualTo(new Result.Success(Outcome.CREATED, 200, json(STORED), "a1", "age"));
        assertThat(service.requests()).containsExactly("POST /attributes " + AGE, "GET /attributes");
    }

    @Test
    void aUidThatMeansSomethingElseInAPathIsNone() {
        service.then(200, "{'uid':'priority'}").then(200, "[" + STORED + "]");

        assertThat(create(AGE)).isEqualTo(new Result.Success(Outcome.CREATED, 200, json(STORED), "a1", "age"));
    }

    @Test
    void aResponseWithoutAUidLeavesItUnknownWhereTheListDoesNotTell() {
        service.then(200, "{}").then(500, "");
        assertThat(failure(create(AGE))).isEqualTo("UNKNOWN: the response (200) has no usable uid, and looking the definition up failed:"
                + " the service failed with 500");

        service.then(200, "{}");
        assertThat(failure(create("{'name':'Age'}"))).isEqualTo("UNKNOWN: the response (200) has no usable uid");
    }

    @Test
    void aRefusalIsToldAndLeavesNothingInDoubt() {
        service.then(422, "{'message':'no'}");

        Result refused = create(AGE);

        assertThat(failure(refused)).isEqualTo("REJECTED: the service refused it with 422: no");
        assertThat(((Result.Failure) refused).inDoubt()).isFalse();
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void aKeyThatPeopleTakeForOneOfTheListIsRefused() {
        service.then(201, STORED).then(200, "[" + STORED + "]");
        create(AGE);

        assertThat(failure(create("{'key':'AGE'}")))
                .isEqualTo("REJECTED: project \"p1\" has \"age\", which differs only in case, white space"
                        + " or Unicode form; use that key, or one that people can tell from it");
        assertThat(service.requests()).containsExactly("POST /attributes " + AGE, "GET /attributes");
    }

    @Test
    void aKeyThatPeopleTakeForOneThatWasListedIsRefused() {
        service.then(200, "[" + STORED + "]").then(200, "[" + STORED + "]");
        service.execute(attributes, Operation.list, Target.NONE, null);

        assertThat(failure(create("{'key':'AGE'}"))).startsWith("REJECTED: project \"p1\" has \"age\", which differs only in case");
    }

    @Test
    void aKeyWhoseNeighbourIsGoneIsCreated() {
        service.then(201, STORED).then(200, "[]").then(201, "{'uid':'a2','key':'AGE'}");
        create(AGE);

        assertThat(create("{'key':'AGE'}"))
                .isEqualTo(new Result.Success(Outcome.CREATED, 201, json("{'uid':'a2','key':'AGE'}"), "a2", "AGE"));
    }

    @Test
    void whereTheListCannotBeReadNothingIsCreatedBesideItsNeighbour() {
        service.then(201, STORED).then(500, "");
        create(AGE);

        assertThat(failure(create("{'key':'AGE'}"))).isEqualTo("UNKNOWN: the service failed with 500");
    }

    @Test
    void whatIsNotValidIsNotSent() {
        service.checking();

        assertThat(failure(create("{'key':'age'}"))).startsWith("REJECTED: /name is missing");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void afterACreateInDoubtTheListCountsNoLonger() {
        service.then(200, "[]").then(201, STORED);
        service.upsert(attributes, AGE);
        service.thenLost().then(500, "");
        assertThat(failure(create("{'key':'city'}"))).startsWith("UNKNOWN: ");
        service.requests();

        service.then(200, "[" + STORED + "]");
        service.upsert(attributes, AGE);

        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    private Result create(String body) {
        return service.execute(attributes, Operation.create, Target.NONE, body);
    }

    private static String failure(Result result) {
        assertThat(result).isInstanceOf(Result.Failure.class);
        return result.toString();
    }
}
