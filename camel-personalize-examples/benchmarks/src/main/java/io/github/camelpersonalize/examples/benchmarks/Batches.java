// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;

/** Batches of records and of messages, of which all but the first mean something known. */
final class Batches {

    private static final int RECORDS = 20_000;
    private static final int KEYS = 200;
    private static final int COLLIDING = 10_000;
    private static final int MESSAGES = 1000;
    private static final int TYPES = 10;
    private static final int WARM_ROUNDS = 60;
    private static final int ROUNDS = 21;
    private static final double NANOS = 1e9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Routes routes;

    Batches(Routes routes) {
        this.routes = routes;
    }

    List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        List<Map<String, Object>> records = IntStream.range(0, RECORDS).mapToObj(i -> Creates.of(i % KEYS)).toList();
        rows.add(Row.atMost("a batch of 20 000 records of 200 keys: requests", KEYS + 1, requests(records)));
        rows.add(Row.atMost("the same batch again: requests", 0, requests(records)));
        rows.add(Row.atMost("10 000 records whose keys have one hash code: times of 10 000 others", 2, ofOneHashCode())
                .butFailsBeyond(4));
        rows.add(Row.atLeast("1 000 CDP messages through transformDataType and upsert: throughput of Jackson's readTree", 0.5, messages())
                .butFailsBeyond(0.47));
        return rows;
    }

    private int requests(List<Map<String, Object>> records) {
        Exchange done = routes.exchange("direct:batch", records);
        return done.getMessage().getHeader("CamelPersonalizeRequestCount", Integer.class);
    }

    private double ofOneHashCode() {
        seconds(IntStream.range(0, COLLIDING).mapToObj(i -> "warm_" + i).toList());
        double others = seconds(IntStream.range(0, COLLIDING).mapToObj(i -> "other_" + i).toList());
        return seconds(IntStream.range(0, COLLIDING).mapToObj(Batches::colliding).toList()) / others;
    }

    /** "Aa" and "BB" have the same hash code, and so have all texts of these. */
    private static String colliding(int number) {
        String bits = Integer.toBinaryString(number | 1 << Integer.SIZE - Integer.numberOfLeadingZeros(COLLIDING));
        return bits.substring(1).replace("0", "aa").replace("1", "bB");
    }

    private double seconds(List<String> keys) {
        List<Map<String, Object>> records = keys.stream()
                .<Map<String, Object>>map(key -> Map.of("name", key, "key", key, "data_type", "number")).toList();
        long startedAt = System.nanoTime();
        routes.exchange("direct:batch", records);
        return (System.nanoTime() - startedAt) / NANOS;
    }

    private double messages() throws Exception {
        List<String> texts = IntStream.range(0, MESSAGES).mapToObj(Batches::message).toList();
        Work read = () -> {
            for (String text : texts) {
                JSON.readTree(text);
            }
        };
        Work component = () -> routes.send("direct:cdp", texts);
        try (Blocks blocks = new Blocks(1, WARM_ROUNDS, ROUNDS)) {
            return blocks.ratios(read, List.of(component)).get(0);
        }
    }

    /** About 350 bytes. */
    private static String message(int number) {
        String traits = IntStream.range(0, TYPES / 2).mapToObj(i -> "\"trait_" + i + "\":\"value " + (number + i) + "\"")
                .collect(Collectors.joining(","));
        return "{\"type\":\"identify\",\"messageId\":\"ajs-next-1771885735111-" + number + "\",\"userId\":\"user-" + number
                + "\",\"anonymousId\":\"f5a1c1e0-5a1c-4b1e-9f5a-" + number + "\",\"timestamp\":\"2026-02-23T22:28:55.111Z\",\"traits\":{"
                + traits
                + "},\"context\":{\"ip\":\"203.0.113.7\",\"library\":{\"name\":\"analytics.js\",\"version\":\"4.1.2\"}}}";
    }
}
