// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a create whose response is lost, or that is refused as a duplicate. */
class LostCreateTest {

    private static final String AGE = "{'key':'age','name':'Age'}";
    private static final String STORED = "{'uid':'a1','key':'age','name':'Age'}";
    private static final String OTHER = "{'uid':'a1','key':'age','name':'Alter'}";
    private static final String POST = "POST /attributes " + AGE;
    private static final String LOST = "no response from service.example: the connection broke off";

    private final ScriptedService service = ScriptedService.contract().retrying(3);

    @Test
    void whatIsThereAndMatchesIsAdoptedOnceTheServiceListsItsOwnWrites() {
        service.thenLost().then(200, "[" + STORED + "]");

        assertThat(create()).isEqualTo(new Result.Success(Outcome.ADOPTED, 200, json(STORED), "a1", "age"));
        assertThat(service.requests()).containsExactly(POST, "GET /attributes");
        assertThat(service.time.sleeps()).containsExactly(Duration.ofSeconds(1));
        assertThat(service.stats.reconciledCreates()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsCreatedAgain() {
        service.thenLost().then(200, "[]").then(201, STORED);

        assertThat(create()).isEqualTo(new Result.Success(Outcome.CREATED, 201, json(STORED), "a1", "age"));
        assertThat(service.requests()).containsExactly(POST, "GET /attributes", POST);
    }

    @Test
    void whatIsThereAndDiffersIsUpdated() {
        service.thenLost().then(200, "[" + OTHER + "]").then(200, STORED);

        assertThat(create()).isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(STORED), "a1", "age"));
        assertThat(service.requests()).containsExactly(POST, "GET /attributes", "PUT /attributes/a1 " + AGE);
    }

    @Test
    void whatDiffersIsAConflictWhereTheServiceCannotChangeIt() {
        service.thenLost().then(200, "[{'uid':'e1','key':'buy','name':'Other'}]");

        assertFailure(create(events, "{'key':'buy','name':'Buy'}"), true,
                "CONFLICT: project \"p1\" already has a definition with this key (uid e1), which differs in /name; update that one, or"
                        + " choose another key");
    }

    @Test
    void whatIsCreatedAgainAndLostAgainIsLookedUpAgain() {
        service.thenLost().then(200, "[]").thenLost().then(200, "[" + STORED + "]");

        assertThat(create()).isEqualTo(new Result.Success(Outcome.ADOPTED, 200, json(STORED), "a1", "age"));
        assertThat(service.requests()).containsExactly(POST, "GET /attributes", POST, "GET /attributes");
        assertThat(service.stats.reconciledCreates()).isEqualTo(2);
    }

    @Test
    void whenTheAttemptsAreUsedUpItStaysUnknown() {
        service.retrying(0).thenLost().then(200, "[]");

        Result.Failure failed = (Result.Failure) create();

        assertThat(failed.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failed.inDoubt()).isTrue();
        assertThat(failed.problem().message()).matches("\\Q" + LOST + "\\E; given up after 1 attempt in 1\\.\\d s \\(maxRetries=0\\)");
    }

    @Test
    void whereTheListCannotBeReadItStaysUnknown() {
        service.retrying(0).thenLost().then(403, "");

        assertFailure(create(), true, "UNKNOWN: " + LOST
                + "; looking it up failed: the credential does not have permission for this (403); check its permissions and"
                + " the option projectUid");
    }

    @Test
    void twoOfTheSameKeyAreAmbiguous() {
        service.thenLost().then(200, "[" + STORED + ",{'uid':'a2','key':'age'}]");

        assertFailure(create(), true,
                "AMBIGUOUS: 2 definitions of project \"p1\" have this key (uids a1, a2); address one of them by its uid");
    }

    @Test
    void whenTheRouteStopsItStaysUnknown() {
        service.thenLostAndStopped();

        assertFailure(create(), true, "UNKNOWN: " + LOST + "; looking it up failed: the route is stopping");
    }

    @Test
    void withoutAKeyNothingCanBeLookedUp() {
        service.thenLost();

        assertFailure(create(attributes, "{'name':'Age'}"), true, "UNKNOWN: " + LOST);
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void aDuplicateThatMatchesIsAdopted() {
        service.then(409, "").then(200, "[" + STORED + "]");

        assertThat(create()).isEqualTo(new Result.Success(Outcome.ADOPTED, 200, json(STORED), "a1", "age"));
        assertThat(service.time.sleeps()).isEmpty();
        assertThat(service.stats.reconciledCreates()).isZero();
    }

    @Test
    void aDuplicateThatDiffersIsAConflict() {
        service.then(409, "").then(200, "[" + OTHER + "]");

        assertFailure(create(), false, "CONFLICT: project \"p1\" already has a definition with this key (uid a1), which differs in /name;"
                + " update that one, or choose another key");
    }

    @Test
    void aDuplicateThatTheListDoesNotHaveIsRefused() {
        service.then(409, "{'message':'taken'}").then(200, "[]");

        assertFailure(create(), false, "REJECTED: the service refused it with 409: taken");
    }

    @Test
    void aDuplicateAfterALostCreateThatDiffersIsUpdated() {
        service.thenLost().then(200, "[]").then(409, "").then(200, "[" + OTHER + "]").then(200, STORED);

        assertThat(create()).isEqualTo(new Result.Success(Outcome.UPDATED, 200, json(STORED), "a1", "age"));
    }

    @Test
    void aDuplicateAfterALostCreateThatTheListDoesNotHaveMayBeOurs() {
        service.thenLost().then(200, "[]").then(409, "{'message':'taken'}").then(200, "[]");

        assertFailure(create(), true, "UNKNOWN: the service refused it with 409: taken; this component may have created it, but the service"
                + " does not list it yet");
    }

    @Test
    void anotherRefusalAfterALostCreateIsToldWithTheDoubt() {
        service.thenLost().then(200, "[]").then(422, "{'message':'no'}");

        assertFailure(create(), true, "REJECTED: the service refused it with 422: no");
    }

    private Result create() {
        return create(attributes, AGE);
    }

    private Result create(Resource resource, String body) {
        return service.execute(resource, Operation.create, Target.NONE, body);
    }

    private static void assertFailure(Result result, boolean inDoubt, String text) {
        assertThat(result).hasToString(text).isInstanceOfSatisfying(Result.Failure.class,
                failed -> assertThat(failed.inDoubt()).isEqualTo(inDoubt));
    }
}
