// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class FairLockTest {

    private final FairLock lock = new FairLock();
    private final StopSignal never = new StopSignal();
    private final List<String> ended = new CopyOnWriteArrayList<>();

    @Test
    void threadsGetItInTheOrderInWhichTheyAsk() {
        lock.lock(never);
        for (String name : List.of("a", "b", "c")) {
            ask(name, never);
        }
        assertThat(ended).isEmpty();

        lock.unlock();

        Awaitility.await().until(() -> ended.size() == 3);
        assertThat(ended).containsExactly("a true", "b true", "c true");
    }

    @Test
    void aThreadThatHasItGetsItAgainAndGivesItBackAsOften() {
        lock.lock(never);
        assertThat(lock.lock(never)).isTrue();
        ask("a", never);

        lock.unlock();
        assertThat(ended).isEmpty();
        lock.unlock();

        Awaitility.await().until(() -> !ended.isEmpty());
        assertThat(ended).containsExactly("a true");
    }

    @Test
    void whoIsStoppedLeavesTheOthersTheirTurns() {
        StopSignal stop = new StopSignal();
        lock.lock(never);
        ask("a", never);
        ask("b", stop);
        ask("c", never);

        stop.give();
        Awaitility.await().until(() -> !ended.isEmpty());
        lock.unlock();

        Awaitility.await().until(() -> ended.size() == 3);
        assertThat(ended).containsExactly("b false", "a true", "c true");
    }

    @Test
    void whoIsInterruptedLeavesTheOthersTheirTurns() {
        lock.lock(never);
        Thread first = ask("a", never);
        ask("b", never);

        first.interrupt();
        Awaitility.await().until(() -> !ended.isEmpty());
        lock.unlock();

        Awaitility.await().until(() -> ended.size() == 2);
        assertThat(ended).containsExactly("a false", "b true");
    }

    @Test
    void whoeverIsToEndDoesNotGetItThoughItIsFree() {
        StopSignal given = new StopSignal();
        given.give();

        assertThat(lock.lock(given)).isFalse();

        assertThat(lock.lock(never)).isTrue();
    }

    /** A turn that comes in the moment of the stop is not lost. */
    @Test
    void onlyOneHasItAtATimeAndNoTurnIsLost() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 8).mapToObj(number -> new Thread(() -> {
            for (int turn = 0; turn < 2000; turn++) {
                StopSignal stop = new StopSignal();
                Thread stopper = turn % 20 == 0 ? new Thread(stop::give) : null;
                if (stopper != null) {
                    stopper.start();
                }
                if (lock.lock(stop)) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    lock.unlock();
                }
            }
        })).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(most).hasValue(1);
        assertThat(lock.lock(never)).isTrue();
    }

    /** Starts a thread that asks for the lock, and returns when it waits. */
    private Thread ask(String name, StopSignal stop) {
        Thread thread = new Thread(() -> {
            boolean granted = lock.lock(stop);
            ended.add(name + " " + granted);
            if (granted) {
                lock.unlock();
            }
        });
        thread.start();
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
        return thread;
    }
}
