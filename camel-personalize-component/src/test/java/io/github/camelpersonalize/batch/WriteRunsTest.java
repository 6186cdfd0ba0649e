// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.project.Policy;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.batch.Requests.attribute;
import static io.github.camelpersonalize.batch.Requests.audience;
import static io.github.camelpersonalize.batch.Requests.create;
import static io.github.camelpersonalize.batch.Requests.deletion;
import static io.github.camelpersonalize.batch.Requests.update;
import static io.github.camelpersonalize.batch.Requests.updateByUid;
import static io.github.camelpersonalize.batch.Requests.upsert;
import static org.assertj.core.api.Assertions.assertThat;

/** Which write requests are one run, so that the last of them can be sent in place of all. */
class WriteRunsTest {

    @Test
    void thoseThatOverwriteEachOtherAreOneRunWhateverIsBetween() {
        assertThat(runs(attribute("age", "A"), attribute("city", "C"), attribute("age", "B"), attribute("age", "B")))
                .containsExactly("[0, 2, 3]", "[1]", "[0, 2, 3]", "[0, 2, 3]");
    }

    @Test
    void keysThatPeopleCannotTellApartEndARun() {
        assertThat(runs(attribute("age", "A"), attribute("AGE", "A"), attribute("age", "B"))).containsExactly("[0]", "[1]", "[2]");
    }

    @Test
    void whatOverwritesNothingIsOnItsOwnUnlessItIsTheSameAgain() {
        WriteRequest one = create(Resource.attributes, "{'key': 'age', 'name': 'A'}");
        WriteRequest other = create(Resource.attributes, "{'key': 'age', 'name': 'B'}");

        assertThat(runs(one, one, other, one)).containsExactly("[0, 1]", "[0, 1]", "[2]", "[3]");
    }

    @Test
    void anUpsertThatTreatsAConflictOtherwiseIsNotTheSame() {
        String age = "{'key': 'age', 'name': 'A'}";

        assertThat(runs(upsert(Resource.attributes, age, OnConflict.skip), upsert(Resource.attributes, age, OnConflict.fail)))
                .containsExactly("[0]", "[1]");
    }

    @Test
    void aDeletionEndsTheRunOfItsDefinition() {
        assertThat(runs(attribute("age", "A"), attribute("age", "B"), deletion(Resource.attributes, "age"), attribute("age", "C")))
                .containsExactly("[0, 1]", "[0, 1]", "[2]", "[3]");
    }

    @Test
    void whatIsDeletedAtOnceIsNotWritten() {
        assertThat(runs(attribute("age", "A"), deletion(Resource.attributes, "age"))).containsExactly("[0, 1]", "[0, 1]");
    }

    @Test
    void butOnlyAtOnce() {
        assertThat(runs(attribute("age", "A"), attribute("city", "C"), deletion(Resource.attributes, "age"))).containsExactly("[0]", "[1]",
                "[2]");
    }

    @Test
    void deletionsAreNotTheSame() {
        assertThat(runs(deletion(Resource.attributes, "age"), deletion(Resource.attributes, "age"))).containsExactly("[0]", "[1]");
    }

    /** What is deleted may be used by a definition that is written before. */
    @Test
    void aDeletionEndsAllRunsOfAKindThatCanUseItsOwn() {
        assertThat(runs(audience("A"), deletion(Resource.audiences, "B"), audience("A"))).containsExactly("[0]", "[1]", "[2]");
        assertThat(runs(upsert(Resource.experiences, "{'name': 'A'}"), deletion(Resource.experiences, "B"),
                upsert(Resource.experiences, "{'name': 'A'}"))).containsExactly("[0]", "[1]", "[2]");
        assertThat(runs(attribute("age", "A"), deletion(Resource.attributes, "city"), attribute("age", "B"))).containsExactly("[0, 2]",
                "[1]", "[0, 2]");
    }

    @Test
    void aRenameEndsAllRuns() {
        WriteRequest rename = update(Resource.audiences, "B", "{'name': 'C'}");
        WriteRequest replace = update(Resource.audiences, "A", "{'name': 'A'}");

        assertThat(runs(replace, rename, replace, replace)).containsExactly("[0]", "[1]", "[2, 3]", "[2, 3]");
        assertThat(runs(rename, rename, replace)).containsExactly("[0, 1]", "[0, 1]", "[2]");
    }

    /** Whose key a uid has is not known. */
    @Test
    void uidsAndKeysEndEachOthersRuns() {
        WriteRequest byKey = update(Resource.audiences, "A", "{'name': 'A'}");
        WriteRequest byUid = updateByUid(Resource.audiences, "b1", "{'name': 'A'}");
        WriteRequest byOther = updateByUid(Resource.audiences, "b2", "{'name': 'B'}");

        assertThat(runs(byKey, byUid, byUid, byKey)).containsExactly("[0]", "[1, 2]", "[1, 2]", "[3]");
        assertThat(runs(byUid, byOther, byUid)).containsExactly("[0]", "[1]", "[2]");
    }

    @Test
    void timesInTwoUnitsAreNoRun() {
        assertThat(
                runs(attribute("age", "A", "1732449600"), attribute("age", "B", "1732449700123"), attribute("age", "C", "1732449800123")))
                .containsExactly("[0]", "[1, 2]", "[1, 2]");
        assertThat(runs(attribute("age", "A", "1732449600"), attribute("age", "B"))).containsExactly("[0, 1]", "[0, 1]");
        assertThat(runs(attribute("age", "A"), attribute("age", "B", "1732449600"))).containsExactly("[0, 1]", "[0, 1]");
    }

    @Test
    void ofOneKeyDefinitionsOfTwoKindsAreNoRun() {
        assertThat(runs(upsert(Resource.audiences, "{'name': 'A'}"), upsert(Resource.experiences, "{'name': 'A'}"))).containsExactly("[0]",
                "[1]");
    }

    @Test
    void whatIsNotExecutedIsInNone() {
        List<WriteRequest> requests = List.of(attribute("age", "A"), attribute("age", "B"), attribute("age", "C"));

        WriteRuns runs = new WriteRuns(requests, Repeats.firsts(requests), List.of(0, 2), overwriting());

        assertThat(runs.of(0)).containsExactly(0, 2);
        assertThat(runs.of(1)).isNull();
    }

    private static Stream<String> runs(WriteRequest... requests) {
        List<WriteRequest> all = List.of(requests);
        WriteRuns runs = new WriteRuns(all, Repeats.firsts(all), IntStream.range(0, all.size()).boxed().toList(), overwriting());
        return IntStream.range(0, all.size()).mapToObj(runs::of).map(List::toString);
    }

    private static Overwriting overwriting() {
        return new Overwriting(Dialect.CONTRACT, new Policy(OnConflict.update, Duration.ZERO));
    }
}
