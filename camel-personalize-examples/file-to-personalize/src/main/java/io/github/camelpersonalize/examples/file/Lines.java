// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;

import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** Reads files line by line; one line at a time is in memory. */
public final class Lines {

    /** All lines, blank ones too, so that the index of the split tells the number of the line. */
    public Iterator<Line> of(@Body InputStream file, @Header(Exchange.FILE_NAME_ONLY) String name) {
        return new Reading(file, name.endsWith(".csv"));
    }

    /** What a line defines, in a form that the component takes. */
    public Object definition(@Body Line line) throws BadLineException {
        return line.definition();
    }

    /** Reads in ISO 8859-1, where every byte is a character: one line that is not UTF-8 does not spoil the others. */
    private static final class Reading implements Iterator<Line>, Closeable {

        private static final String BYTE_ORDER_MARK = new String("\uFEFF".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        private final BufferedReader reader;
        private final boolean csv;
        private Iterator<String> lines;
        private CsvSchema columns;

        Reading(InputStream file, boolean csv) {
            this.reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.ISO_8859_1));
            this.lines = reader.lines().iterator();
            this.csv = csv;
        }

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public Line next() {
            String line = lines.next();
            if (line.isBlank()) {
                return Line.nothing();
            }
            if (!csv) {
                return Line.json(bytes(line));
            }
            return columns == null ? header(line) : Line.csv(bytes(line), columns);
        }

        /** The splitter asks once more after closing. */
        @Override
        public void close() throws IOException {
            lines = Collections.emptyIterator();
            reader.close();
        }

        /** Spreadsheets put a byte order mark before the first name. Without the names, no other line can be read. */
        private Line header(String line) {
            byte[] names = bytes(line.startsWith(BYTE_ORDER_MARK) ? line.substring(BYTE_ORDER_MARK.length()) : line);
            try {
                columns = Line.columns(names);
                return Line.nothing();
            } catch (IOException e) {
                lines = Collections.emptyIterator();
                return Line.bad(names, "the first line does not name the columns, and the other lines cannot be read without them");
            }
        }

        private static byte[] bytes(String line) {
            return line.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
