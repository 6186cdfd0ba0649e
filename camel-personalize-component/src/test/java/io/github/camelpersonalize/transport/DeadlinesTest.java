// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeadlinesTest {

    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration AFTER_SOME_SWEEPS = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofHours(1);

    private final ScheduledThreadPoolExecutor sweeper = new ScheduledThreadPoolExecutor(1);
    private final Deadlines deadlines = new Deadlines(sweeper);
    private final AtomicInteger aborts = new AtomicInteger();

    @AfterEach
    void stop() {
        sweeper.shutdownNow();
    }

    @Test
    void anExchangeThatTakesTooLongIsAborted() throws Exception {
        assertAborted(SOON);
    }

    @Test
    void oneThatTakesLongerThanASweepToo() throws Exception {
        long started = System.nanoTime();

        assertAborted(AFTER_SOME_SWEEPS);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(AFTER_SOME_SWEEPS);
    }

    @Test
    void eachLaterExchangeHasItsOwnDeadline() throws Exception {
        assertAborted(SOON);
        assertAborted(SOON);
    }

    @Test
    void oneThatIsNotDueGoesOn() throws Exception {
        start(NEVER);

        assertAborted(SOON);

        assertThat(aborts).hasValue(0);
    }

    @Test
    void oneThatHasEndedIsNotAborted() throws Exception {
        start(AFTER_SOME_SWEEPS).close();

        assertAborted(AFTER_SOME_SWEEPS.multipliedBy(2));

        assertThat(aborts).hasValue(0);
    }

    @Test
    void anExchangeIsAbortedOnce() throws Exception {
        start(SOON);

        assertAborted(AFTER_SOME_SWEEPS);

        assertThat(aborts).hasValue(1);
    }

    @Test
    void anAbortThatFailsEndsNoOther() throws Exception {
        deadlines.start(SOON, () -> {
            throw new IllegalStateException("cannot be aborted");
        });

        assertAborted(AFTER_SOME_SWEEPS);
    }

    @Test
    void withoutExchangesNothingRuns() throws Exception {
        start(SOON).close();

        int waiting = sweeper.schedule(() -> sweeper.getQueue().size(), AFTER_SOME_SWEEPS.toMillis(), TimeUnit.MILLISECONDS).get();

        assertThat(waiting).isZero();
    }

    @Test
    void noExchangeBeginsWhenTheComponentStops() {
        sweeper.shutdownNow();

        assertNoneBegins();
        assertNoneBegins();
    }

    @Test
    void norWhenAnotherIsUnderWay() throws Exception {
        start(NEVER);
        sweeper.shutdownNow();

        assertNoneBegins();
    }

    private void assertNoneBegins() {
        assertThatThrownBy(() -> start(NEVER)).isInstanceOf(IOException.class).hasMessage("the component is stopping");
    }

    private Deadlines.Deadline start(Duration timeout) throws IOException {
        return deadlines.start(timeout, aborts::incrementAndGet);
    }

    private void assertAborted(Duration timeout) throws Exception {
        CountDownLatch aborted = new CountDownLatch(1);
        deadlines.start(timeout, aborted::countDown);
        assertThat(aborted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
