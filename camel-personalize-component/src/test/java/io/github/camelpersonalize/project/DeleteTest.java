// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static org.assertj.core.api.Assertions.assertThat;

class DeleteTest {

    private static final String AGE = "{'uid':'a1','key':'age'}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void aUidIsDeletedWithoutALook() {
        service.then(204, "");

        assertThat(delete(new Target(new Uid("a1"), null))).isEqualTo(gone(Outcome.DELETED, 204, "a1", null));
        assertThat(service.requests()).containsExactly("DELETE /attributes/a1");
    }

    @Test
    void aKeyIsLookedUpFirst() {
        service.then(200, "[" + AGE + "]").then(204, "");

        assertThat(delete(new Target(null, "age"))).isEqualTo(gone(Outcome.DELETED, 204, "a1", "age"));
        assertThat(service.requests()).containsExactly("GET /attributes", "DELETE /attributes/a1");
    }

    @Test
    void whatDoesNotExistCountsAsDeleted() {
        service.then(200, "[]");

        assertThat(delete(new Target(null, "age"))).isEqualTo(gone(Outcome.UNCHANGED, 404, null, "age"));
        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    @Test
    void aKeyThatCannotBeLookedUpIsNotDeleted() {
        service.then(500, "");

        assertThat(delete(new Target(null, "age"))).hasToString("UNKNOWN: the service failed with 500");
    }

    @Test
    void aUidThatIsGoneCountsAsDeletedWhereTheServiceListsItsKind() {
        service.then(404, "").then(200, "[]");

        assertThat(delete(new Target(new Uid("a1"), null))).isEqualTo(gone(Outcome.UNCHANGED, 404, "a1", null));
        assertThat(service.requests()).containsExactly("DELETE /attributes/a1", "GET /attributes");
    }

    @Test
    void aUidThatIsNotFoundBecauseThereIsNoSuchProjectIsAFailure() {
        service.then(404, "").then(404, "");

        assertThat(delete(new Target(new Uid("a1"), null))).hasToString("BLOCKED: service.example does not serve GET /attributes of this"
                + " project (404); check baseUrl, region and the option projectUid");
    }

    @Test
    void whatIsGoneAfterALostResponseWasDeletedHere() {
        service.retrying(1).thenLost().then(404, "").then(200, "[]");

        assertThat(delete(new Target(new Uid("a1"), null))).isEqualTo(gone(Outcome.DELETED, 404, "a1", null));
    }

    @Test
    void aDeletionInDoubtMakesTheListCountNoLonger() {
        service.then(200, "[" + AGE + "]");
        service.upsert(attributes, AGE);
        service.thenLost();
        assertThat(delete(new Target(new Uid("a1"), null)))
                .hasToString("UNKNOWN: no response from service.example: the connection broke off");
        service.requests();

        service.then(200, "[" + AGE + "]");
        service.upsert(attributes, AGE);

        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    @Test
    void whatIsDeletedIsNoLongerInTheIndex() {
        service.then(200, "[" + AGE + "]");
        service.upsert(attributes, AGE);
        service.then(204, "").then(201, "{'uid':'a2','key':'age'}");

        delete(new Target(new Uid("a1"), null));

        assertThat(service.upsert(attributes, AGE)).hasToString("CREATED \"age\" (uid a2)");
    }

    @Test
    void whatBearsTheKeyInPlaceOfTheUidOfABodyIsDeleted() {
        service.then(404, "").then(200, "[{'uid':'a2','key':'age'}]").then(204, "");

        assertThat(delete(new Target(new Uid("a1"), "age", true))).isEqualTo(gone(Outcome.DELETED, 204, "a2", "age"));
        assertThat(service.requests()).containsExactly("DELETE /attributes/a1", "GET /attributes", "DELETE /attributes/a2");
    }

    @Test
    void whereNothingBearsTheKeyItIsGone() {
        service.then(404, "").then(200, "[]");
        assertThat(delete(new Target(new Uid("a1"), "age", true))).isEqualTo(gone(Outcome.UNCHANGED, 404, "a1", "age"));

        service.then(404, "").then(200, "[]");
        assertThat(delete(new Target(new Uid("a1"), "age"))).isEqualTo(gone(Outcome.UNCHANGED, 404, "a1", "age"));
    }

    @Test
    void aUidThatWasNamedOnPurposeMeansNoOtherDefinition() {
        service.then(404, "").then(200, "[{'uid':'a2','key':'age'}]");

        assertThat(delete(new Target(new Uid("a1"), "age"))).hasToString("REJECTED: project \"p1\" has no definition with uid a1, and its"
                + " \"age\" has the uid a2; nothing was deleted; name the one that is meant");
        assertThat(service.requests()).containsExactly("DELETE /attributes/a1", "GET /attributes");
    }

    @Test
    void aUidThatWasNamedOnPurposeIsGoneAlsoWhereAKeyLooksAlike() {
        service.then(404, "").then(200, "[{'uid':'a2','key':'AGE'}]");

        assertThat(delete(new Target(new Uid("a1"), "age"))).isEqualTo(gone(Outcome.UNCHANGED, 404, "a1", "age"));
    }

    @Test
    void ofALostDeletionNoSuccessorIsDeleted() {
        service.retrying(1).thenLost().then(404, "").then(200, "[{'uid':'a2','key':'age'}]");

        assertThat(delete(new Target(new Uid("a1"), "age", true))).isEqualTo(gone(Outcome.DELETED, 404, "a1", "age"));
    }

    @Test
    void twoThatBearTheKeyAreAmbiguous() {
        service.then(404, "").then(200, "[{'uid':'a2','key':'age'},{'uid':'a3','key':'age'}]");

        assertThat(delete(new Target(new Uid("a1"), "age", true))).hasToString(
                "AMBIGUOUS: 2 definitions of project \"p1\" have this key (uids a2, a3); address one of them by its uid");
    }

    private Result delete(Target target) {
        return service.execute(attributes, Operation.delete, target, null);
    }

    private static Result gone(Outcome outcome, int status, String uid, String key) {
        return new Result.Success(outcome, status, MissingNode.getInstance(), uid, key);
    }
}
