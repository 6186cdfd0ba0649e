// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** A line of a file: what it defines, if anything. */
public final class Line {

    private static final CsvMapper CSV = CsvMapper.csvBuilder().enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL).enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS).build();
    private static final ObjectReader CELLS = CSV.readerForMapOf(String.class);
    private static final ObjectReader NAMES = CSV.readerFor(String[].class);

    private final byte[] bytes;
    private final boolean definition;
    private final CsvSchema columns;
    private final String fault;

    private Line(byte[] bytes, boolean definition, CsvSchema columns, String fault) {
        this.bytes = bytes;
        this.definition = definition;
        this.columns = columns;
        this.fault = fault;
    }

    /** A line that defines nothing: blank, or the names of the columns. */
    static Line nothing() {
        return new Line(new byte[0], false, null, null);
    }

    static Line json(byte[] bytes) {
        return new Line(bytes, true, null, null);
    }

    static Line csv(byte[] bytes, CsvSchema columns) {
        return new Line(bytes, true, columns, null);
    }

    /** A line of which it is known already that it cannot be read. */
    static Line bad(byte[] bytes, String fault) {
        return new Line(bytes, true, null, fault);
    }

    /** The columns that the first line of a CSV file names. */
    static CsvSchema columns(byte[] bytes) throws IOException {
        String[] names = NAMES.readValue(bytes);
        return Stream.of(names).reduce(CsvSchema.builder(), CsvSchema.Builder::addColumn, (one, other) -> one).build();
    }

    /** Whether the line defines something. */
    public boolean isDefinition() {
        return definition;
    }

    /** The definition in a form that the component takes: JSON as it stands, or the filled cells of CSV by the names of their columns. */
    Object definition() throws BadLineException {
        if (fault != null) {
            throw new BadLineException(fault);
        }
        return columns == null ? bytes : cells();
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Map<String, String> cells() throws BadLineException {
        try {
            Map<String, String> cells = CELLS.with(columns).readValue(bytes);
            cells.values().removeIf(Objects::isNull);
            return cells;
        } catch (JsonProcessingException e) {
            throw new BadLineException("not CSV with the columns of the first line: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadLineException("not CSV in UTF-8: " + e.getMessage());
        }
    }
}
