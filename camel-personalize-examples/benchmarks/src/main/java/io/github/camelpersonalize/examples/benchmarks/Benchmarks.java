// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs all benchmarks, and prints the table. With the argument {@code check} it fails when a bound is not kept; with {@code write} and the path of the
 * page it writes the table into the documentation.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<Row> rows = rows();
        rows.forEach(Benchmarks::print);
        if ("write".equals(args[0])) {
            new PerformancePage(Path.of(args[1])).write(rows);
        }
        List<Row> missed = rows.stream().filter(row -> !row.isKept()).toList();
        if ("check".equals(args[0]) && !missed.isEmpty()) {
            System.err.println("Beyond their bounds: " + missed.stream().map(Row::what).toList());
            System.exit(1);
        }
    }

    private static List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        try (StubProcess stub = StubProcess.start(0); RawClient raw = new RawClient(stub.url()); Routes routes = new Routes(stub.url())) {
            rows.addAll(new Messages(raw, routes).rows());
            rows.addAll(new Batches(routes).rows());
        }
        rows.addAll(Projects.rows());
        rows.addAll(Threads.rows());
        return rows;
    }

    private static void print(Row row) {
        System.out.printf("%-105s %10s  %s%s%n", row.what(), row.figure(), row.goalText(),
                row.isKept() ? "" : "; BEYOND " + row.boundText());
    }
}
