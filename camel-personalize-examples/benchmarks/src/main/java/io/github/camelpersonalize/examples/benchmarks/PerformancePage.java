// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of the documentation that has the figures: those of each part between markers such as {@code threads: START} and {@code threads: END}. */
final class PerformancePage {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private final Path page;

    PerformancePage(Path page) {
        this.page = page;
    }

    void write(Part part, Figures figures) throws IOException {
        String text = Files.readString(page);
        Matcher place = Pattern.compile("(?s)(// " + part + ": START\n).*?(// " + part + ": END)").matcher(text);
        if (!place.find()) {
            throw new IllegalStateException("the markers of " + part + " are missing in " + page);
        }
        Files.writeString(page, text.substring(0, place.end(1)) + section(part, figures) + text.substring(place.start(2)));
    }

    private static String section(Part part, Figures figures) throws IOException {
        return "\nMeasured by `" + part.command() + "` on " + machine() + ".\n\n" + rows(figures.rows())
                + figures.grids().stream().map(PerformancePage::grid).collect(Collectors.joining());
    }

    private static String rows(List<Row> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        return "[cols=\"5,1,2,1\",options=\"header\"]\n|===\n| What | Figure | Goal | The check fails beyond\n\n"
                + rows.stream().map(PerformancePage::line).collect(Collectors.joining()) + "|===\n\n";
    }

    private static String line(Row row) {
        return "| " + row.what() + " | " + row.figure() + " | " + row.goalText() + " | " + row.boundText() + "\n";
    }

    private static String grid(Grid grid) {
        int columns = grid.columns().size();
        return "." + grid.title() + "\n[cols=\"4" + ",1".repeat(columns - 1) + "\",options=\"header\"]\n|===\n"
                + cells(grid.columns()) + "\n" + grid.lines().stream().map(line -> line(line, columns)).collect(Collectors.joining())
                + "|===\n\n";
    }

    /** The last cell of a line that has fewer spans the rest. */
    private static String line(List<String> cells, int columns) {
        int last = cells.size() - 1;
        if (cells.size() == columns) {
            return cells(cells);
        }
        return "| " + String.join(" | ", cells.subList(0, last)) + " " + (columns - last) + "+| " + cells.get(last) + "\n";
    }

    private static String cells(List<String> cells) {
        return "| " + String.join(" | ", cells) + "\n";
    }

    private static String machine() throws IOException {
        return cpu() + ", " + Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version().feature() + " ("
                + System.getProperty("java.vm.vendor") + "), " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String cpu() throws IOException {
        if (!Files.exists(CPUS)) {
            return "a CPU that the system does not name";
        }
        return Files.readAllLines(CPUS).stream().filter(line -> line.startsWith("model name")).map(line -> line.split(":", 2)[1].strip())
                .findFirst().orElse("a CPU that the system does not name");
    }
}
