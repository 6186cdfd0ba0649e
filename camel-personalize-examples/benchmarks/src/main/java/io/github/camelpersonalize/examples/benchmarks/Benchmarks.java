// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs all benchmarks, and prints the table. With the argument {@code check} it fails when a bound is not kept. */
public final class Benchmarks {

    private static final int REQUESTS_WARM = 20_000;
    private static final int REQUESTS = 5_000;
    private static final int LOCAL_WARM = 200_000;
    private static final int LOCAL = 50_000;
    private static final int WARM_ROUNDS = 10;
    private static final int ROUNDS = 21;

    private final RawClient raw;
    private final Routes routes;
    private final List<Row> rows = new ArrayList<>();

    private Benchmarks(RawClient raw, Routes routes) {
        this.raw = raw;
        this.routes = routes;
    }

    public static void main(String[] args) throws Exception {
        try (StubProcess stub = StubProcess.start(); RawClient raw = new RawClient(stub.url()); Routes routes = new Routes(stub.url())) {
            List<Row> rows = new Benchmarks(raw, routes).run();
            rows.forEach(Benchmarks::print);
            boolean isCheck = args.length > 0 && "check".equals(args[0]);
            if (isCheck && !rows.stream().allMatch(Row::isKept)) {
                throw new IllegalStateException("a bound is not kept");
            }
        }
    }

    private static void print(Row row) {
        System.out.printf("%-75s %12s  %-18s %s%n", row.what(), row.figure(), row.bound(), row.isKept() ? "" : "MISSED");
    }

    private List<Row> run() throws Exception {
        creates();
        upserts();
        return rows;
    }

    private void creates() throws Exception {
        Work bare = () -> raw.create(Creates.next());
        Work byHand = () -> routes.send("direct:hand-written", Creates.next());
        Work create = () -> routes.send("direct:create", Creates.next());
        System.out.printf("Bytes allocated: raw client %,d, hand-written route %,d%n",
                Allocation.perOperation(bare, REQUESTS_WARM, REQUESTS), Allocation.perOperation(byHand, REQUESTS_WARM, REQUESTS));
        rows.add(Row.atMost("create: bytes allocated", 14_000, Allocation.perOperation(create, REQUESTS_WARM, REQUESTS)));
        for (int inFlight : new int[]{1, 8, 64}) {
            try (Blocks blocks = new Blocks(inFlight, WARM_ROUNDS, ROUNDS)) {
                List<Double> ratios = blocks.ratios(bare, List.of(byHand, create));
                System.out.printf("Hand-written route, %d in flight: %.2f of the raw client%n", inFlight, ratios.get(0));
                rows.add(Row.atLeast("create: throughput of the raw client's, " + inFlight + " in flight", 0.8, ratios.get(1)));
            }
        }
    }

    private void upserts() throws Exception {
        Work empty = () -> routes.send("direct:empty", Creates.next());
        Work upsert = () -> routes.send("direct:upsert", Creates.next());
        IntStream.range(0, Creates.BODIES).forEach(number -> routes.send("direct:upsert", Creates.of(number)));
        rows.add(Row.atMost("upsert, unchanged: bytes allocated", 4_000, Allocation.perOperation(upsert, LOCAL_WARM, LOCAL)));
        try (Blocks blocks = new Blocks(1, WARM_ROUNDS, ROUNDS)) {
            rows.add(Row.atMost("upsert, unchanged: times of an empty route", 5, 1 / blocks.ratios(empty, List.of(upsert)).get(0)));
        }
    }
}
