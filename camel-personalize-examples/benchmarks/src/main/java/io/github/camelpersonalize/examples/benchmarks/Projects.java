// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Projects of many definitions: how long they take, and how much is stored of them. */
final class Projects {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WARM = 5;
    private static final int ATTRIBUTES = 20_000;
    private static final int CHAIN = 2000;
    private static final int WATCHED = 4000;
    private static final int EMPTY_OBJECTS = 16 * 1024 * 1024 / 3;
    private static final double NANOS = 1e9;
    private static final int MOST_SECONDS = 120;

    private Projects() {}

    static List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Lists lists = new Lists(); Routes routes = new Routes(lists.url())) {
            lists.put("/attributes", Creates.listed(ATTRIBUTES));
            String one = "{\"attributes\": [{\"name\": \"Attribute 0\", \"key\": \"attribute_0\", \"data_type\": \"number\"}]}";
            rows.add(Row.atMost("plan with prune=all, 20 000 attributes: seconds of CPU", 1, seconds(routes, "direct:plan", one)));
            lists.put("/attributes", "[]");
            rows.add(Row.atMost("plan of a chain of 2 000 audiences: seconds of CPU", 1, seconds(routes, "direct:plan", chain())));
            rows.add(Row.atMost("16 MB of [{},{},…], which is refused: MB allocated", 160, refused(routes)));
        }
        rows.add(Row.atMost("emitInitial of 4 000 definitions: bytes stored for each, in times of one of 1 000", 1.5,
                stored(WATCHED) / stored(WATCHED / 4)));
        rows.addAll(Growth.rows());
        return rows;
    }

    /** Each names the one before. */
    private static String chain() {
        return IntStream.range(0, CHAIN)
                .mapToObj(i -> "{\"name\":\"Audience %d\",\"description\":\"%s\",\"rules\":{\"combination\":\"and\"}}".formatted(i,
                        i == 0 ? "the first" : "ref:audience/Audience " + (i - 1)))
                .collect(Collectors.joining(",", "{\"audiences\":[", "]}"));
    }

    /** What the process spends once the code is compiled: other work of the machine does not count. */
    private static double seconds(Routes routes, String route, String body) {
        for (int i = 0; i < WARM; i++) {
            routes.exchange(route, body);
        }
        long before = SYSTEM.getProcessCpuTime();
        routes.send(route, body);
        return (SYSTEM.getProcessCpuTime() - before) / NANOS;
    }

    private static double refused(Routes routes) throws Exception {
        String body = IntStream.range(0, EMPTY_OBJECTS).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));
        long bytes = Allocation.perOperation(() -> {
            if (!routes.exchange("direct:batch", body).isFailed()) {
                throw new IllegalStateException("so many items are to be refused");
            }
        }, 1, 1);
        return bytes / (1024.0 * 1024);
    }

    private static double stored(int definitions) throws Exception {
        AtomicInteger delivered = new AtomicInteger();
        String listed = Creates.listed(definitions);
        Store store = new Store();
        try (Lists lists = new Lists(); DefaultCamelContext context = new DefaultCamelContext()) {
            lists.put("/attributes", listed);
            context.addComponent("personalize", Routes.component(lists.url()));
            context.getRegistry().bind("store", store);
            context.addRoutes(new Watching(delivered));
            context.start();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
            while (delivered.get() < definitions && System.nanoTime() < until) {
                Thread.sleep(50);
            }
        }
        if (delivered.get() < definitions) {
            throw new IllegalStateException("only " + delivered + " definitions were delivered");
        }
        return store.written.get() / (double) listed.length();
    }

    private static final class Watching extends RouteBuilder {

        private final AtomicInteger delivered;

        Watching(AtomicInteger delivered) {
            this.delivered = delivered;
        }

        @Override
        public void configure() {
            from("personalize:attributes?emitInitial=true&initialDelay=0&stateRepository=#store")
                    .process(exchange -> delivered.incrementAndGet());
        }
    }

    /** Keeps nothing, and counts what it is given. */
    private static final class Store extends ServiceSupport implements StateRepository<String, String> {

        private final AtomicLong written = new AtomicLong();

        @Override
        public void setState(String key, String value) {
            written.addAndGet(value == null ? 0 : value.length());
        }

        @Override
        public String getState(String key) {
            return null;
        }
    }
}
