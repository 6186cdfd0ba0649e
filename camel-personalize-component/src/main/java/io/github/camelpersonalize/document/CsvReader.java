// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CSV files as people have them. The first line names the columns. What cannot be read is a row that says why, at its line; the others are read.
 */
public final class CsvReader {

    /** In the order in which they are preferred where a header has as many of several of them. */
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /** What Excel writes before the header. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\\A(?:\"sep=(.)\"|sep=(.))[ \t]*(?=[\r\n])");
    private static final Pattern FIRST_LINE = Pattern.compile("[^\\s][^\r\n]*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final Optional<Character> delimiter;
    private final Map<String, String> columns;

    /**
     * @param delimiter or empty: it is found in the header
     * @param columns the members by the names of their columns; other columns are left out. Empty: a column has the name of its member
     */
    public CsvReader(Optional<Character> delimiter, Map<String, String> columns) {
        this.delimiter = delimiter;
        this.columns = Map.copyOf(columns);
    }

    /** The rows below the header; none where the text has no more than a header. */
    public List<CsvRow> read(String text) {
        Matcher separator = SEPARATOR_LINE.matcher(text);
        boolean isNamed = separator.find();
        String rest = isNamed ? text.substring(separator.end()) : text;
        char between = delimiter.orElseGet(() -> isNamed ? named(separator) : found(rest));
        CsvText source = new CsvText(rest, between);
        return source.record().map(first -> rows(first, source)).orElse(List.of());
    }

    private List<CsvRow> rows(CsvRecord first, CsvText source) {
        CsvHeader header = CsvHeader.of(first, columns);
        if (header.fault() != null) {
            return List.of(CsvRow.faulty(first.line(), header.fault()));
        }
        List<CsvRow> rows = new ArrayList<>();
        Optional<CsvRecord> next = source.record();
        while (next.isPresent()) {
            rows.add(header.row(next.get()));
            next = source.record();
        }
        return rows;
    }

    private static char named(Matcher separator) {
        return Optional.ofNullable(separator.group(1)).orElseGet(() -> separator.group(2)).charAt(0);
    }

    private static char found(String text) {
        Matcher line = FIRST_LINE.matcher(text);
        String header = line.find() ? QUOTED.matcher(line.group()).replaceAll("") : "";
        return DELIMITERS.stream().max(Comparator.comparingLong((Character sign) -> count(header, sign))
                .thenComparing(sign -> -DELIMITERS.indexOf(sign))).orElseThrow();
    }

    private static long count(String header, char sign) {
        return header.chars().filter(character -> character == sign).count();
    }
}
