// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.faultserver.Answers;
import org.apache.camel.Exchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Several threads that write versions of the same definition at once. */
@BothDialects
class ConcurrentVersionsFaultsTest extends ServerFaultRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&versionField=rev&stateRepository=#states";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SlowStates states = new SlowStates();
    private final CountDownLatch late = new CountDownLatch(1);
    private final CompletableFuture<Exchange> newer = new CompletableFuture<>();
    private final CompletableFuture<Exchange> older = new CompletableFuture<>();

    private String newerVersion() {
        return samples.attribute("age", "Newer", "\"rev\": 2");
    }

    private String olderVersion() {
        return samples.attribute("age", "Older", "\"rev\": 1");
    }

    @BeforeEach
    void startRoute() {
        context.getRegistry().bind("states", states);
        rejected(send(UPSERT, "{}"));
    }

    @Test
    void F50_whatWaitsForANewerVersionToBeWrittenIsSkippedAfterIt() {
        server.on(POST_ATTRIBUTES, Answers.good().whenReceived(late::await));
        start(newerVersion(), newer);
        Awaitility.await().until(() -> calls().contains(POST_ATTRIBUTES));
        Thread waiting = start(olderVersion(), older);
        Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);

        late.countDown();

        assertThat(newer).succeedsWithin(SOON).satisfies(exchange -> assertOutcome(exchange, "CREATED", 2));
        assertThat(older).succeedsWithin(SOON).satisfies(exchange -> assertOutcome(exchange, "UNCHANGED", 0));
        assertThat(calls()).containsExactly(GET_ATTRIBUTES, POST_ATTRIBUTES);
        assertThat(server.state("attributes")).singleElement()
                .satisfies(actual -> assertThat(actual.get("name").textValue()).isEqualTo("Newer"));
    }

    @Test
    void F50_whatWaitsForANewerVersionToBeKeptIsSkippedAfterIt() {
        CountDownLatch keeping = new CountDownLatch(1);
        states.beforeWrite = () -> {
            keeping.countDown();
            late.await();
            return null;
        };
        start(newerVersion(), newer);
        Awaitility.await().until(() -> keeping.getCount() == 0);
        Thread waiting = start(olderVersion(), older);
        Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);

        late.countDown();

        assertThat(newer).succeedsWithin(SOON).satisfies(exchange -> assertOutcome(exchange, "CREATED", 2));
        assertThat(older).succeedsWithin(SOON).satisfies(exchange -> assertOutcome(exchange, "UNCHANGED", 0));
        assertThat(server.state("attributes")).singleElement()
                .satisfies(actual -> assertThat(actual.get("name").textValue()).isEqualTo("Newer"));
    }

    @Test
    void F50_whoeverIsInterruptedWhileItWaitsForItsTurnSendsNothing() throws Exception {
        server.on(POST_ATTRIBUTES, Answers.good().whenReceived(late::await));
        start(newerVersion(), newer);
        Awaitility.await().until(() -> calls().contains(POST_ATTRIBUTES));
        Thread waiting = start(olderVersion(), older);
        Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);

        waiting.interrupt();

        assertThat(older).succeedsWithin(SOON).satisfies(exchange -> assertThat(unavailable(exchange))
                .hasMessage("attribute \"age\": not sent, because the route is stopping"));
        late.countDown();
        assertThat(newer).succeedsWithin(SOON).satisfies(exchange -> assertOutcome(exchange, "CREATED", 2));
    }

    private Thread start(String body, CompletableFuture<Exchange> exchange) {
        Thread thread = new Thread(() -> exchange.complete(send(UPSERT, body)));
        thread.start();
        return thread;
    }

    /** Something may happen before it keeps a state. */
    private static final class SlowStates extends MemoryStateRepository {

        private Callable<Void> beforeWrite = () -> null;

        @Override
        public void setState(String key, String value) {
            try {
                beforeWrite.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            super.setState(key, value);
        }
    }
}
