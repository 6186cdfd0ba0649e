// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The cells of a row, as they stand in the file.
 *
 * @param line on which it begins, counted from 1
 * @param fault why its cells are not known, or {@code null}
 */
record CsvRecord(long line, List<String> cells, @Nullable String fault) {

    /** A line without a cell, or with empty ones only: spreadsheets leave them behind. */
    boolean isBlank() {
        return fault == null && cells.stream().allMatch(String::isEmpty);
    }
}
