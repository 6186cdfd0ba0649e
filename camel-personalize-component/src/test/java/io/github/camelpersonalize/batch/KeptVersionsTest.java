// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.batch.Requests.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which records are older than what was written before. */
class KeptVersionsTest {

    private final Disk disk = new Disk();
    private final VersionGuard versions = new VersionGuard(disk::store);
    private Result[] results;

    @Test
    void withoutAKeptVersionAllAreCurrentInTheOrderOfTheirVersions() {
        assertThat(current("3", "1", "2", "1")).containsExactly(1, 3, 2, 0);
        assertThat(results).containsOnlyNulls();
    }

    @Test
    void whatIsOlderThanTheKeptVersionIsSkippedAndWhatIsEqualIsNot() {
        disk.setState("attribute/age", "2");

        assertThat(current("3", "1", "2")).containsExactly(2, 0);
        assertThat(results[1]).hasToString("UNCHANGED \"age\" (version 1 is older than 2, which was written before; skipped)");
    }

    @Test
    void whatIsKeptOfAnotherDefinitionDoesNotCount() {
        disk.setState("attribute/city", "2");

        assertThat(current("1")).containsExactly(0);
    }

    @Test
    void aTimeInAnotherUnitThanTheKeptOneIsRefused() {
        disk.setState("attribute/age", "1732449600");

        assertThat(current("1732449700123")).isEmpty();
        assertThat(results[0])
                .hasToString("REJECTED: version 1732449700123 and 1732449600, which was written before, are times in two units,"
                        + " such as seconds and milliseconds, so that it is unknown which is newer; send all versions in one unit, or remove the"
                        + " version that is kept in \"attribute/age\" in the disk");
        assertThat(((Result.Failure) results[0]).problem().code()).isEqualTo("VERSION_UNIT");
    }

    @Test
    void whatIsKeptAndIsNoVersionCountsAsNone() {
        disk.setState("attribute/age", "seven");

        assertThat(current("1")).containsExactly(0);
    }

    @Test
    void theVersionOfWhatWasWrittenIsKeptAsItWasWritten() {
        versions.keep(attribute("age", "A", "7.0"));

        assertThat(disk.getState("attribute/age")).isEqualTo("7.0");
    }

    @Test
    void oneThatIsKeptAlreadyIsNotWrittenAgain() {
        versions.keep(attribute("age", "A", "7"));
        versions.keep(attribute("age", "B", "7"));

        assertThat(disk.writes).isEqualTo(1);
    }

    @Test
    void whatHasNoVersionKeepsNone() {
        versions.keep(attribute("age", "A"));

        assertThat(disk.writes).isZero();
    }

    @Test
    void whereAVersionCannotBeReadNothingIsSent() {
        disk.isBroken = true;

        assertThatThrownBy(() -> current("1")).isInstanceOfSatisfying(RecordVersionException.class,
                e -> assertThat(e.unread())
                        .hasToString("BLOCKED: the version that was written last cannot be read from \"attribute/age\" in"
                                + " the disk: bad sector; nothing was sent: make it readable, and send it again"));
    }

    @Test
    void whereItCannotBeKeptTheFailureSaysWhatWasWritten() {
        disk.isFull = true;
        Result.Success written = Result.Success.unchanged(Resource.attributes,
                Requests.json("{'uid': 'a1', 'key': 'age'}"), null);

        assertThatThrownBy(() -> versions.keep(attribute("age", "A", "7"))).isInstanceOfSatisfying(RecordVersionException.class,
                e -> assertThat(e.unkept(written)).hasToString("UNKNOWN: it is UNCHANGED (uid a1), but its version 7 cannot be kept in"
                        + " \"attribute/age\" in the disk: no space left; an older one may replace it: make it writable, and send it again"));
    }

    private List<Integer> current(String... revisions) {
        List<WriteRequest> requests = Arrays.stream(revisions).map(revision -> attribute("age", "A", revision)).toList();
        results = new Result[revisions.length];
        return versions.current(requests, new ArrayList<>(IntStream.range(0, revisions.length).boxed().toList()), results);
    }
}
