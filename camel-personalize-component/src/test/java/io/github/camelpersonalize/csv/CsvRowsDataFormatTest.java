// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.csv;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the options of the data format mean, without a route. */
class CsvRowsDataFormatTest {

    private static final Map<String, String> ROW = Map.of("key", "size", "name", "Größe");

    private final CsvRowsDataFormat format = new CsvRowsDataFormat();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    private Object rows(String file, String charset) {
        format.init();
        return format.unmarshal(exchange, new ByteArrayInputStream(file.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', textBlock = """
            |   > |
            ;   > ;
            ' ' > ' '
            tab > \\t
            \\t > \\t
            """)
    void theDelimiterIsOneCharacterOrATab(String option, String separator) {
        format.setDelimiter(option.replace("'", ""));
        String between = separator.replace("'", "").translateEscapes();

        assertThat(rows("key" + between + "name\nsize" + between + "Größe\n", "UTF-8")).isEqualTo(List.of(ROW));
        assertThat(format.getDelimiter()).isEqualTo(option.replace("'", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {";;", "\"", "\n", "\r", "TAB"})
    void aDelimiterThatCannotBeOneIsRefused(String option) {
        format.setDelimiter(option);

        assertThatThrownBy(format::init).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("personalize-csv: the option delimiter must be one character, or tab; it is ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void anOptionThatIsEmptyIsNotSet(String option) {
        format.setDelimiter(option);
        format.setCharset(option);

        assertThat(rows("key;name\nsize;Größe\n", "UTF-8")).isEqualTo(List.of(ROW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", " windows-1252 "})
    void theCharsetOfTheRouteCountsMoreThanThatOfTheExchange(String charset) {
        exchange.setProperty(Exchange.CHARSET_NAME, "UTF-16");
        format.setCharset(charset);

        assertThat(rows("key;name\nsize;Größe\n", "windows-1252")).isEqualTo(List.of(ROW));
        assertThat(format.getCharset()).isEqualTo(charset);
    }

    @Test
    void anUnknownCharsetIsRefused() {
        format.setCharset("latin-99");

        assertThatThrownBy(format::init).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize-csv: the option charset is unknown; it is \"latin-99\"");
    }

    @Test
    void columnsNameMembers() {
        format.setColumns(Map.of("Merkmal", "key"));

        assertThat(rows("Merkmal;Notiz\nsize;x\n", "UTF-8")).isEqualTo(List.of(Map.of("key", "size")));
        assertThat(format.getColumns()).isEqualTo(Map.of("Merkmal", "key"));
    }

    @Test
    void whatCannotBeReadAtAllIsOneFaultyRow() {
        exchange.setProperty(Exchange.CHARSET_NAME, "latin-99");

        assertThat(rows("key;name\n", "UTF-8")).isEqualTo(format.unmarshal(exchange, "key;name\n".getBytes(UTF_8)))
                .hasToString("[{fault=the charset of the body, \"latin-99\", is unknown}]");
    }

    @Test
    void camelKnowsItByItsName() {
        assertThat(format.getDataFormatName()).isEqualTo("personalize-csv");
        assertThat(new DefaultCamelContext().resolveDataFormat("personalize-csv")).isInstanceOf(CsvRowsDataFormat.class);
    }
}
