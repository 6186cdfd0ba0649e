// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BothDialects
class ConcurrencyTest extends EmulatedRoutes {

    @Test
    void aProducerMayBeCalledFromManyThreads() throws Exception {
        String uri = "personalize:events?operation=create";
        send(uri, samples.event("event-0", "Event 0"));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Exchange>> sent = IntStream.rangeClosed(1, 200)
                    .mapToObj(i -> threads.submit(() -> send(uri, samples.event("event-" + i, "Event " + i)))).toList();

            for (int i = 0; i < sent.size(); i++) {
                assertThat(definition(sent.get(i).get())).containsEntry("key", "event-" + (i + 1));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(send("personalize:events?operation=list", null).getMessage().getBody(List.class)).hasSize(201);
    }
}
