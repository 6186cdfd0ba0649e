// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.csv;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.binding.MessageBinding;
import io.github.camelpersonalize.document.CsvReader;
import io.github.camelpersonalize.document.CsvRow;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.text.Quoted;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * The data format {@code personalize-csv}: makes a batch of a CSV file, a {@code List} of {@code Map}s. The first line names the columns. A row knows its
 * line, so that reports name it. What cannot be read is a row, too: the next step rejects it, and reads the others. It does not write CSV.
 */
@Metadata(label = "bean", description = "Options of the data format personalize-csv, which makes definitions of the rows of a CSV file")
public class CsvRowsDataFormat extends ServiceSupport implements DataFormat, DataFormatName {

    @Metadata(description = "What separates the cells: one character, or tab. By default it is found in the first line: a comma, a semicolon"
            + " or a tab.")
    private @Nullable String delimiter;
    @Metadata(description = "The charset of the files. By default it is that of the exchange, as the option charset of a file sets it, or of"
            + " the header Content-Type, or UTF-8. A byte order mark counts more than all of them.")
    private @Nullable String charset;
    @Metadata(description = "The names of the members by the names of their columns. Other columns are left out. By default a column has the"
            + " name of its member.")
    private Map<String, String> columns = new LinkedHashMap<>();

    private CsvReader reader;
    private @Nullable Charset decoder;

    @Override
    public String getDataFormatName() {
        return "personalize-csv";
    }

    /**
     * @throws IllegalArgumentException when an option is wrong
     */
    @Override
    protected void doInit() {
        decoder = given(charset).map(name -> known(name.strip())).orElse(null);
        reader = new CsvReader(given(delimiter).map(CsvRowsDataFormat::character), columns);
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) {
        return unmarshal(exchange, (Object) stream);
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body) {
        try {
            return reader.read(MessageBinding.text(exchange.getMessage(), body, decoder));
        } catch (JsonException e) {
            return List.of(CsvRow.faulty(1, String.valueOf(e.getMessage())));
        }
    }

    /**
     * @throws UnsupportedOperationException always
     */
    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) {
        throw new UnsupportedOperationException("personalize-csv reads CSV, it does not write it");
    }

    private static Optional<String> given(@Nullable String option) {
        return Optional.ofNullable(option).filter(text -> !text.isEmpty());
    }

    private static char character(String delimiter) {
        if (delimiter.equals("tab") || delimiter.equals("\\t")) {
            return '\t';
        }
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            throw new IllegalArgumentException("personalize-csv: the option delimiter must be one character, or tab; it is "
                    + Quoted.of(delimiter));
        }
        return delimiter.charAt(0);
    }

    private static Charset known(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("personalize-csv: the option charset is unknown; it is " + Quoted.of(name));
        }
    }

    public @Nullable String getDelimiter() {
        return delimiter;
    }

    public void setDelimiter(@Nullable String delimiter) {
        this.delimiter = delimiter;
    }

    public @Nullable String getCharset() {
        return charset;
    }

    public void setCharset(@Nullable String charset) {
        this.charset = charset;
    }

    public Map<String, String> getColumns() {
        return columns;
    }

    public void setColumns(Map<String, String> columns) {
        this.columns = columns;
    }
}
