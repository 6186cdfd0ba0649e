// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.Ending;
import io.github.camelpersonalize.faultserver.RecordedRequest;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that do not come, or not in time. The time counts from the first attempt to connect to the last byte. */
@BothDialects
class SlowAnswerFaultsTest extends ServerFaultRoutes {

    private static final Duration MUCH_LATER = Duration.ofSeconds(10);
    private static final String LATE = "no response from 127.0.0.1: no complete response within requestTimeout=300ms";

    static Stream<Named<Answer>> slowness() {
        return Stream.of(Named.of("nothing", Answers.stall()),
                Named.of("half a status line", Answers.good().afterBytes(7).then(Ending.STALL)),
                Named.of("the headers", Answers.good().afterHeaders().then(Ending.STALL)),
                Named.of("a part of the body", Answers.good().afterBody(5).then(Ending.STALL)),
                Named.of("a byte a second", Answers.slow(1).applied()),
                Named.of("a byte now and then", Answers.slow(20).applied()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowness")
    void F30_theWholeExchangeHasOneDeadline(Answer slow) {
        server.put("attributes", held());
        server.on(GET_ATTRIBUTES, slow);
        long begun = System.nanoTime();

        assertThat(unavailable(send(LIST + "&requestTimeout=300&maxRetries=0", null))).hasMessage("attribute: " + LATE);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MUCH_LATER);
        assertThat(send(LIST, null).getMessage().getBody(List.class)).singleElement();
        assertThat(server.recorded()).extracting(RecordedRequest::connection).containsExactly(1, 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowness")
    void F30_whatWasLateIsRepeatedOrLookedUp(Answer slow) {
        server.put("attributes", held());
        server.on("PUT /attributes/a1", slow);
        assertOutcome(send(UPDATE + "&requestTimeout=300", age()), "UPDATED", 2);

        server.on("POST /events", slow.applied());
        assertOutcome(send("personalize:events?operation=create&requestTimeout=300", samples.event("p", "P")), "ADOPTED", 2);
    }

    @Test
    void F30_aTlsHandshakeThatIsNotAnsweredEndsToo() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();

            assertThat(
                    unavailable(send(LIST + "&requestTimeout=300&maxRetries=0&baseUrl=https://127.0.0.1:" + silent.getLocalPort(), null)))
                    .hasMessage("attribute: " + LATE);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MUCH_LATER);
        }
    }

    @Test
    void F30_noThreadAndNoConnectionStaysBehind() {
        server.always(GET_ATTRIBUTES, Answers.slow(1));
        String uri = LIST + "&requestTimeout=300&maxRetries=0&connectionsPerRoute=4";
        send(uri, null);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Exchange>> sent = IntStream.range(0, 16)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(uri, null), threads)).toList();

            assertThat(sent).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(MUCH_LATER)
                    .satisfies(done -> assertThat(unavailable(done)).hasMessageContaining(" requestTimeout=300ms")));
        } finally {
            threads.shutdownNow();
        }
        server.behave();
        Awaitility.await().untilAsserted(() -> assertThat(send(uri, null).getException()).isNull());
    }
}
