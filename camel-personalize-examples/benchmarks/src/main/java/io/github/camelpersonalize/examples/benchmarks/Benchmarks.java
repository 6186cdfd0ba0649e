// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.nio.file.Path;
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
        System.exit("all".equals(args[1]) ? all(args) : run(args, Part.valueOf(args[1])));
    }

    /** Each part in a process of its own, as if it were run alone: what the JVM has compiled for one would slow another down. */
    private static int all(String[] args) throws Exception {
        int status = 0;
        for (Part part : Part.values()) {
            String[] ofPart = args.clone();
            ofPart[1] = part.name();
            status = Math.max(status, ForkedJvm.run(Benchmarks.class, ofPart));
        }
        return status;
    }

    private static int run(String[] args, Part part) throws Exception {
        Figures figures = part.figures();
        figures.rows().forEach(Benchmarks::print);
        figures.grids().forEach(Benchmarks::print);
        if ("write".equals(args[0])) {
            new PerformancePage(Path.of(args[2])).write(part, figures);
        }
        return "check".equals(args[0]) ? status(figures.rows()) : 0;
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
