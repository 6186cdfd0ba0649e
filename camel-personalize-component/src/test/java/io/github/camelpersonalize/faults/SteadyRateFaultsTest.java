// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Everybody at once, for some seconds of real time, against the limit that the service has: ten requests a second for an organization. */
class SteadyRateFaultsTest {

    private static final int THREADS_PER_ENDPOINT = 16;
    private static final Duration TIME = Duration.ofSeconds(6);

    private final AtomicInteger keys = new AtomicInteger();

    @Test
    void F38_tenEndpointsOfSixteenThreadsNeverExceedTheLimitAndShareIt() throws Exception {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(); DefaultCamelContext context = context(emulator)) {
            List<String> uris = Stream.concat(endpoints("writer", "attributes?operation=create", "events?operation=create",
                    "audiences?operation=create", "attributes?operation=create&maxRetries=4", "events?operation=create&maxRetries=4"),
                    endpoints("reader", "attributes?operation=list", "events?operation=list", "audiences?operation=list",
                            "experiences?operation=list", "experiences?operation=getPriority"))
                    .toList();
            route(context, uris);
            ExecutorService threads = Executors.newFixedThreadPool(uris.size() * THREADS_PER_ENDPOINT);
            try {
                Instant end = Instant.now().plus(TIME);
                for (int i = 0; i < THREADS_PER_ENDPOINT; i++) {
                    uris.forEach(uri -> threads.execute(() -> sendUntil(end, context, entrance(uri))));
                }
                TimeUnit.MILLISECONDS.sleep(TIME.toMillis());
            } finally {
                threads.shutdownNow();
                assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            }

            List<RecordedRequest> requests = emulator.requests();
            assertThat(requests).noneMatch(request -> request.status() == 429).hasSizeBetween(10, 60);
            List<String> projects = requests.stream().map(RecordedRequest::project).toList();
            List<String> sinceBothCame = projects.subList(Math.max(projects.indexOf("writer"), projects.indexOf("reader")),
                    projects.size());
            assertThat(Collections.frequency(sinceBothCame, "writer")).isCloseTo(Collections.frequency(sinceBothCame, "reader"), within(3))
                    .isPositive();
        }
    }

    private static Stream<String> endpoints(String project, String... operations) {
        return Stream.of(operations).map(operation -> "personalize:" + operation + "&projectUid=" + project);
    }

    private static DefaultCamelContext context(PersonalizeEmulator emulator) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(5);
        PersonalizeConfiguration options = context.getComponent("personalize", PersonalizeComponent.class).getConfiguration();
        options.setBaseUrl(emulator.baseUrl());
        options.setAuthtoken(emulator.authtoken());
        context.start();
        return context;
    }

    private static void route(DefaultCamelContext context, List<String> uris) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                uris.forEach(uri -> from(entrance(uri)).to(uri));
            }
        });
    }

    private void sendUntil(Instant end, DefaultCamelContext context, String entrance) {
        ProducerTemplate template = context.createProducerTemplate();
        while (Instant.now().isBefore(end)) {
            String key = "key-" + keys.incrementAndGet();
            template.send(entrance, exchange -> exchange.getMessage()
                    .setBody(Map.of("name", key, "key", key, "data_type", "number")));
        }
    }

    private static String entrance(String uri) {
        return "direct:" + uri.replaceAll("\\W", "_");
    }
}
