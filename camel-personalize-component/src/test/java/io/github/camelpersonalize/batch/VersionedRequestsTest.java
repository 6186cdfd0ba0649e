// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Project;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.batch.Requests.attribute;
import static io.github.camelpersonalize.batch.Requests.deletion;
import static org.assertj.core.api.Assertions.assertThat;

/** Write requests with versions: the newest counts, whatever comes last. */
class VersionedRequestsTest extends AtABatch {

    private static final String NOT_SENT = " BLOCKED: not sent, because an item before it found the state repository unavailable";

    @Test
    void theNewestIsWrittenAndKept() {
        assertThat(written(attribute("age", "Third", "3"), attribute("age", "Second", "2"))).containsExactly("attribute age CREATED",
                "attribute age UNCHANGED (superseded by item 1)");

        assertThat(name()).isEqualTo("Third");
        assertThat(disk.getState("attribute/age")).isEqualTo("3");
    }

    @Test
    void anOlderOneThanWasWrittenBeforeIsSkipped() {
        written(attribute("age", "Third", "3"));

        assertThat(written(attribute("age", "Second", "2"))).containsExactly(
                "attribute age UNCHANGED (version 2 is older than 3, which was written before; skipped)");
        assertThat(name()).isEqualTo("Third");
    }

    @Test
    void behindADeletionToo() {
        assertThat(written(attribute("age", "Seventh", "7"), deletion(Resource.attributes, "age"), attribute("age", "Third", "3")))
                .containsExactly("attribute age CREATED", "attribute age DELETED",
                        "attribute age UNCHANGED (version 3 is older than 7, which was written before; skipped)");
    }

    @Test
    void theOneBeforeCountsWhereTheServiceRefusesTheNewestAndItsVersionIsKept() {
        emulator().script(Script.on("POST", "/attributes").withBody("Third").then(Step.status(422)));

        assertThat(written(attribute("age", "Third", "3"), attribute("age", "Second", "2"))).containsExactly(
                "attribute age REJECTED: the service refused it with 422: Scripted answer", "attribute age CREATED");
        assertThat(disk.getState("attribute/age")).isEqualTo("2");
    }

    /** All of them are the same, so that each stands for the newest. */
    @Test
    void ofEqualOnesTheNewestVersionIsKept() {
        assertThat(written(attribute("age", "Same", "2"), attribute("age", "Same", "3"))).containsExactly("attribute age CREATED",
                "attribute age UNCHANGED");
        assertThat(disk.getState("attribute/age")).isEqualTo("3");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void whereAVersionCannotBeReadNothingMoreIsSent() {
        disk.isBroken = true;

        assertThat(written(attribute("age", "A", "1"), attribute("city", "C", "1"))).containsExactly(
                "attribute age BLOCKED: the version that was written last cannot be read from \"attribute/age\" in the disk: bad sector;"
                        + " nothing was sent: make it readable, and send it again",
                "attribute city" + NOT_SENT);
        assertThat(calls()).isEmpty();
    }

    @Test
    void whereItCannotBeKeptItsOwnSaysWhatWasWrittenAndNothingMoreIsSent() {
        disk.isFull = true;

        assertThat(written(attribute("age", "A", "1"), attribute("city", "C", "1"))).containsExactly(
                "attribute age UNKNOWN: it is CREATED (uid " + emulator().project(UID).attribute("age").path("uid").asText()
                        + "), but its version 1 cannot be kept in \"attribute/age\" in the disk: no space left; an older one may replace it:"
                        + " make it writable, and send it again",
                "attribute city" + NOT_SENT);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void whatIsSupersededByItSharesItsFate() {
        disk.isFull = true;

        assertThat(written(attribute("age", "A", "1"), attribute("age", "B", "2")))
                .allMatch(line -> line.startsWith("attribute age UNKNOWN: it is CREATED "));
    }

    @Test
    void whenTheRouteStopsWhileAnotherExchangeWorksOnTheKeyNothingIsSent() {
        CompletableFuture<Void> working = new CompletableFuture<>();
        CompletableFuture<Void> released = new CompletableFuture<>();
        Project other = project();
        CompletableFuture<Result> work = CompletableFuture.supplyAsync(() -> other.withLock(Resource.attributes, "age", () -> {
            working.complete(null);
            released.join();
            return Result.Success.nothing(null, null);
        }));
        working.join();
        stop.give();

        List<String> written = written(attribute("age", "A", "1"), attribute("age", "B", "2"));
        released.complete(null);
        work.join();

        assertThat(written).containsExactly("attribute age BLOCKED: not sent, because the route is stopping",
                "attribute age BLOCKED: not sent, because the route is stopping");
        assertThat(calls()).isEmpty();
    }

    private static String name() {
        return emulator().project(UID).attribute("age").path("name").asText();
    }
}
