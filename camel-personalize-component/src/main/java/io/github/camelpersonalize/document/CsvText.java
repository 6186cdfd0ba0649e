// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The text of a CSV file, read record by record (RFC 4180). A line ends with CR LF, LF or CR. A cell in quotes may have delimiters, line ends and
 * doubled quotes. White space around a cell without quotes does not count.
 */
final class CsvText {

    private static final char QUOTE = '"';

    private final String text;
    private final char delimiter;
    private int at;
    private long line = 1;
    private @Nullable String fault;

    CsvText(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** The next record that is not blank, if there is one. */
    Optional<CsvRecord> record() {
        while (at < text.length()) {
            CsvRecord next = next();
            if (!next.isBlank()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private CsvRecord next() {
        long start = line;
        fault = null;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (is(delimiter)) {
            at++;
            cells.add(cell());
        }
        endLine();
        return new CsvRecord(start, cells, fault);
    }

    private String cell() {
        skipSpace();
        if (is(QUOTE)) {
            return quoted();
        }
        int start = at;
        skipCell();
        return text.substring(start, at).strip();
    }

    private String quoted() {
        long start = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length() && !isClosing()) {
            cell.append(text.charAt(at));
            next(is(QUOTE) ? 2 : 1);
        }
        if (at >= text.length()) {
            fault = "the quote that line " + start + " opens is not closed; nothing after it was read";
            return "";
        }
        at++;
        skipSpace();
        if (!isEndOfCell()) {
            fault = "there is text after a closing quote; double the quotes within a cell in quotes";
            skipCell();
        }
        return cell.toString();
    }

    private boolean isClosing() {
        return is(QUOTE) && !(at + 1 < text.length() && text.charAt(at + 1) == QUOTE);
    }

    private void skipCell() {
        while (!isEndOfCell()) {
            at++;
        }
    }

    private void skipSpace() {
        while ((is(' ') || is('\t')) && !is(delimiter)) {
            at++;
        }
    }

    private boolean isEndOfCell() {
        return at >= text.length() || is(delimiter) || isLineEnd();
    }

    private void endLine() {
        if (at < text.length()) {
            next(is('\r') && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1);
        }
    }

    /** Moves on, and counts the line that ends with these characters. */
    private void next(int characters) {
        at += characters;
        char last = text.charAt(at - 1);
        if (last == '\n' || last == '\r' && !is('\n')) {
            line++;
        }
    }

    private boolean isLineEnd() {
        return is('\n') || is('\r');
    }

    private boolean is(char character) {
        return at < text.length() && text.charAt(at) == character;
    }
}
