// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** JSON is read strictly and exactly, and what is refused is told with its place. */
class JsonTest {

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of("", "the text is empty"), Arguments.of(" \n", "the text is empty"),
                Arguments.of("{} {}", "there is more after the end of the JSON document at line 1, column 4"),
                Arguments.of("[1]\n2", "there is more after the end of the JSON document at line 2, column 1"),
                Arguments.of("\"a\" 1", "there is more after the end of the JSON document at line 1, column 5"),
                Arguments.of("{\"a\": 1, \"a\": 1}", "Duplicate field 'a' at line 1, column 13"),
                Arguments.of("[{\"b\": {}, \"c\": {\"a\": 1,\n \"a\": 2}}]", "Duplicate field 'a' at line 2, column 5"),
                Arguments.of("\uFEFF{}",
                        "the text begins with a byte order mark; send JSON as UTF-8 without one (RFC 8259, section 8.1)"),
                Arguments.of("1e9999999999", "a number has an exponent of more digits than a number can have"),
                Arguments.of("{\"a\": \"x\\ud800\"}", "/a the text has half a surrogate pair, which no encoding can carry"),
                Arguments.of("[0, {\"\\udc00\": 1}]", "/1 a member name has half a surrogate pair, which no encoding can carry"),
                Arguments.of("\"\\ud83d\\ud83d\\ude00\"", "the text has half a surrogate pair, which no encoding can carry"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotOneDocumentIsRefused(String text, String why) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonException.class).hasMessage(why);
        assertThatThrownBy(() -> Json.read(text.getBytes(UTF_8))).isInstanceOf(JsonException.class).hasMessage(why);
        assertThatThrownBy(() -> Json.readStored(text)).isInstanceOf(JsonException.class).hasMessage(why);
    }

    @Test
    void whoParsesOnlyChecksHimselfWhatHeUses() {
        JsonNode parsed = Json.parse("{\"a\": \"\\ud800\", \"b\": 1}");

        assertThat(parsed.path("b").intValue()).isEqualTo(1);
        assertThatThrownBy(() -> Json.checked(parsed)).isInstanceOf(JsonException.class);
        assertThat(Json.checked(parsed.path("b"))).isSameAs(parsed.path("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1", "{\"a\": 01}", "{'a': 1}", "NaN", "nul", "\"\t\"", "{\"a\": 1,}", "// no\n{}"})
    void whatIsNoJsonIsToldOnOneLineWithItsPlaceAndWithoutAdviceOfTheParser(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonException.class).message().matches("[^\\n]* at line \\d, column \\d+")
                .doesNotContain("enable", "start marker", "REDACTED", "Source");
    }

    @Test
    void bytesThatAreNoUtf8AreToldWithTheirOffset() {
        assertThatThrownBy(() -> Json.read(new byte[]{'"', 'a', (byte) 0xE4, '"'})).isInstanceOf(JsonException.class)
                .hasMessage("the bytes are not valid UTF-8 at offset 2");
    }

    @Test
    void theReplacementCharacterItselfIsUtf8() {
        assertThat(Json.read("\"\uFFFD\"".getBytes(UTF_8)).textValue()).isEqualTo("\uFFFD");
    }

    @Test
    void whollyEncodedCharactersAreRead() {
        assertThat(Json.read("[\"😀\", \"\\ud83d\\ude00\", {\"😀\": \"ä\"}]".getBytes(UTF_8))).hasToString(
                "[\"😀\",\"😀\",{\"😀\":\"ä\"}]");
    }

    @Test
    void numbersAreExact() {
        assertThat(Json.read("[1.50, 0.1, 1e2, 12345678901234567890123, -0]")).hasToString("[1.50,0.1,1E+2,12345678901234567890123,0]");
        assertThat(Json.bytes(Json.read("{\"a\": 1.50}"))).asString().isEqualTo("{\"a\":1.50}");
    }

    @Test
    void aDefinitionHasPlainValues() {
        Definition definition = Json.definition(Json.read("""
                {"a": 1, "b": 5000000000, "c": 12345678901234567890123, "d": 1.50, "e": [true, null, {"f": "g"}]}"""));

        assertThat(definition).containsEntry("a", 1).containsEntry("b", 5_000_000_000L)
                .containsEntry("c", new BigInteger("12345678901234567890123")).containsEntry("d", new BigDecimal("1.50"));
        assertThat(definition).hasToString("{a=1, b=5000000000, c=12345678901234567890123, d=1.50, e=[true, null, {f=g}]}");
    }

    @Test
    void anArrayHasAsManyItemsAsABatchMayHave() {
        String most = "[" + "0,".repeat(JsonLimits.MAX_ITEMS - 1) + "0]";
        String more = most.replace("]", ",0]");

        assertThat(Json.read(most)).hasSize(JsonLimits.MAX_ITEMS);
        assertThatThrownBy(() -> Json.read(more)).isInstanceOf(JsonException.class)
                .hasMessage("the array has more than 100000 items; split it into smaller batches");
        assertThat(Json.readStored(more)).hasSize(JsonLimits.MAX_ITEMS + 1);
    }

    @Test
    void aTextIsNestedAsDeepAsADocumentMayBe() {
        String most = "[".repeat(JsonLimits.MAX_NESTING) + "]".repeat(JsonLimits.MAX_NESTING);

        assertThat(Json.read(most)).hasSize(1);
        assertThatThrownBy(() -> Json.read("[" + most + "]")).isInstanceOf(JsonException.class).hasMessageContaining("nesting depth");
    }

    @Test
    void aBodyIsAsLongAsItMayBe() {
        JsonLimits.requireBody(JsonLimits.MAX_BODY);

        assertThatThrownBy(() -> JsonLimits.requireBody(JsonLimits.MAX_BODY + 1L)).isInstanceOf(JsonException.class)
                .hasMessage("the body is larger than 16777216 bytes; split it");
    }

    @Test
    void whoNeedsThePlaceOfEachTokenReadsTokens() throws Exception {
        JsonParser parser = Json.parser("{\n \"a\": [1]}");

        assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
        assertThat(parser.nextFieldName()).isEqualTo("a");
        assertThat(parser.currentTokenLocation().getLineNr()).isEqualTo(2);
    }

    @Test
    void anObjectIsMadeOfMembers() {
        assertThat(Json.object().put("b", 1).put("a", 2)).hasToString("{\"b\":1,\"a\":2}");
        assertThat(Json.object(Map.of("a", List.of(1, "b")))).hasToString("{\"a\":[1,\"b\"]}");
    }
}
