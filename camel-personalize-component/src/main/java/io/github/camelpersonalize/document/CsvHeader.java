// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a CSV file.
 *
 * @param members by column: the member's name, {@code ""} where the column has no name, {@code null} where the column is left out
 * @param fault why no row can be read, or {@code null}
 * @param before the cells of the row before: many rows have the same text in a column, and share it
 */
record CsvHeader(List<@Nullable String> members, @Nullable String fault, List<@Nullable String> before) {

    /** What decoders make of bytes that are not of the charset, and what the bytes of UTF-16 look like in others. */
    private static final Pattern UNDECODED = Pattern.compile("[\uFFFD\0]");
    private static final String WRONG_CHARSET = "has bytes that are not of the charset; say which it is, as in charset=windows-1252";

    static CsvHeader of(CsvRecord first, Map<String, String> columns) {
        @Nullable
        String fault = Optional.ofNullable(fault(first)).orElseGet(() -> missing(first.cells(), columns));
        List<@Nullable String> members = new ArrayList<>();
        first.cells().forEach(name -> members.add(columns.isEmpty() ? name : columns.get(name)));
        return new CsvHeader(members, fault == null ? repeated(members) : fault,
                new ArrayList<>(Collections.nCopies(members.size(), null)));
    }

    /** Why a record cannot be read, or {@code null}. */
    private static @Nullable String fault(CsvRecord record) {
        boolean isUndecoded = record.cells().stream().anyMatch(cell -> UNDECODED.matcher(cell).find());
        return record.fault() == null && isUndecoded ? "the line " + WRONG_CHARSET : record.fault();
    }

    private static @Nullable String missing(List<String> names, Map<String, String> columns) {
        return columns.keySet().stream().filter(name -> !names.contains(name)).sorted().findFirst()
                .map(name -> "the header has no column " + Quoted.of(name) + Nearest.question(name, names) + "; its columns are "
                        + names.stream().map(Quoted::of).collect(Collectors.joining(", ")))
                .orElse(null);
    }

    private static @Nullable String repeated(List<@Nullable String> members) {
        Set<String> seen = new HashSet<>();
        return members.stream().filter(name -> name != null && !name.isEmpty() && !seen.add(name)).findFirst()
                .map(name -> "the header has two columns for " + Quoted.of(name) + "; rename one of them").orElse(null);
    }

    CsvRow row(CsvRecord record) {
        @Nullable
        String fault = Optional.ofNullable(fault(record)).orElseGet(() -> misplaced(record.cells()));
        return fault == null ? CsvRow.of(record.line(), cells(record.cells())) : CsvRow.faulty(record.line(), fault);
    }

    /** A cell that belongs to no column, mostly because a delimiter in another one is not in quotes. */
    private @Nullable String misplaced(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty() && column >= members.size()) {
                return "the row has " + cells.size() + " cells, the header " + members.size()
                        + "; put a cell that has a delimiter in it into quotes";
            }
            if (!cells.get(column).isEmpty() && "".equals(members.get(column))) {
                return "the cell in column " + (column + 1) + " has no name in the header";
            }
        }
        return null;
    }

    private Map<String, String> cells(List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < Math.min(cells.size(), members.size()); column++) {
            String member = members.get(column);
            if (member != null && !cells.get(column).isEmpty()) {
                row.put(member, shared(column, cells.get(column)));
            }
        }
        return row;
    }

    private String shared(int column, String cell) {
        if (!cell.equals(before.get(column))) {
            before.set(column, cell);
        }
        return before.get(column);
    }
}
