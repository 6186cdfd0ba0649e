// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.faultserver.Answers;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One thread lists for all that wait. */
@BothDialects
class SharedListFaultsTest extends ServerFaultRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch late = new CountDownLatch(1);

    @BeforeEach
    void startRoute() {
        rejected(send(UPSERT, "{}"));
    }

    @AfterEach
    void endThreads() {
        late.countDown();
        threads.shutdownNow();
    }

    @Test
    void F79_whoWaitsForAThreadThatIsInterruptedListsItself() {
        server.on(GET_ATTRIBUTES, Answers.status(503).whenReceived(late::await));
        CompletableFuture<Exchange> leading = new CompletableFuture<>();
        Thread leader = new Thread(() -> leading.complete(send(UPSERT, age().replace("age", "leader"))));
        leader.start();
        Awaitility.await().until(() -> calls().size() == 1);
        List<CompletableFuture<Exchange>> others = followers(4);

        leader.interrupt();
        late.countDown();

        assertThat(leading).succeedsWithin(SOON).satisfies(this::unavailable);
        assertThat(others).allSatisfy(other -> assertThat(other).succeedsWithin(SOON)
                .satisfies(exchange -> assertThat(exchange.getException()).isNull()));
        assertThat(calls()).filteredOn(GET_ATTRIBUTES::equals).hasSize(2);
    }

    @Test
    void F79_whoWaitsForAComponentThatStopsListsItself() throws Exception {
        PersonalizeComponent other = new PersonalizeComponent();
        other.setConfiguration(component().getConfiguration().copy());
        context.addComponent("other", other);
        server.on(GET_ATTRIBUTES, Answers.status(503).whenReceived(late::await));
        CompletableFuture<Exchange> leading = CompletableFuture.supplyAsync(() -> send("other:attributes?operation=upsert", age()),
                threads);
        Awaitility.await().until(() -> calls().size() == 1);
        List<CompletableFuture<Exchange>> others = followers(4);

        other.stop();
        late.countDown();

        assertThat(leading).succeedsWithin(SOON).satisfies(this::unavailable);
        assertThat(others).allSatisfy(waiting -> assertThat(waiting).succeedsWithin(SOON)
                .satisfies(exchange -> assertThat(exchange.getException()).isNull()));
    }

    /** Each of them would only wait as long for the same. */
    @Test
    void threadsThatWaitForAListShareItsFailure() {
        server.always(GET_ATTRIBUTES, Answers.status(503).whenReceived(late::await));
        component().getConfiguration().setMaxRetries(0);
        String uri = UPSERT + "&maxRetries=0";
        rejected(send(uri, "{}"));
        CompletableFuture<Exchange> leading = CompletableFuture.supplyAsync(() -> send(uri, age()), threads);
        Awaitility.await().until(() -> calls().size() == 1);
        List<CompletableFuture<Exchange>> others = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(uri, age().replace("age", "key" + i)), threads)).toList();
        awaitWaiting(8);

        late.countDown();

        assertThat(leading).succeedsWithin(SOON).satisfies(this::unavailable);
        assertThat(others).allSatisfy(other -> assertThat(other).succeedsWithin(SOON).satisfies(this::unavailable));
        assertThat(calls()).containsExactly(GET_ATTRIBUTES);
        assertThat(send(uri, age()).getException()).isNotNull();
        assertThat(calls()).hasSize(2);
    }

    private List<CompletableFuture<Exchange>> followers(int number) {
        List<CompletableFuture<Exchange>> others = IntStream.range(0, number)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(UPSERT, age().replace("age", "key" + i)), threads)).toList();
        awaitWaiting(number);
        return others;
    }

    /** Until that many threads wait for the list of another one. */
    private static void awaitWaiting(int number) {
        Awaitility.await().until(() -> Thread.getAllStackTraces().values().stream()
                .filter(stack -> List.of(stack).stream().anyMatch(frame -> frame.getClassName().endsWith(".FairLock"))
                        && List.of(stack).stream().anyMatch(frame -> frame.getClassName().endsWith(".ProjectIndex")))
                .count() == number);
    }
}
