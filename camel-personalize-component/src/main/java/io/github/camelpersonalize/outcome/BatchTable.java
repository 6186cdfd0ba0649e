// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.text.Visible;
import org.jspecify.annotations.Nullable;

/** A batch report as a table of plain text. */
final class BatchTable {

    private static final List<String> HEADINGS = List.of("#", "SOURCE", "KIND", "KEY", "UID", "OUTCOME", "MESSAGE");

    private BatchTable() {}

    static String of(BatchReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        report.items().forEach(item -> rows.add(row(item)));
        int[] widths = IntStream.range(0, HEADINGS.size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n")) + counts(report);
    }

    private static List<String> row(ItemResult item) {
        return List.of(String.valueOf(item.index() + 1), text(item.coordinates()), item.kind(), text(item.key()), text(item.uid()),
                item.outcome().name(), text(item.message()));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size()).mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining("  ")).stripTrailing();
    }

    private static String counts(BatchReport report) {
        return report.counts().entrySet().stream().map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", ", report.items().size() + " items: ", "")).replaceFirst(": $", "");
    }

    private static String text(@Nullable Object value) {
        return Visible.text(Objects.toString(value, "-").replaceAll("\\s+", " "));
    }
}
