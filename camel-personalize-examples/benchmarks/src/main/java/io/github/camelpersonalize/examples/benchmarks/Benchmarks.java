// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the benchmarks, and prints their tables. With the argument {@code check} it fails when a bound is not kept; with {@code write} it writes the
 * tables into the documentation.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /** @param args {@code print}, {@code check} or {@code write}; a {@link Part} or {@code all}; and the path of the page */
    public static void main(String[] args) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Part part : "all".equals(args[1]) ? Part.values() : new Part[]{Part.valueOf(args[1])}) {
            Figures figures = part.figures();
            figures.rows().forEach(Benchmarks::print);
            figures.grids().forEach(Benchmarks::print);
            if ("write".equals(args[0])) {
                new PerformancePage(Path.of(args[2])).write(part, figures);
            }
            rows.addAll(figures.rows());
        }
        System.exit("check".equals(args[0]) ? status(rows) : 0);
    }

    /** The status of the process: 1 when a bound is not kept. */
    static int status(List<Row> rows) {
        List<String> missed = rows.stream().filter(row -> !row.isKept()).map(Row::what).toList();
        if (missed.isEmpty()) {
            return 0;
        }
        System.err.println("Beyond their bounds: " + missed);
        return 1;
    }

    private static void print(Row row) {
        System.out.printf("%-105s %10s  %s%s%n", row.what(), row.figure(), row.goalText(),
                row.isKept() ? "" : "; BEYOND " + row.boundText());
    }

    private static void print(Grid grid) {
        System.out.println(grid.title());
        Stream.concat(Stream.of(grid.columns()), grid.lines().stream()).map(line -> String.join(" | ", line)).forEach(System.out::println);
    }
}
