// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of the documentation that has the table, between the markers {@code figures: START} and {@code figures: END}. */
final class PerformancePage {

    private static final Pattern FIGURES = Pattern.compile("(?s)(// figures: START\n).*?(// figures: END)");
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private final Path page;

    PerformancePage(Path page) {
        this.page = page;
    }

    void write(List<Row> rows) throws IOException {
        String text = Files.readString(page);
        Matcher figures = FIGURES.matcher(text);
        if (!figures.find()) {
            throw new IllegalStateException("the markers of the figures are missing in " + page);
        }
        Files.writeString(page, text.substring(0, figures.end(1)) + section(rows) + text.substring(figures.start(2)));
    }

    private static String section(List<Row> rows) throws IOException {
        return "\nMeasured on " + machine()
                + ".\n\n[cols=\"5,1,2,1\",options=\"header\"]\n|===\n| What | Figure | Goal | The check fails beyond\n\n"
                + rows.stream().map(PerformancePage::line).collect(Collectors.joining()) + "|===\n\n";
    }

    private static String line(Row row) {
        return "| " + row.what() + " | " + row.figure() + " | " + row.goalText() + " | " + row.boundText() + "\n";
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
