// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 200 messages at once, through each {@link Front}: the threads and the memory that they take, and when each is answered. */
final class Threads {

    private static final int MESSAGES = 200;
    private static final int SERVICE_MILLIS = 100;
    private static final int WARM_BURSTS = 5;
    static final int NO_LIMIT = 1_000_000_000;
    private static final int LIMIT = 10;
    private static final int LIMITED_PAUSE = 3000;
    private static final List<String> COLUMNS = List.of("Front", "Threads", "MB of their stacks", "MB of heap", "MB of the process",
            "ms: first", "median", "last");

    private Threads() {}

    /** What one front used while the messages waited, and the ms until each was answered, the fastest first. */
    private record Measured(Front front, List<Double> used, List<Double> millis) {

        static Measured not(Front front) {
            return new Measured(front, List.of(), List.of());
        }

        boolean isMeasured() {
            return !millis.isEmpty();
        }

        double threads() {
            return used.get(0);
        }

        double last() {
            return millis.get(millis.size() - 1);
        }

        List<String> line() {
            if (!isMeasured()) {
                return List.of(front.title(), "not measured: needs Java " + Jdk.VIRTUAL_THREADS);
            }
            Stream<Double> times = Stream.of(millis.get(0), millis.get(millis.size() / 2), last());
            List<String> line = new ArrayList<>(List.of(front.title()));
            Stream.concat(used.stream(), times).forEach(figure -> line.add(Row.rounded(figure)));
            return line;
        }
    }

    static Figures figures() throws Exception {
        List<Measured> unlimited = new ArrayList<>();
        List<Measured> limited = new ArrayList<>();
        try (StubProcess service = StubProcess.start(SERVICE_MILLIS)) {
            for (Front front : Front.values()) {
                unlimited.add(measured(front, service, NO_LIMIT));
                limited.add(measured(front, service, LIMIT));
            }
        }
        int jetty = Front.JETTY.ordinal();
        return new Figures(bounded(unlimited.get(jetty), limited.get(jetty)), List.of(
                grid("200 messages at once, 100 connections, a service that takes 100 ms", unlimited),
                grid("200 messages at once, of which 10 a second may be sent", limited)));
    }

    /** The last one is late on a machine that does other work as well: only the threads have a bound that is near. */
    private static List<Row> bounded(Measured jetty, Measured limited) {
        return List.of(Row.atMost("200 messages at once, a platform thread for each: threads", 250, jetty.threads()),
                Row.atMost("the same: ms until the last one is answered", 600, jetty.last()).butFailsBeyond(3000),
                Row.atMost("the same, of which 10 a second may be sent: ms until the last one is answered", 20_500, limited.last())
                        .butFailsBeyond(30_000));
    }

    private static Grid grid(String title, List<Measured> all) {
        return new Grid(title, COLUMNS, all.stream().map(Measured::line).toList());
    }

    private static Measured measured(Front front, StubProcess service, int perSecond) throws Exception {
        Optional<Jdk> jdk = front == Front.VIRTUAL ? Jdk.withVirtualThreads() : Optional.of(Jdk.current());
        if (jdk.isEmpty()) {
            return Measured.not(front);
        }
        try (ForkedJvm jvm = ForkedJvm.start(jdk.get(), front.options(), FrontProcess.class, front, service.url(), perSecond)) {
            Burst burst = new Burst("http://localhost:" + jvm.readLine() + Front.PATH);
            return perSecond == LIMIT ? limited(front, burst, jvm) : unlimited(front, burst, jvm);
        }
    }

    private static Measured limited(Front front, Burst burst, ForkedJvm jvm) throws Exception {
        burst.millis(1, () -> {});
        List<Double> used = new ArrayList<>();
        List<Double> millis = burst.millis(MESSAGES, () -> used.addAll(used(jvm, LIMITED_PAUSE)));
        return new Measured(front, used, millis);
    }

    /** What is used is read while others wait than those that are timed: it takes longer than the service. */
    private static Measured unlimited(Front front, Burst burst, ForkedJvm jvm) throws Exception {
        for (int i = 0; i < WARM_BURSTS; i++) {
            burst.millis(MESSAGES, () -> {});
        }
        List<Double> millis = burst.millis(MESSAGES, () -> {});
        List<Double> used = new ArrayList<>();
        burst.millis(MESSAGES, () -> used.addAll(used(jvm, SERVICE_MILLIS / 2)));
        return new Measured(front, used, millis);
    }

    /** The process tells it after a pause, when all messages have reached it. */
    private static List<Double> used(ForkedJvm jvm, int pauseMillis) throws Exception {
        Thread.sleep(pauseMillis);
        jvm.writeLine("");
        return Stream.of(jvm.readLine().split(" ")).map(Double::valueOf).toList();
    }
}
