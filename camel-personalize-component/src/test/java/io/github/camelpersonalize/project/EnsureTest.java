// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What an upsert does with what the project has, and with what happens meanwhile. */
class EnsureTest {

    private static final String AGE = "{'key':'age','name':'Age'}";
    private static final String STORED = "{'uid':'a1','key':'age','name':'Age'}";
    private static final String OTHER = "{'uid':'a1','key':'age','name':'Alter','x':1}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void whatIsMissingIsCreated() {
        service.then(200, "[]").then(201, STORED);

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.CREATED, 201, json(STORED), "a1", "age"));
        assertThat(service.requests()).containsExactly("GET /attributes", "POST /attributes " + AGE);
    }

    @Test
    void whatMatchesCostsOneListForAllOfItsKind() {
        service.then(200, "[" + STORED + ",{'uid':'a2','key':'city'}]");

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UNCHANGED, 0, json(STORED), "a1", "age"));
        assertThat(service.upsert(attributes, "{'key':'city'}")).hasToString("UNCHANGED \"city\" (uid a2)");
        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    @Test
    void withAnIndexTtlOfZeroEachMessageListsAnew() {
        service.listingAlways().then(200, "[" + STORED + "]").then(200, "[" + STORED + "]");

        upsert();
        upsert();

        assertThat(service.requests()).containsExactly("GET /attributes", "GET /attributes");
    }

    @Test
    void whatDiffersIsChangedAndItsOtherMembersStay() {
        service.then(200, "[" + OTHER + "]").then(200, "{'uid':'a1','key':'age','name':'Age','x':1}");

        assertThat(upsert())
                .isEqualTo(new Result.Success(Outcome.UPDATED, 200, json("{'uid':'a1','key':'age','name':'Age','x':1}"), "a1", "age"));
        assertThat(service.requests()).containsExactly("GET /attributes", "PUT /attributes/a1 {'key':'age','name':'Age','x':1}");
    }

    @Test
    void withSkipWhatDiffersStays() {
        service.on(OnConflict.skip).then(200, "[" + OTHER + "]");

        assertThat(upsert()).isEqualTo(new Result.Success(Outcome.UNCHANGED, 0, json(OTHER), "a1", "age",
                "differs in /name, and is left as it is (onConflict=skip)"));
    }

    @Test
    void withFailWhatDiffersIsAConflict() {
        service.on(OnConflict.fail).then(200, "[" + OTHER + "]");

        assertThat(upsert()).hasToString("CONFLICT: project \"p1\" already has a definition with this key (uid a1), which differs in /name;"
                + " update that one, or choose another key");
    }

    @Test
    void whatTheServiceCannotChangeIsAConflict() {
        service.then(200, "[{'uid':'e1','key':'buy','name':'Other','description':'x'}]");

        assertThat(service.upsert(events, "{'key':'buy','name':'Buy','description':'y'}")).hasToString("CONFLICT: it differs in /name,"
                + " /description from the one that project \"p1\" has (uid e1), and the service cannot change events; send it as it is"
                + " there, or set onConflict=skip");
    }

    @Test
    void whatIsNotTheProjectsOwnIsAConflict() {
        service.then(200, "[{'uid':'d1','name':'Fans','source':'LYTICS'}]");
        assertThat(service.upsert(audiences, "{'name':'Fans'}")).hasToString("CONFLICT: the audience of this name is not the project's own"
                + " (comes from Lytics) and cannot be changed; refer to it, or choose another name");

        service.then(200, "[{'uid':'country','key':'x','__type':'PRESET'}]");
        assertThat(service.upsert(attributes, "{'key':'country'}"))
                .hasToString("CONFLICT: the attribute of this key is not the project's own"
                        + " (a preset, which every project has) and cannot be changed; refer to it, or choose another key");
    }

    @Test
    void withoutItsKeyNothingCanBeFound() {
        assertThat(service.upsert(attributes, "{'name':'Age'}")).hasToString("REJECTED: an upsert needs its key");
    }

    @Test
    void whatIsNotValidIsNotSent() {
        assertThat(service.checking().upsert(attributes, "{'key':'age'}").toString()).startsWith("REJECTED: /name is missing");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aListThatCannotBeReadBlocksIt() {
        service.then(500, "");

        assertThat(upsert()).hasToString("BLOCKED: the service failed with 500");
    }

    @Test
    void twoOfTheSameKeyAreAmbiguous() {
        service.then(200, "[" + STORED + ",{'uid':'a2','key':'age'}]");

        assertThat(upsert()).hasToString(
                "AMBIGUOUS: 2 definitions of project \"p1\" have this key (uids a1, a2); address one of them by its uid");
    }

    @Test
    void aKeyThatPeopleTakeForAnotherIsRefused() {
        service.then(200, "[{'uid':'a1','key':'AGE'}]");

        assertThat(upsert()).hasToString("REJECTED: does not exist in project \"p1\", but \"AGE\" does, which differs only in case, white"
                + " space or Unicode form");
    }

    @Test
    void whatOthersHaveDeletedMeanwhileIsCreatedAgain() {
        service.then(200, "[" + OTHER + "]").then(404, "").then(200, "[]").then(201, "{'uid':'a2','key':'age','name':'Age'}");

        assertThat(upsert()).hasToString("CREATED \"age\" (uid a2)");
        assertThat(service.requests()).hasSize(4).endsWith("GET /attributes", "POST /attributes " + AGE);
    }

    @Test
    void aListThatStillShowsWhatIsGoneIsNoNews() {
        service.then(200, "[" + OTHER + "]").then(404, "").then(200, "[" + OTHER + "]").then(201, "{'uid':'a2','key':'age','name':'Age'}");

        assertThat(upsert()).hasToString("CREATED \"age\" (uid a2)");
    }

    @Test
    void whatOthersHaveCreatedAgainMeanwhileIsChanged() {
        service.then(200, "[" + OTHER + "]").then(404, "").then(200, "[{'uid':'a2','key':'age'}]")
                .then(200, "{'uid':'a2','key':'age','name':'Age'}");

        assertThat(upsert()).hasToString("UPDATED \"age\" (uid a2)");
    }

    @Test
    void whereTheListCannotBeReadAfterwardsThatIsTheResult() {
        service.then(200, "[" + OTHER + "]").then(404, "").then(500, "");

        assertThat(upsert()).hasToString("BLOCKED: the service failed with 500");
    }

    @Test
    void anotherFailureOfAnUpdateIsTheResult() {
        service.then(200, "[" + OTHER + "]").then(422, "{'message':'no'}");

        assertThat(upsert()).hasToString("REJECTED: the service refused it with 422: no");
    }

    @Test
    void whatOthersHaveCreatedMeanwhileIsChanged() {
        service.then(200, "[]").then(409, "").then(200, "[" + OTHER + "]").then(200, STORED);

        assertThat(upsert()).hasToString("UPDATED \"age\" (uid a1)");
        assertThat(service.requests()).hasSize(4).endsWith("GET /attributes", "PUT /attributes/a1 {'key':'age','name':'Age','x':1}");
    }

    @Test
    void aConflictAfterALostCreateSaysThatItMayHaveBeenCreatedHere() {
        String others = "[{'uid':'e1','key':'buy','name':'Other'}]";
        service.then(200, "[]").thenLost().then(200, others);
        Result lost = service.upsert(events, "{'key':'buy','name':'Buy'}");
        service.then(200, "[]").then(409, "").then(200, "[{'uid':'e2','key':'pay','name':'Other'}]");
        Result refused = service.listingAlways().upsert(events, "{'key':'pay','name':'Pay'}");

        assertThat(lost.toString()).startsWith("CONFLICT: it differs in /name");
        assertThat(((Result.Failure) lost).inDoubt()).isTrue();
        assertThat(refused.toString()).startsWith("CONFLICT: it differs in /name");
        assertThat(((Result.Failure) refused).inDoubt()).isFalse();
    }

    @Test
    void anotherFailureOfACreateIsTheResult() {
        service.then(200, "[]").then(422, "{'message':'no'}");

        assertThat(upsert()).hasToString("REJECTED: the service refused it with 422: no");
    }

    @Test
    void aChangeCreatesNothing() {
        service.then(200, "[]");

        assertThat(change()).hasToString("REJECTED: does not exist in project \"p1\"");
    }

    @Test
    void aChangeMakesADefinitionMatchThatExists() {
        service.then(200, "[" + OTHER + "]").then(200, STORED);

        assertThat(change()).hasToString("UPDATED \"age\" (uid a1)");
    }

    @Test
    void aChangeOfWhatIsGoneMeanwhileFailsAsNotFound() {
        service.then(200, "[" + OTHER + "]").then(404, "");
        Result gone = change();
        service.then(201, STORED);

        assertThat(gone).hasToString("REJECTED: no longer exists in project \"p1\"");
        assertThat(((Result.Failure) gone).isNotFound()).isTrue();
        assertThat(upsert()).as("it is no longer in the index").hasToString("CREATED \"age\" (uid a1)");
    }

    @Test
    void anotherFailureOfAChangeIsTheResult() {
        service.then(200, "[" + OTHER + "]").then(500, "");

        assertThat(change()).hasToString("UNKNOWN: the service failed with 500");
    }

    private Result upsert() {
        return service.upsert(attributes, AGE);
    }

    private Result change() {
        Project project = service.project();
        return new Upsert(project, OnConflict.update, project.startedAt()).change(attributes, "age", json(AGE));
    }
}
