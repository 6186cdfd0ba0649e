// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Throughput and memory by the number of endpoints and of definitions, each in a {@link SizeProcess} of bounded heap. */
final class Sizes {

    private static final List<Integer> ENDPOINTS = List.of(1, 10, 100);
    /** The MB of heap for so many definitions. */
    private static final Map<Integer, Integer> HEAPS = new TreeMap<>(Map.of(1000, 128, 10_000, 192, 100_000, 768));

    private Sizes() {}

    static Figures figures() throws Exception {
        List<List<String>> lines = new ArrayList<>();
        for (Map.Entry<Integer, Integer> size : HEAPS.entrySet()) {
            try (StubProcess service = StubProcess.start(0, size.getKey())) {
                for (int endpoints : ENDPOINTS) {
                    lines.add(line(service, size.getKey(), endpoints, size.getValue()));
                }
            }
        }
        List<String> columns = new ArrayList<>(List.of("Definitions", "Endpoints", "-Xmx"));
        columns.addAll(SizeProcess.COLUMNS);
        return new Figures(List.of(),
                List.of(new Grid("Upserts and creates in a second of CPU, and the CPU of a plan and a list", columns, lines)));
    }

    private static List<String> line(StubProcess service, int definitions, int endpoints, int heap) throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(Jdk.current(), List.of("-Xmx" + heap + "m"), SizeProcess.class, service.url(), definitions,
                endpoints)) {
            List<String> line = new ArrayList<>(List.of(Row.rounded(definitions), Row.rounded(endpoints), heap + "m"));
            Stream.of(jvm.readLine().split(" ")).map(Double::valueOf).map(Row::rounded).forEach(line::add);
            return line;
        }
    }
}
