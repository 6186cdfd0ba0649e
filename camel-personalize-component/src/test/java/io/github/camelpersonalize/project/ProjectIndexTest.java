// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** When a kind is listed for an index, and who shares the list. */
class ProjectIndexTest {

    private static final Result.Failure FAILED = Result.Failure.of(Problem.unavailable(500, "no"));

    private final ProjectIndex index = new ProjectIndex(Dialect.CONTRACT);
    private final AtomicLong clock = new AtomicLong(100);
    private final StopSignal stop = new StopSignal();
    private int lists;

    @Test
    void aKindIsListedOnceForAllThatAskForListsAsOld() {
        assertThat(refresh(100)).isEmpty();
        assertThat(refresh(100)).isEmpty();
        assertThat(refresh(50)).isEmpty();
        assertThat(lists).isEqualTo(1);

        clock.set(200);
        assertThat(refresh(150)).isEmpty();
        assertThat(lists).isEqualTo(2);
    }

    @Test
    void aFailureIsTheResultAndTheNextTriesAgain() {
        assertThat(index.refresh(attributes, 100, clock::get, () -> FAILED, stop)).contains(FAILED);
        assertThat(refresh(100)).isEmpty();
        assertThat(lists).isEqualTo(1);
    }

    @Test
    void whoAskedWhileAListFailedSharesItsFailure() {
        clock.set(300);
        index.refresh(attributes, 100, clock::get, () -> FAILED, stop);
        clock.set(200);

        assertThat(refresh(100)).contains(FAILED);
        clock.set(300);
        assertThat(refresh(100)).isEmpty();
    }

    @Test
    void theEndOfTheThreadThatListedIsNotShared() {
        clock.set(300);
        index.refresh(attributes, 100, clock::get, () -> {
            stop.give();
            return FAILED;
        }, stop);
        clock.set(200);

        assertThat(index.refresh(attributes, 100, clock::get, this::list, new StopSignal())).isEmpty();
        assertThat(lists).isEqualTo(1);
    }

    @Test
    void aFailureEndsWithTheNextList() {
        clock.set(300);
        index.refresh(attributes, 100, clock::get, () -> FAILED, stop);
        refresh(100);
        clock.set(200);

        assertThat(index.refresh(attributes, 250, clock::get, this::list, stop)).isEmpty();
    }

    @Test
    void afterAListAnotherThreadMayListTheKind() {
        refresh(100);
        clock.set(200);

        assertThat(CompletableFuture.supplyAsync(() -> refresh(150))).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
        assertThat(lists).isEqualTo(2);
    }

    @Test
    void workThatIsToEndListsNothing() {
        stop.give();

        assertThat(refresh(100)).contains(Result.Failure.stopping());
        assertThat(lists).isZero();
    }

    @Test
    void whatNoOperationHasNeededIsNotRemembered() {
        assertThat(index.ifPresent(attributes)).isEmpty();
        assertThat(index.of(attributes).all()).isEmpty();
        assertThat(index.ifPresent(attributes)).isPresent();
    }

    @Test
    void itsGrowthIsWhatCameSinceItWasWeighed() {
        refresh(100);
        long weight = index.weight();
        assertThat(weight).isEqualTo(202);
        assertThat(index.growth()).isEqualTo(202);

        index.weigh();
        assertThat(index.growth()).isZero();
        index.versions().markInDoubt("x1", 100);
        assertThat(index.growth()).isEqualTo(64 * 1024);
        assertThat(index.weight()).isEqualTo(202 + 64 * 1024);
    }

    private Optional<Result.Failure> refresh(long since) {
        return index.refresh(attributes, since, clock::get, this::list, stop);
    }

    private Result list() {
        lists++;
        index.of(attributes).listed(List.of(json("{'uid':'a1'}")), clock.get());
        return Result.Success.nothing(null, null);
    }
}
