// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One message at a time, or several at once: creates beside what is written by hand, and upserts of what is known beside an empty route. */
final class Messages {

    private static final int REQUESTS_WARM = 20_000;
    private static final int REQUESTS = 5_000;
    private static final int LOCAL_WARM = 200_000;
    private static final int LOCAL = 50_000;
    private static final int WARM_ROUNDS = 60;
    private static final int ROUNDS = 41;

    /** In flight. Then threads wait for the lock of the connection pool, and the figure differs by a few hundredths from run to run. */
    private static final int MOST = 64;

    private final RawClient raw;
    private final Routes routes;

    Messages(RawClient raw, Routes routes) {
        this.raw = raw;
        this.routes = routes;
    }

    List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>(creates());
        rows.addAll(upserts());
        return rows;
    }

    private List<Row> creates() throws Exception {
        List<Row> rows = new ArrayList<>();
        Work bare = () -> raw.create(Creates.next());
        Work byHand = () -> routes.send("direct:hand-written", Creates.next());
        Work create = () -> routes.send("direct:create", Creates.next());
        for (int inFlight : new int[]{1, 8, MOST}) {
            try (Blocks blocks = new Blocks(inFlight, WARM_ROUNDS, ROUNDS)) {
                rows.add(Row.atLeast("create, " + inFlight + " in flight: throughput of HttpClient 5 with Jackson", 0.8,
                        blocks.ratios(bare, List.of(create)).get(0)).butFailsBeyond(inFlight == MOST ? 0.75 : 0.8));
                rows.add(Row.atLeast("create, " + inFlight + " in flight: throughput of the route written by hand", 1,
                        blocks.ratios(byHand, List.of(create)).get(0)));
            }
        }
        rows.add(Row.atMost("create: bytes allocated", 14_000, Allocation.perOperation(create, REQUESTS_WARM, REQUESTS)));
        rows.add(Row.only("create by the route written by hand: bytes allocated",
                Allocation.perOperation(byHand, REQUESTS_WARM, REQUESTS)));
        rows.add(Row.only("create by HttpClient 5 with Jackson: bytes allocated",
                Allocation.perOperation(bare, REQUESTS_WARM, REQUESTS)));
        return rows;
    }

    private List<Row> upserts() throws Exception {
        Work empty = () -> routes.send("direct:empty", Creates.next());
        Work upsert = () -> routes.send("direct:upsert", Creates.next());
        IntStream.range(0, Creates.BODIES).forEach(number -> routes.send("direct:upsert", Creates.of(number)));
        long bytes = Allocation.perOperation(upsert, LOCAL_WARM, LOCAL);
        try (Blocks blocks = new Blocks(1, WARM_ROUNDS, ROUNDS)) {
            return List.of(Row.atMost("upsert of what is known and unchanged: bytes allocated", 4_000, bytes),
                    Row.atMost("upsert of what is known and unchanged: times of an empty route", 5,
                            1 / blocks.ratios(empty, List.of(upsert)).get(0)));
        }
    }
}
