// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.batch.Requests.create;
import static io.github.camelpersonalize.batch.Requests.deletion;
import static io.github.camelpersonalize.batch.Requests.update;
import static io.github.camelpersonalize.batch.Requests.updateByUid;
import static io.github.camelpersonalize.batch.Requests.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What one write request does to a project that is listed first. */
class WriteExecutorTest extends AtABatch {

    private static final String AGE = "{'key': 'age', 'name': 'Age', 'data_type': 'number'}";
    private static final String STORED = """
            {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}]}""";

    @Test
    void anUpdateReplacesTheDefinitionAndWithItWhatItDoesNotMention() {
        seed(STORED.replace("\"number\"", "\"number\", \"note\": \"old\""));

        assertThat(executed(update(Resource.attributes, "age", AGE))).isEqualTo("UPDATED");
        assertThat(emulator().project(UID).attribute("age").has("note")).isFalse();
    }

    @Test
    void ofWhatIsAsDesiredNothingIsSent() {
        seed(STORED);

        assertThat(executed(update(Resource.attributes, "age", AGE))).isEqualTo("UNCHANGED");
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatDiffersIsReplaced() {
        seed(STORED);

        assertThat(executed(update(Resource.attributes, "age", AGE.replace("'Age'", "'Years'")))).isEqualTo("UPDATED");
        assertThat(writes()).containsExactly("PUT /attributes/a1");
    }

    @Test
    void anUpdateByUidOfWhatWasCreatedAgainFindsItByItsKey() {
        seed(STORED);

        assertThat(executed(updateByUid(Resource.attributes, "a9", AGE.replace("'Age'", "'Years'")))).isEqualTo("UPDATED");
        assertThat(writes()).containsExactly("PUT /attributes/a1");
    }

    @Test
    void orFindsNothing() {
        assertThat(executed(updateByUid(Resource.attributes, "a9", AGE)))
                .isEqualTo("REJECTED: has no definition with uid a9 in project \"p1\"");
        assertThat(executed(updateByUid(Resource.attributes, "a9", "{'name': 'Age'}")))
                .isEqualTo("REJECTED: has no definition with uid a9 in project \"p1\"");
        assertThat(executed(update(Resource.attributes, "age", AGE))).isEqualTo("REJECTED: does not exist in project \"p1\"");
    }

    @Test
    void aKeyThatPeopleTakeForItIsToldInsteadOfTheUid() {
        seed(STORED);

        assertThat(executed(updateByUid(Resource.attributes, "a9", AGE.replace("'age'", "'AGE'")))).isEqualTo(
                "REJECTED: does not exist in project \"p1\", but \"age\" does, which differs only in case, white space or Unicode form");
    }

    @Test
    void aDeletionDeletesWhatNothingUses() {
        seed(STORED);

        assertThat(executed(deletion(Resource.attributes, "age"))).isEqualTo("DELETED");
        assertThat(writes()).containsExactly("DELETE /attributes/a1");
    }

    @Test
    void whatIsNotThereNeedsNoDeletion() {
        assertThat(executed(deletion(Resource.attributes, "age"))).isEqualTo("UNCHANGED");
        assertThat(executed(byUid("a9", null))).isEqualTo("UNCHANGED");
    }

    @Test
    void aDeletionByAUidThatWasNamedOnPurposeDeletesNoOther() {
        seed(STORED);

        assertThat(executed(byUid("a9", "age")))
                .startsWith("REJECTED: project \"p1\" has no definition with uid a9, and its \"age\" has the"
                        + " uid a1; nothing was deleted");
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatIsUsedIsNotDeleted() {
        seed(STORED.replace("]}", "], \"audiences\": [{\"uid\": \"b1\", \"name\": \"Adults\", \"rules\": {\"attribute\": \"age\"}}]}"));

        assertThat(executed(deletion(Resource.attributes, "age")))
                .isEqualTo("BLOCKED: not deleted, because it is used by audience \"Adults\"; change those first");
    }

    @Test
    void aBodyWithAReferenceIsNoLiteralForACreateAndAnUpdate() {
        WriteExecutor executor = new WriteExecutor(project());
        String reference = "{'name': 'A', 'rules': {'audience': 'ref:audience/B'}}";

        assertThat(executor.violation(create(Resource.audiences, reference))).get().asString().startsWith("REJECTED: /rules/audience");
        assertThat(executor.violation(update(Resource.audiences, "A", reference))).get().asString().startsWith("REJECTED: /rules/audience");
        assertThat(executor.violation(upsert(Resource.audiences, reference))).isEmpty();
    }

    @Test
    void whatIsNoWriteIsAMistakeOfTheCaller() {
        WriteRequest list = new WriteRequest(Resource.attributes, Operation.list, Target.NONE, null, null, null, null, null);

        assertThatThrownBy(() -> new WriteExecutor(project()).execute(list)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("list is no write");
    }

    private String executed(WriteRequest request) {
        return line(new WriteExecutor(project()).execute(request));
    }

    private static WriteRequest byUid(String uid, String key) {
        return WriteRequest.deletion(Resource.attributes, new Target(new Uid(uid), key), null);
    }
}
