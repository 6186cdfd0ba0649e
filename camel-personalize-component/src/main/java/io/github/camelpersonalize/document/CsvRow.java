// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.model.Members;

/**
 * A row of a CSV file: its cells by the names of their columns, without those that are empty. It knows its line, so that reports can name it. A row
 * that cannot be read has one member, {@code fault}, with the reason.
 */
public final class CsvRow extends Members<Object> {

    private static final long serialVersionUID = 1L;

    private static final String FAULT = "fault";

    private final long line;
    private final boolean isFaulty;

    private CsvRow(long line, Map<String, ?> cells, boolean isFaulty) {
        putAll(cells);
        this.line = line;
        this.isFaulty = isFaulty;
    }

    static CsvRow of(long line, Map<String, String> cells) {
        return new CsvRow(line, cells, false);
    }

    /**
     * What cannot be read, in place of a row.
     *
     * @param line where it begins, counted from 1
     */
    public static CsvRow faulty(long line, String fault) {
        return new CsvRow(line, Map.of(FAULT, fault), true);
    }

    /** The line on which the row begins, counted from 1. A cell in quotes may have several lines. */
    public long line() {
        return line;
    }

    /** Why the row cannot be read, if it cannot. */
    public Optional<String> fault() {
        return isFaulty ? Optional.of(String.valueOf(get(FAULT))) : Optional.empty();
    }
}
