// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.time.Duration;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.project.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.batch.Requests.create;
import static io.github.camelpersonalize.batch.Requests.deletion;
import static io.github.camelpersonalize.batch.Requests.update;
import static io.github.camelpersonalize.batch.Requests.updateByUid;
import static io.github.camelpersonalize.batch.Requests.upsert;
import static org.assertj.core.api.Assertions.assertThat;

/** Which write requests need not be sent, because a later one overwrites all that they write. */
class OverwritingTest {

    private static final String A = "{'name': 'A'}";

    private final Overwriting updating = new Overwriting(Dialect.CONTRACT, new Policy(OnConflict.update, Duration.ZERO));
    private final Overwriting skipping = new Overwriting(Dialect.CONTRACT, new Policy(OnConflict.skip, Duration.ZERO));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                  | {}                                  | true
            {'x': 1}                            | {'x': 2}                            | true
            {}                                  | {'x': 2}                            | true
            {'x': 1}                            | {}                                  | false
            {'x': 1, 'y': 1}                    | {'x': 2}                            | false
            {'uid': 'b1', 'created_at': 'then'} | {}                                  | true
            {'x': {'a': 1}}                     | {'x': {'a': 2}}                     | true
            {'x': {'a': 1}}                     | {'x': {'b': 2}}                     | false
            {'x': {'a': 1}}                     | {'x': {'a': 2, 'b': 2}}             | true
            {'x': {'a': {'b': 1}}}              | {'x': {'a': {'c': 1}}}              | false
            {'x': {'a': 1}}                     | {'x': 2}                            | true
            {'x': 1}                            | {'x': {'a': 2}}                     | false
            {'x': ['a', 'b']}                   | {'x': ['c']}                        | true
            {'x': [{'a': 1}]}                   | {'x': [{'b': 2}]}                   | true
            {'x': 1}                            | {'x': []}                           | true
            {'x': 1}                            | {'x': ['a']}                        | true
            {'rules': {'all': [1]}}             | {'rules': {'any': [2]}}             | true
            """)
    void anUpsertMustHaveAllMembersOfTheEarlierOne(String earlier, String later, boolean overwrites) {
        assertThat(updating.test(audience(later), audience(earlier))).isEqualTo(overwrites);
    }

    /** The service keeps what an item of an array has and the later one of its name has not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{'name': 'V', 'x': 1}]             | [{'name': 'V', 'x': 2}]             | true
            [{'name': 'V', 'x': 1}]             | [{'name': 'V', 'x': 2, 'y': 2}]     | true
            [{'name': 'V', 'x': 1, 'y': 1}]     | [{'name': 'V', 'x': 2}]             | false
            [{'name': 'V'}, {'name': 'W'}]      | [{'name': 'W'}]                     | true
            [{'name': 'V'}]                     | [{'name': 'V'}, {'name': 'W'}]      | false
            []                                  | [{'name': 'V'}]                     | false
            [{'name': 'V'}, {'name': 'V'}]      | [{'name': 'V'}]                     | false
            [{'name': 1}]                       | [{'name': 1, 'x': 2}]               | true
            """)
    void itemsAreMatchedByName(String earlier, String later, boolean overwrites) {
        assertThat(updating.test(audience("{'items': " + later + "}"), audience("{'items': " + earlier + "}"))).isEqualTo(overwrites);
    }

    @Test
    void itMustBeAboutTheSameDefinitionInTheSameWay() {
        WriteRequest upsert = upsert(Resource.audiences, A);

        assertThat(updating.test(upsert(Resource.audiences, "{'name': 'B'}"), upsert)).isFalse();
        assertThat(updating.test(upsert(Resource.experiences, A), upsert)).isFalse();
        assertThat(updating.test(update(Resource.audiences, "A", A), upsert)).isFalse();
        assertThat(updating.test(updateByUid(Resource.audiences, "b1", A), updateByUid(Resource.audiences, "b2", A))).isFalse();
    }

    @Test
    void anUpdateReplacesTheWholeDefinition() {
        assertThat(updating.test(update(Resource.audiences, "A", A), update(Resource.audiences, "A", "{'name': 'A', 'x': 1}"))).isTrue();
    }

    @Test
    void unlessItRenamesIt() {
        assertThat(
                updating.test(update(Resource.audiences, "A", "{'name': 'B'}"), update(Resource.audiences, "A", "{'name': 'B', 'x': 1}")))
                .isFalse();
    }

    @Test
    void aCreateAndADeletionOverwriteNothing() {
        assertThat(updating.test(create(Resource.audiences, A), create(Resource.audiences, A))).isFalse();
        assertThat(updating.test(deletion(Resource.audiences, "A"), deletion(Resource.audiences, "A"))).isFalse();
    }

    @Test
    void whereWhatExistsIsLeftAsItIsTheFirstCounts() {
        WriteRequest usual = upsert(Resource.audiences, A);
        WriteRequest skip = upsert(Resource.audiences, A, OnConflict.skip);
        WriteRequest overwrite = upsert(Resource.audiences, A, OnConflict.update);

        assertThat(updating.test(skip, usual)).isFalse();
        assertThat(updating.test(usual, skip)).isFalse();
        assertThat(skipping.test(usual, usual)).isFalse();
        assertThat(skipping.test(overwrite, overwrite)).isTrue();
    }

    @Test
    void whatTheServiceCannotChangeIsNotOverwritten() {
        assertThat(updating.test(upsert(Resource.events, "{'key': 'buy'}"), upsert(Resource.events, "{'key': 'buy'}"))).isFalse();
    }

    /** Which of them is newer is known only when the state is read: each must be able to stand for the other. */
    @Test
    void ofVersionsEachMustHaveAllMembersOfTheOther() {
        WriteRequest small = audience("{}").version(RecordVersion.parse("2").orElseThrow());
        WriteRequest large = audience("{'x': 1}").version(RecordVersion.parse("1").orElseThrow());

        assertThat(updating.test(large, small)).isFalse();
        assertThat(updating.test(small, large)).isFalse();
        assertThat(updating.test(large, large)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'x': 'ref:audience/B'} | {'x': 'ref:audience/B'}                          | true
            {'x': 'ref:audience/B'} | {'x': 'ref:audience/C'}                          | false
            {'x': 'ref:audience/B'} | {'x': 'ref:audience/C', 'y': 'ref:audience/B'}   | true
            {'x': 'b'}              | {'x': 'ref:audience/B'}                          | true
            {'rules': {'attribute': 'age'}} | {'rules': {'attribute': 'city'}}         | true
            """)
    void itMustWaitForAllThatTheEarlierOneWaitsFor(String earlier, String later, boolean overwrites) {
        assertThat(updating.test(audience(later), audience(earlier))).isEqualTo(overwrites);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'status': 'ACTIVE'} | {'status': 'ACTIVE'} | true
            {'status': 'ACTIVE'} | {'status': 'DRAFT'}  | false
            {}                   | {'status': 'DRAFT'}  | false
            {}                   | {}                   | true
            """)
    void aVersionThatGoesLiveIsNotOverwrittenByADraft(String earlier, String later, boolean overwrites) {
        Overwriting live = new Overwriting(Dialect.LIVE, new Policy(OnConflict.update, Duration.ZERO));

        assertThat(live.test(named(Resource.experiences, later), named(Resource.experiences, earlier))).isEqualTo(overwrites);
    }

    @Test
    void aDeletionMakesTheUpsertBeforeItSuperfluous() {
        assertThat(updating.isDeletion(deletion(Resource.audiences, "A"), upsert(Resource.audiences, A))).isTrue();
    }

    @Test
    void butNotOneOfAnotherKeyNorWhatIsNoUpsertNorOneWhoseVersionMustBeKeptNorOneThatLeavesWhatExists() {
        WriteRequest deletion = deletion(Resource.audiences, "A");

        assertThat(updating.isDeletion(deletion, upsert(Resource.audiences, "{'name': 'B'}"))).isFalse();
        assertThat(updating.isDeletion(deletion, create(Resource.audiences, A))).isFalse();
        assertThat(updating.isDeletion(upsert(Resource.audiences, A), upsert(Resource.audiences, A))).isFalse();
        assertThat(updating.isDeletion(deletion, upsert(Resource.audiences, A).version(RecordVersion.parse("1").orElseThrow()))).isFalse();
        assertThat(updating.isDeletion(deletion, upsert(Resource.audiences, A, OnConflict.skip))).isFalse();
    }

    private static WriteRequest audience(String body) {
        return named(Resource.audiences, body);
    }

    private static WriteRequest named(Resource resource, String body) {
        return upsert(resource, body.equals("{}") ? A : "{'name': 'A', " + body.substring(1));
    }
}
