// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Real threads in real time. */
@Timeout(20)
class WaitingTest {

    private static final Duration PATIENCE = Duration.ofHours(2);

    private final GatedTime time = new GatedTime();
    private final RateLimiter limiter = new RateLimiter(Pace.of(400), time, new SplittableRandom(1));
    private final StopSignal stop = new StopSignal();
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final List<String> turnedAway = new CopyOnWriteArrayList<>();

    /** Whoever comes next has to wait for a permit. */
    @BeforeEach
    void takeThePermitThatIsDue() {
        limiter.acquirePermit(own("earlier"), PATIENCE, stop);
    }

    @AfterEach
    void stop() throws InterruptedException {
        stop.give();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void aProjectWithAHundredWaitersDoesNotStarveOneWithOne() {
        for (int waiter = 0; waiter < 100; waiter++) {
            standInLine("large", "large");
        }
        standInLine("small", "small");
        time.open();
        await().until(() -> served.size() == 101);
        assertThat(served.subList(0, 5)).contains("small");
    }

    @Test
    void threadsAreServedInTheOrderInWhichTheyCame() {
        limiter.limit(20);
        for (int waiter = 0; waiter < 5; waiter++) {
            standInLine("a", "waiter " + waiter);
        }
        time.open();
        await().until(() -> served.size() == 5);
        assertThat(served).containsExactly("waiter 0", "waiter 1", "waiter 2", "waiter 3", "waiter 4");
    }

    @Test
    void manyThreadsTogetherAreNoFasterThanTheCeiling() {
        for (int waiter = 0; waiter < 51; waiter++) {
            standInLine("project " + waiter % 7, "waiter");
        }
        long start = time.nanoTime();
        time.open();
        await().pollInterval(Duration.ofMillis(1)).until(() -> served.size() == 51);
        assertThat(Duration.ofNanos(time.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(125));
    }

    @Test
    void whoeverComesWhenAPermitIsDueAndNobodyWaitsGetsItWithoutASleep() {
        RateLimiter idle = new RateLimiter(Pace.of(20), time, new SplittableRandom(1));
        assertThat(idle.acquirePermit(own("a"), PATIENCE, stop)).isTrue();
        assertThat(time.sleeps()).isZero();
    }

    @Test
    void aPermitCostsFewWakingsHoweverManyWait() {
        for (int waiter = 0; waiter < 50; waiter++) {
            standInLine("a", "waiter");
        }
        assertThat(time.sleeps()).isLessThanOrEqualTo(1);
        time.open();
        await().until(() -> served.size() == 50);
        assertThat(time.sleeps()).isLessThanOrEqualTo(2 * 50);
    }

    @Test
    void whoeverSleepsWhenAPauseBeginsWaitsForItsEnd() {
        time.open();
        limiter.limit(2);
        limiter.acquirePermit(own("a"), PATIENCE, stop);
        standInLine("a", "sleeper");
        long start = time.nanoTime();
        limiter.refused(Optional.of(Duration.ofMillis(600)));
        await().pollInterval(Duration.ofMillis(1)).until(() -> served.size() == 1);
        assertThat(Duration.ofNanos(time.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void allWhoWaitGiveUpWhenAPauseBeginsThatIsLongerThanTheirPatience() {
        time.open();
        limiter.limit(1);
        limiter.acquirePermit(own("a"), PATIENCE, stop);
        standInLine("a", "first");
        standInLine("a", "second");
        standInLine("b", "third");
        limiter.refused(Optional.of(PATIENCE.plusMinutes(1)));
        await().until(() -> turnedAway.size() == 3);
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void F111_whoeverStandsBehindAnotherGivesUpAtOnceWhenAPauseBeginsThatIsTooLongForThem() {
        standInLine("a", "patient");
        standInLine("a", "behind it", Duration.ofSeconds(30));
        standInLine("b", "in another lane", Duration.ofSeconds(30));
        limiter.refused(Optional.of(Duration.ofMinutes(1)));
        await().until(() -> turnedAway.size() == 2);
        assertThat(turnedAway).containsExactlyInAnyOrder("behind it, interrupted false", "in another lane, interrupted false");
        assertThat(limiter.waiting()).isEqualTo(1);
    }

    @Test
    void F111_whoeverComesDuringAPauseThatIsTooLongForThemGivesUpAtOnceAlsoBehindAnother() {
        limiter.refused(Optional.of(Duration.ofMinutes(1)));
        standInLine("a", "patient");
        assertThat(limiter.acquirePermit(own("a"), Duration.ofSeconds(30), stop)).isFalse();
        assertThat(limiter.waiting()).isEqualTo(1);
    }

    @Test
    void theLimiterAnswersWhileThreadsSleep() {
        standInLine("a", "first");
        standInLine("b", "second");
        limiter.refused(Optional.empty());
        limiter.limit(5);
        assertThat(limiter.rate()).isPositive();
        assertThat(limiter.ceiling()).isEqualTo(5);
        assertThat(limiter.isPaused()).isTrue();
        assertThat(limiter.waiting()).isEqualTo(2);
    }

    @Test
    void anInterruptedFirstGivesWayToTheNext() {
        Thread first = standInLine("a", "first");
        standInLine("a", "second");
        first.interrupt();
        await().until(() -> turnedAway.size() == 1);
        time.open();
        await().until(() -> served.size() == 1);
        assertThat(served).containsExactly("second");
        assertThat(turnedAway).containsExactly("first, interrupted true");
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void anInterruptedOneInTheMiddleLeavesTheOthersTheirTurns() {
        standInLine("a", "first");
        Thread second = standInLine("a", "second");
        standInLine("b", "third");
        second.interrupt();
        await().until(() -> turnedAway.size() == 1);
        time.open();
        await().until(() -> served.size() == 2);
        assertThat(served).containsExactlyInAnyOrder("first", "third");
        assertThat(turnedAway).containsExactly("second, interrupted true");
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void anInterruptedThreadGetsNoPermitThoughOneIsThere() {
        time.open();
        Thread.currentThread().interrupt();
        assertThat(limiter.acquirePermit(own("a"), PATIENCE, stop)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whenTheComponentStopsAllWaitingEnds() {
        time.open();
        limiter.refused(Optional.of(Duration.ofHours(1)));
        for (int waiter = 0; waiter < 20; waiter++) {
            standInLine("project " + waiter % 3, "waiter");
        }
        stop.give();
        await().until(() -> turnedAway.size() == 20);
        assertThat(turnedAway).containsOnly("waiter, interrupted false");
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void aStoppedComponentGetsNoPermitThoughOneIsThere() {
        time.open();
        stop.give();
        assertThat(limiter.acquirePermit(own("a"), PATIENCE, stop)).isFalse();
    }

    /** Starts a thread that wants one permit, and returns when it waits for it. */
    private Thread standInLine(String project, String name) {
        return standInLine(project, name, PATIENCE);
    }

    private Thread standInLine(String project, String name, Duration patience) {
        int before = limiter.waiting();
        Thread thread = new Thread(() -> {
            if (limiter.acquirePermit(own(project), patience, stop)) {
                served.add(name);
            } else {
                turnedAway.add(name + ", interrupted " + Thread.currentThread().isInterrupted());
            }
        });
        threads.add(thread);
        thread.start();
        await().pollInterval(Duration.ofMillis(1)).until(() -> limiter.waiting() > before);
        return thread;
    }

    private static Lane own(String project) {
        return new Lane(project, true);
    }
}
