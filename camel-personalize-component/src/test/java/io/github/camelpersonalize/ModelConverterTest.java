// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonLimits;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Camel can convert with the component on the class path. */
class ModelConverterTest {

    private static final String AGE = """
            {"key":"age","name":"Age","data_type":"number"}""";
    private static final Attribute RECORD = Attribute.of("age", "Age", "number");
    private static final Map<String, Object> MAP = Map.of("key", "age", "name", "Age", "data_type", "number");

    private final CamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);

    private Object convert(Class<?> type, Object value) {
        return ModelConverter.toRecord(type, exchange, value, context.getTypeConverterRegistry());
    }

    @Test
    void aDocumentConvertsToJsonInEachForm() throws IOException {
        assertThat(ModelConverter.toJsonNode(RECORD)).isEqualTo(Json.read(AGE));
        assertThat(Json.read(ModelConverter.toString(RECORD))).isEqualTo(Json.read(AGE));
        assertThat(Json.read(ModelConverter.toByteArray(RECORD))).isEqualTo(Json.read(AGE));
        assertThat(Json.read(ModelConverter.toInputStream(RECORD).readAllBytes())).isEqualTo(Json.read(AGE));
    }

    @Test
    void aDefinitionKeepsTheZerosOfItsDecimals() {
        Definition definition = Json.definition(Json.read("{\"price\":1.10}"));

        assertThat(ModelConverter.toJsonNode(definition)).hasToString("{\"price\":1.10}");
    }

    static Stream<Named<Object>> forms() {
        return Stream.of(Named.of("text", AGE), Named.of("characters", new StringBuilder(AGE)), Named.of("bytes", AGE.getBytes(UTF_8)),
                Named.of("stream", new ByteArrayInputStream(AGE.getBytes(UTF_8))), Named.of("tree", Json.read(AGE)),
                Named.of("map", MAP), Named.of("record", RECORD));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachFormOfADefinitionConvertsToItsRecord(Object form) {
        assertThat(convert(Attribute.class, form)).isEqualTo(RECORD);
    }

    @Test
    void otherTypesAndValuesAreLeftToCamel() {
        assertThat(convert(Map.class, AGE)).isNull();
        assertThat(convert(Attribute.class, 7)).isNull();
    }

    @Test
    void aTextThatIsNoJsonIsToldWithTheValueAndTheType() {
        assertThatThrownBy(() -> convert(Attribute.class, "{")).isInstanceOfSatisfying(TypeConversionException.class, thrown -> {
            assertThat(thrown.getValue()).isEqualTo("{");
            assertThat(thrown.getToType()).isEqualTo(Attribute.class);
        });
    }

    @Test
    void aStreamThatFailsIsTold() {
        InputStream broken = new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> convert(Attribute.class, broken)).isInstanceOf(TypeConversionException.class)
                .hasRootCauseMessage("connection reset");
    }

    /** A member may be unknown, so that white space is enough to make a document long. */
    static Stream<Named<Object>> tooLong() {
        String text = AGE + " ".repeat(JsonLimits.MAX_BODY - AGE.length() + 1);
        return Stream.of(Named.of("text", text), Named.of("bytes", text.getBytes(UTF_8)),
                Named.of("stream", new ByteArrayInputStream(text.getBytes(UTF_8))));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void whatIsLargerThanABodyMayBeIsRefused(Object value) {
        assertThatThrownBy(() -> convert(Attribute.class, value)).isInstanceOf(TypeConversionException.class)
                .hasRootCauseMessage("the body is larger than 16777216 bytes; split it");
    }

    @Test
    void aStreamOfTheLargestBodyIsRead() {
        byte[] bytes = (AGE + " ".repeat(JsonLimits.MAX_BODY - AGE.length())).getBytes(UTF_8);

        assertThat(convert(Attribute.class, new ByteArrayInputStream(bytes))).isEqualTo(RECORD);
    }

    @Test
    void aChangeConvertsToATextForPeople() {
        exchange.getMessage().setHeader("CamelPersonalizeChange", "UPDATED");
        exchange.getMessage().setHeader("CamelPersonalizeKind", "attribute");
        exchange.getMessage().setHeader("CamelPersonalizeUid", "a1");
        exchange.getMessage().setHeader("CamelPersonalizePrevious", definition("Old age"));

        assertThat(ModelConverter.toChangeText(definition("Age"), exchange)).hasToString("""
                ~ attribute "age" (a1)
                    ~ name: "Old age" -> "Age"
                """);
    }

    @Test
    void aChangeWithoutADefinitionBeforeItIsToldToo() {
        exchange.getMessage().setHeader("CamelPersonalizeChange", "DELETED");
        exchange.getMessage().setHeader("CamelPersonalizeKind", "attribute");
        exchange.getMessage().setHeader("CamelPersonalizeUid", "a1");

        assertThat(ModelConverter.toChangeText(definition("Age"), exchange)).hasToString("""
                - attribute "age" (a1)
                    - name: "Age"
                    - data_type: "number"
                """);
    }

    @ParameterizedTest
    @CsvSource(value = {"null, attribute", "UPDATED, null", "UPDATED, planet", "EXPLODED, attribute"}, nullValues = "null")
    void whatNoConsumerDeliveredIsNoChange(String change, String kind) {
        exchange.getMessage().setHeader("CamelPersonalizeChange", change);
        exchange.getMessage().setHeader("CamelPersonalizeKind", kind);

        assertThatThrownBy(() -> ModelConverter.toChangeText(definition("Age"), exchange)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only what a consumer of personalize delivers converts to a text of the change: the headers"
                        + " CamelPersonalizeChange and CamelPersonalizeKind are missing or wrong");
    }

    private static Definition definition(String name) {
        JsonNode json = Json.read("{\"key\":\"age\",\"name\":\"" + name + "\",\"data_type\":\"number\"}");
        return Json.definition(json);
    }
}
