// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.SegmentDataTypeTransformer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Texts and bytes of messages, alone and in a batch. */
class SegmentTextsTest {

    private static final String AGE = "{\"type\": \"identify\", \"tr\\u0061its\": {\"\\u0061ge\": 7}}";
    private static final Map<String, Object> AGE_FRAGMENT = fragment(List.of(Map.of("key", "age", "name", "Age", "data_type", "number")));

    private final DefaultCamelContext context = new DefaultCamelContext();
    private SegmentDataTypeTransformer transformer;

    @BeforeEach
    void start() {
        context.start();
        transformer = new SegmentDataTypeTransformer();
        transformer.setCamelContext(context);
        transformer.setName(SegmentDataTypeTransformer.NAME);
        transformer.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static Stream<Object> arrays() {
        String array = " ".repeat(200) + "\n\r\t[" + AGE + ", " + AGE + "]";
        return Stream.of(array, array.getBytes(UTF_8), new StringBuilder(array));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void anArrayIsABatchWhateverComesBeforeIt(Object body) throws Exception {
        assertThat(transformed(body)).isEqualTo(List.of(AGE_FRAGMENT, AGE_FRAGMENT));
    }

    @Test
    void anItemOfABatchIsOneMessage() throws Exception {
        assertThat(transformed(List.of(AGE.getBytes(UTF_8), "[" + AGE + "]", " " + AGE + "\n", "[", "", "7")))
                .isEqualTo(List.of(AGE_FRAGMENT, fault("must be an object"), AGE_FRAGMENT,
                        fault("Unexpected end-of-input: expected close marker for Array at line 1, column 2"), fault("the text is empty"),
                        fault("must be an object")));
    }

    @Test
    void whatIsNoJsonIsRefusedInItsPlace() throws Exception {
        byte[] latin = "{\"type\": \"identify\", \"traits\": {\"größe\": 7}}".getBytes(ISO_8859_1);

        assertThat(transformed(List.of("\ufeff" + AGE, ("\ufeff" + AGE).getBytes(UTF_8), latin, AGE.getBytes(UTF_16LE), AGE + AGE,
                "{\"type\": \"identify\", \"x\": {\"a\": 1, \"\\u0061\": 2}}", "type: identify\ntraits: {}", AGE)))
                .isEqualTo(List.of(
                        fault("the text begins with a byte order mark; send JSON as UTF-8 without one (RFC 8259, section 8.1)"),
                        fault("the text begins with a byte order mark; send JSON as UTF-8 without one (RFC 8259, section 8.1)"),
                        fault("the bytes are not valid UTF-8 at offset 35"),
                        fault("Illegal character ((CTRL-CHAR, code 0)): only regular white space (\\r, \\n, \\t) is allowed between tokens"
                                + " at line 1, column 3"),
                        fault("there is more after the end of the JSON document at line 1, column " + (AGE.length() + 1)),
                        fault("Duplicate field 'a' at line 1, column 44"),
                        fault("Unrecognized token 'type': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
                                + " at line 1, column 5; the text looks like YAML, which only the operations of personalize:project read:"
                                + " put unmarshal().yaml() before this step"),
                        AGE_FRAGMENT));
    }

    private Object transformed(Object body) throws Exception {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        transformer.transform(exchange.getMessage(), DataType.ANY, DataType.ANY);
        return exchange.getMessage().getBody();
    }

    private static Map<String, Object> fragment(List<Map<String, Object>> attributes) {
        return Map.of("attributes", attributes, "events", List.of(), "onConflict", "skip");
    }

    private static Map<String, Object> fault(String message) {
        return Map.of("fault", message);
    }
}
