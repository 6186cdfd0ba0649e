// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.InputMismatchException;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Reads a line of CSV. */
public final class Csv {

    private static final ObjectReader CELLS = CsvMapper.csvBuilder().enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL).enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS).build()
            .readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());

    /** The cells that are filled, by the names of their columns, which are in the first line of the file. */
    public Map<String, String> read(@Variable("global:columns") byte[] columns, @Body byte[] line, @Variable("place") String place) {
        try {
            Map<String, String> cells = CELLS.readValue(lines(columns, line));
            cells.values().removeIf(Objects::isNull);
            return cells;
        } catch (JsonProcessingException e) {
            throw new InputMismatchException(
                    "not CSV with the columns of the first line: %s (%s)".formatted(e.getOriginalMessage(), place));
        } catch (IOException e) {
            throw new InputMismatchException("not CSV in UTF-8: %s (%s)".formatted(e.getMessage(), place));
        }
    }

    private static byte[] lines(byte[] columns, byte[] line) {
        return ByteBuffer.allocate(columns.length + 1 + line.length).put(columns).put((byte) '\n').put(line).array();
    }
}
