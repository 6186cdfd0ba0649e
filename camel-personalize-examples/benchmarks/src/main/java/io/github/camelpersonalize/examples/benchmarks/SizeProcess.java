// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Endpoints of one project of many attributes, in a process of its own. */
final class SizeProcess {

    static final List<String> COLUMNS = List.of("unchanged upserts", "creates in batches", "ms of a plan", "ms of a list",
            "MB of heap", "MB of the process");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 1000;
    private static final int BATCHES = 5;
    private static final String NO_LIMIT = "1000000000000";
    private static final int RETRY_MILLIS = 60_000;
    private static final long WARM_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1000;

    private final ProducerTemplate template;
    private final int definitions;
    private final int endpoints;
    private int sent;
    private int created;

    private SizeProcess(ProducerTemplate template, int definitions, int endpoints) {
        this.template = template;
        this.definitions = definitions;
        this.endpoints = endpoints;
    }

    /**
     * Prints the figures of {@link #COLUMNS}.
     *
     * @param args the URL of the service, how many definitions it lists, and the number of endpoints
     */
    public static void main(String[] args) throws Exception {
        int endpoints = Integer.parseInt(args[2]);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("personalize", Routes.component(args[0]));
            context.addRoutes(routes(endpoints));
            context.start();
            double[] figures = new SizeProcess(context.createProducerTemplate(), Integer.parseInt(args[1]), endpoints).figures();
            System.out.println(DoubleStream.of(figures).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    /** Each endpoint has a URI of its own. */
    private static RouteBuilder routes(int endpoints) {
        return new RouteBuilder() {

            @Override
            public void configure() {
                for (int i = 0; i < endpoints; i++) {
                    String options = "&requestsPerSecond=" + NO_LIMIT + "&retryTimeout=" + (RETRY_MILLIS + i);
                    from("direct:upsert" + i).to("personalize:attributes?operation=upsert&indexTtl=1h" + options);
                    from("direct:create" + i).to("personalize:attributes?operation=create" + options);
                    from("direct:plan" + i).to("personalize:project?operation=plan" + options);
                    from("direct:list" + i).to("personalize:attributes?operation=list" + options);
                }
            }
        };
    }

    private double[] figures() throws Exception {
        double upserts = perSecond(() -> send("upsert", Creates.body(sent % definitions)));
        double lists = MILLIS / perSecond(() -> send("list", null));
        double plans = MILLIS / perSecond(() -> send("plan", Map.of("attributes", bodies(0))));
        double creates = BATCH * perSecond(this::create, BATCHES, BATCHES);
        return new double[]{upserts, creates, plans, lists, Memory.heap(), Memory.mostResident()};
    }

    private static List<Map<String, Object>> bodies(int first) {
        return IntStream.range(first, first + BATCH).mapToObj(Creates::body).toList();
    }

    /** New ones each time: they stay in memory, so that there must not be too many. */
    private void create() {
        send("create", bodies(definitions + created));
        created += BATCH;
    }

    /** To the endpoints in turn. */
    private void send(String route, Object body) {
        template.requestBody("direct:" + route + sent++ % endpoints, body);
    }

    /** How often in a second of CPU of this thread, which does all of it, once it has run for a while. */
    private static double perSecond(Work work) throws Exception {
        work.run(); // The first one may read the list of all definitions.
        int warm = repeat(work, WARM_NANOS);
        return perSecond(work, 0, Math.max(1, warm / 2));
    }

    private static double perSecond(Work work, int warm, int times) throws Exception {
        for (int i = 0; i < warm; i++) {
            work.run();
        }
        long startedAt = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return times * NANOS / (THREADS.getCurrentThreadCpuTime() - startedAt);
    }

    /** For so long, and once at least. */
    private static int repeat(Work work, long nanos) throws Exception {
        long until = THREADS.getCurrentThreadCpuTime() + nanos;
        int times = 0;
        do {
            work.run();
            times++;
        } while (THREADS.getCurrentThreadCpuTime() < until);
        return times;
    }
}
