// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** How the work on a project grows with its definitions: what is created, noted in the ledger, deleted, delivered and renamed. */
final class Growth implements AutoCloseable {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WARM = 2_000;
    private static final int FEW = 5_000;
    private static final int MANY = 20_000;

    /** Four times as many: 4.7 times where the work is n log n, and 16 times where it is the square of n. */
    private static final double MOST_TIMES = 6;

    private static final int MOST_SECONDS = 300;
    private static final double NANOS = 1e9;

    private final int definitions;
    private final AtomicInteger delivered = new AtomicInteger();
    private final Lists service = new Lists();
    private final CamelContext context = new DefaultCamelContext();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private Growth(int definitions) throws Exception {
        this.definitions = definitions;
        context.addComponent("personalize", Routes.component(service.url()));
        context.getRegistry().bind("store", new MemoryStateRepository());
        context.addRoutes(new Steps());
        context.start();
    }

    static List<Row> rows() throws Exception {
        seconds(WARM);
        Map<String, Double> few = seconds(FEW);
        List<Row> rows = new ArrayList<>();
        seconds(MANY).forEach((what, many) -> {
            rows.add(Row.only("20 000 attributes, " + what + ": seconds of CPU", many));
            rows.add(Row.atMost("the same: times of 5 000", MOST_TIMES, many / few.get(what)));
        });
        return rows;
    }

    private static Map<String, Double> seconds(int definitions) throws Exception {
        try (Growth growth = new Growth(definitions)) {
            growth.measure();
            return growth.seconds;
        }
    }

    private void measure() throws Exception {
        ProducerTemplate template = context.createProducerTemplate();
        measure("apply that creates them", () -> template.requestBody("direct:apply", manifest(definitions)));
        service.put("/attributes", listed(0));
        measure("apply that changes nothing", () -> template.requestBody("direct:apply", manifest(definitions)));
        measure("apply that deletes all but one", () -> template.requestBody("direct:apply", manifest(1)));
        measure("emitInitial", () -> {
            context.getRouteController().startRoute("changes");
            awaitDelivered(definitions);
        });
        measure("a chain of renames, delivered", () -> {
            service.put("/attributes", listed(1));
            awaitDelivered(2 * definitions);
        });
    }

    private void measure(String what, Work work) throws Exception {
        long before = SYSTEM.getProcessCpuTime();
        work.run();
        seconds.put(what, (SYSTEM.getProcessCpuTime() - before) / NANOS);
    }

    private void awaitDelivered(int changes) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (delivered.get() < changes) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("only " + delivered + " of " + changes + " changes were delivered");
            }
            Thread.sleep(20);
        }
    }

    private static String manifest(int definitions) {
        return IntStream.range(0, definitions)
                .mapToObj(i -> "{\"name\":\"Attribute %d\",\"key\":\"attribute_%d\",\"data_type\":\"number\"}".formatted(i, i))
                .collect(Collectors.joining(",", "{\"attributes\":[", "]}"));
    }

    /** With another shift, each has the key that the next one had. */
    private String listed(int shift) {
        return IntStream.range(0, definitions)
                .mapToObj(i -> "{\"uid\":\"%024x\",\"name\":\"Attribute %d\",\"key\":\"attribute_%d\",\"data_type\":\"number\"}"
                        .formatted(i, i + shift, i + shift))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private final class Steps extends RouteBuilder {

        @Override
        public void configure() {
            String options = "&stateRepository=#store&requestsPerSecond=" + Routes.NO_LIMIT;
            from("direct:apply").to("personalize:project?operation=apply&prune=owned&maxDeletes=" + MANY + options);
            from("personalize:attributes?emitInitial=true&initialDelay=0&delay=200" + options).routeId("changes").autoStartup(false)
                    .process(exchange -> delivered.incrementAndGet());
        }
    }

    @Override
    public void close() {
        context.stop();
        service.close();
    }
}
