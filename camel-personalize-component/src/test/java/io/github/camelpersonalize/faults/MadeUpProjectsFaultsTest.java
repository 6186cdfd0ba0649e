// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.PersonalizeEndpoint;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages that choose the project, and choose a new one each time. */
class MadeUpProjectsFaultsTest extends ServerFaultRoutes {

    private static final String OPEN = LIST + "&headerOverrides=projectUid&maxRetries=0";
    private static final int MADE_UP = 40;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void F118_projectsThatMessagesMakeUpDoNotTakeTheRateFromTheOwnOne() {
        component().getConfiguration().setRequestsPerSecond(20);
        send(OPEN, null);
        send(LIST, null);
        int before = server.requestCount();
        List<CompletableFuture<Exchange>> madeUp = IntStream.range(0, MADE_UP)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(OPEN, null, Map.of("CamelPersonalizeProjectUid", "made-up-" + i)),
                        threads))
                .toList();
        Awaitility.await().until(() -> waiting() > MADE_UP - 10);

        for (int i = 0; i < 5; i++) {
            assertThat(send(LIST, null).getException()).isNull();
        }

        assertThat(server.requestCount() - before).as("requests until five of the own project were sent").isLessThan(MADE_UP - 10);
        assertThat(madeUp).allSatisfy(exchange -> assertThat(exchange.join().getException()).isNull());
    }

    private int waiting() {
        return context.getEndpoint(LIST, PersonalizeEndpoint.class).getWaitingCalls();
    }
}
