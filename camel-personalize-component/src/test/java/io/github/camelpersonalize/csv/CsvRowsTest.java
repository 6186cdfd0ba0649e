// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.csv;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedExchangeAggregationStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

/** The data format personalize-csv, with files as people have them. */
class CsvRowsTest extends EmulatedRoutes {

    private static final String FILE = "key,name,data_type\nsize,Größe,string\n";

    private final CsvRowsDataFormat format = new CsvRowsDataFormat();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            commas                        | `key,name,data_type\\nsize,Größe,string\\n`
            semicolons                    | `key;name;data_type\\nsize;Größe;string\\n`
            tabs                          | `key\\tname\\tdata_type\\nsize\\tGröße\\tstring\\n`
            the lines of Windows          | `key;name;data_type\\r\\nsize;Größe;string\\r\\n`
            the lines of old Macs         | `key;name;data_type\\rsize;Größe;string\\r`
            quotes, columns in any order  | `"data_type","key","name"\\n"string","size","Größe"\\n`
            a delimiter in a quoted name  | `"key";"a,b,c,d";name;data_type\\nsize;;Größe;string\\n`
            no line end after the last    | `key,name,data_type\\nsize,Größe,string`
            spaces around cells           | `key , name , data_type\\nsize , Größe , "string" \\n`
            blank lines                   | `\\n\\nkey,name,data_type\\n\\nsize,Größe,string\\n , ,\\n\\n`
            an empty cell                 | `key,name,data_type,description\\nsize,Größe,string,\\n`
            an empty column               | `key,name,data_type,\\nsize,Größe,string,\\n`
            a row without its last cell   | `key,name,data_type,description\\nsize,Größe,string\\n`
            the separator line of Excel   | `sep=;\\r\\nkey;name;data_type\\r\\nsize;Größe;string\\r\\n`
            the same in quotes            | `"sep=|"\\nkey|name|data_type\\nsize|Größe|string\\n`
            """)
    void F92_filesAsPeopleHaveThem(String what, String text) {
        assertThat(rows(text.translateEscapes())).as(what)
                .containsExactly(Map.of("key", "size", "name", "Größe", "data_type", "string"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `"Size, weight"`        | `Size, weight`
            `"Size\\r\\nand weight"`  | `Size\\r\\nand weight`
            `"The ""big"" one"`     | `The "big" one`
            `5" pipe`               | `5" pipe`
            `" spaces "`            | ` spaces `
            """)
    void whatQuotesKeep(String cell, String value) {
        assertThat(rows("key,name\nsize," + cell.translateEscapes() + "\n")).extracting(row -> row.get("name"))
                .containsExactly(value.translateEscapes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void F92_aByteOrderMarkCountsMoreThanWhatTheRouteSays(String charset) {
        format.setCharset("windows-1252");

        assertThat(rows(("\uFEFF" + FILE).getBytes(Charset.forName(charset)))).extracting(row -> row.get("key"), row -> row.get("name"))
                .containsExactly(tuple("size", "Größe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\uFEFF\r\n", "key,name\n", "\n\n"})
    void aFileWithoutRowsIsABatchOfNone(String text) {
        assertThat(rows(text.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void F92_theCharsetOfTheExchangeOrOfTheContentTypeCountsElseUtf8() {
        byte[] windows = FILE.getBytes(Charset.forName("windows-1252"));

        assertThat(names(windows, Map.of(Exchange.CHARSET_NAME, "windows-1252"))).containsExactly("Größe");
        assertThat(names(windows, Map.of(Exchange.CONTENT_TYPE, "text/csv; charset=\"windows-1252\""))).containsExactly("Größe");
        assertThat(names(FILE.getBytes(UTF_8), Map.of())).containsExactly("Größe");
    }

    @Test
    void textsReadersAndStreamsAreReadToo() {
        for (Object body : List.of(FILE, "\uFEFF" + FILE, new StringReader(FILE), new ByteArrayInputStream(FILE.getBytes(UTF_8)))) {
            assertThat(names(body, Map.of())).containsExactly("Größe");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `a,A,string\\nb,B,C,string\\nc,C,string`    | `people.csv:3 the row has 4 cells, the header 3; put a cell that has a delimiter in it into quotes`
            `a,A,string\\nb,"B" x,string\\nc,C,string`  | `people.csv:3 there is text after a closing quote; double the quotes within a cell in quotes`
            `a,"A\\n\\nA",string\\nb,"B,string\\nc,C`   | `people.csv:5 the quote that line 5 opens is not closed; nothing after it was read`
            `a,A,string\\nb,B\uFFFD,string\\nc,C,string`| `people.csv:3 the line has bytes that are not of the charset; say which it is, as in charset=windows-1252`
            """)
    void F104_aRowThatCannotBeReadIsRejectedWithItsLineAndTheOthersAreWritten(String rows, String told) {
        BatchReport report = report("key,name,data_type\n" + rows.translateEscapes(), Map.of(Exchange.FILE_NAME_ONLY, "people.csv"));

        assertThat(report.items()).filteredOn(item -> item.isRejected()).extracting(item -> item.coordinates() + " " + item.message())
                .containsExactly(told);
        assertThat(report.items()).extracting(item -> item.outcome().name()).first().isEqualTo("CREATED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `key,name,key\\na,A,b`            | `people.csv:1 the header has two columns for "key"; rename one of them`
            `"key,name\\na,A`                 | `people.csv:1 the quote that line 1 opens is not closed; nothing after it was read`
            `\\n\\nkey,nam\uFFFD\\na,A`       | `people.csv:3 the line has bytes that are not of the charset; say which it is, as in charset=windows-1252`
            """)
    void F104_withoutAHeaderNothingIsWritten(String text, String told) {
        BatchReport report = report(text.translateEscapes(), Map.of(Exchange.FILE_NAME_ONLY, "people.csv"));

        assertThat(report.items()).extracting(item -> item.coordinates() + " " + item.message()).containsExactly(told);
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void F92_utf16WithoutAByteOrderMarkIsToldUnlessTheRouteSaysSo(String charset) {
        byte[] file = FILE.getBytes(Charset.forName(charset));

        assertThat(rows(file)).containsExactly(Map.of("fault",
                "the line has bytes that are not of the charset; say which it is, as in charset=windows-1252"));
        assertThat(names(file, Map.of(Exchange.CHARSET_NAME, charset))).containsExactly("Größe");
    }

    @Test
    void aColumnThatIsNotThereIsToldWithTheNearestOne() {
        format.setColumns(Map.of("Merkmal", "key"));

        assertThat(report("Merkmale;Typ\nage;number", Map.of()).items()).extracting(item -> item.coordinates() + " " + item.message())
                .containsExactly(
                        "line 1 the header has no column \"Merkmal\" (did you mean \"Merkmale\"?); its columns are \"Merkmale\", \"Typ\"");
    }

    @Test
    void F104_aCellWithoutTheNameOfItsColumnIsRejected() {
        String text = "key,,name,data_type\nage,,Age,number\ncity,Porto,City,string\n";

        assertThat(report(text, Map.of()).items()).filteredOn(item -> item.isRejected())
                .extracting(item -> item.coordinates() + " " + item.message())
                .containsExactly("line 3 the cell in column 2 has no name in the header");
    }

    @Test
    void columnsThatAreNotNamedAreLeftOut() {
        format.setColumns(Map.of("Merkmal", "key", "Typ", "data_type"));

        assertThat(rows("Merkmal;;Notiz;Typ\nage;x;y;number\n")).containsExactly(Map.of("key", "age", "data_type", "number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void F104_linesAreCountedWhateverEndsThem(String end) {
        String text = "key,name,data_type" + end + end + "a,\"A" + end + "A\",text" + end + "b,B,text" + end;

        assertThat(report(text, Map.of()).items()).extracting(item -> item.coordinates().toString()).containsExactly("line 3", "line 5");
    }

    @Test
    void F104_aRowNamesItsLineAlsoWithoutAFileAndWhenItIsSplit() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:split").unmarshal(format).split(body(), new GroupedExchangeAggregationStrategy()).process(part -> {}).end()
                        .to("personalize:attributes?operation=upsert");
            }
        });
        String text = "key,name,data_type\n\"a\",\"A\n\nB\",text\n\nb,B,text\n";

        BatchReport split = report(context.createProducerTemplate().request("direct:split", exchange -> {
            exchange.getMessage().setBody(text);
            exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, "people.csv");
        }));
        BatchReport whole = report(text, Map.of());

        assertThat(split.items()).extracting(item -> item.coordinates().toString()).containsExactly("people.csv:2", "people.csv:6");
        assertThat(whole.items()).extracting(item -> item.coordinates().toString()).containsExactly("line 2", "line 6");
        assertThat(whole.toString()).contains("line 6  attribute  b");
    }

    @Test
    void F104_rowsOfAFragmentOfTheProjectNameTheirLines() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:project").unmarshal(format).to("personalize:project?operation=upsert");
            }
        });

        Exchange sent = context.createProducerTemplate().request("direct:project",
                exchange -> exchange.getMessage().setBody("events,x\na,b,c"));

        assertThat(report(sent).items()).extracting(item -> item.coordinates() + " " + item.message())
                .containsExactly("line 2 the row has 3 cells, the header 2; put a cell that has a delimiter in it into quotes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            delimiter | `;;`     | the option delimiter must be one character, or tab; it is ";;"
            delimiter | `"`      | the option delimiter must be one character, or tab; it is \"""
            charset   | latin-99 | the option charset is unknown; it is "latin-99"
            """)
    void F98_aWrongOptionIsToldAtStart(String option, String value, String told) {
        if (option.equals("charset")) {
            format.setCharset(value);
        } else {
            format.setDelimiter(value);
        }

        assertThat(catchThrowable(() -> rows(FILE))).rootCause().hasMessage("personalize-csv: " + told);
    }

    @Test
    void itDoesNotWrite() {
        assertThat(catchThrowable(() -> format.marshal(null, null, null))).isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("personalize-csv reads CSV, it does not write it");
    }

    private List<String> names(Object body, Map<String, Object> headers) {
        return rows(body, headers).stream().map(row -> (String) row.get("name")).toList();
    }

    private List<Map<String, Object>> rows(Object body) {
        return rows(body, Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(Object body, Map<String, Object> headers) {
        return convert(body, headers).getMessage().getBody(List.class);
    }

    private BatchReport report(Object body, Map<String, Object> headers) {
        Exchange rows = convert(body, headers);
        return report(send("personalize:attributes?operation=upsert", rows.getMessage().getBody(), headers));
    }

    private static BatchReport report(Exchange sent) {
        return sent.getException() instanceof PersonalizeRejectedException rejected
                ? rejected.getReport()
                : sent.getMessage().getBody(BatchReport.class);
    }

    private Exchange convert(Object body, Map<String, Object> headers) {
        if (context.hasEndpoint("direct:read") == null) {
            try {
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:read").unmarshal(format);
                    }
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        Exchange read = context.createProducerTemplate().send("direct:read", exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
        assertThat(read.getException()).isNull();
        return read;
    }
}
