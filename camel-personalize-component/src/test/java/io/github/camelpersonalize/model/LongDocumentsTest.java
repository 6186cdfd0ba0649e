// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A long document is kept as its text. What it may be is the same as for a short one. */
class LongDocumentsTest {

    private static final String ITEMS = "{\"key\": \"k\", \"rank\": 1.50, \"tags\": [\"ä\", null, {}]},".repeat(2_000);

    @Test
    void isEqualToATree() {
        byte[] document = ("{\"count\": 2001, \"data\": [" + ITEMS + "{}], \"next\": {\"a\": []}}").getBytes(UTF_8);

        assertThat(Json.readLong(document)).isEqualTo(Json.read(document));
        assertThat(Json.readLong(document).path("data")).isInstanceOf(PackedArray.class).hasSize(2_001);
    }

    @Test
    void aDocumentBelow64KilobytesIsReadAsATree() {
        assertThat(Json.readLong(list(64 * 1024))).isInstanceOf(PackedArray.class).hasSize(1);
        assertThat(Json.readLong(list(64 * 1024 - 1))).isNotInstanceOf(PackedArray.class).hasSize(1);
    }

    private static byte[] list(int bytes) {
        return ("[{}" + " ".repeat(bytes - 4) + "]").getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "[\"%s\"]", "[[\"%s\"]]", "{\"a\": \"%s\"}", "{\"a\": {\"b\": [{\"c\": \"%s\"}]}}"})
    void aDocumentWithoutAListOfObjectsIsReadAsATree(String document) {
        String text = document.formatted("x".repeat(64 * 1024));

        assertThat(Json.readLong(text.getBytes(UTF_8))).isEqualTo(Json.read(text)).isNotInstanceOf(PackedArray.class);
    }

    @Test
    void aListIsAsLongAsABatchMayBe() {
        String most = "[" + "{},".repeat(JsonLimits.MAX_ITEMS - 1) + "{}]";

        assertThat(Json.readLong(most.getBytes(UTF_8))).isInstanceOf(PackedArray.class).hasSize(JsonLimits.MAX_ITEMS);
        assertSameRefusal(most.replace("]", ",{}]"));
        assertThat(Json.readLong(("{\"data\": " + most.replace("]", ",{}]") + "}").getBytes(UTF_8)).path("data"))
                .isNotInstanceOf(PackedArray.class).hasSize(JsonLimits.MAX_ITEMS + 1);
    }

    @Test
    void aListOfManySmallValuesIsRefusedWithTheSameWords() {
        assertSameRefusal("[" + "{\"a\": [0,0,0,0,0,0,0,0,0,0]},".repeat(100_000) + "{}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "{\"a\": 1}"})
    void aShortDocumentChangesOnce(String document) {
        JsonNode read = Json.readLong(document.getBytes(UTF_8));
        List<JsonNode> changed = new ArrayList<>();

        PackedArray.change(read, changed::add);

        assertThat(changed).containsExactly(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"a\": 2}", "{\"b\": [{\"a\": 1, \"a\": 1}]}", "{\"a\": \"\\ud800\"}", "{\"a\": NaN}", "{\"a\": 1",
            "{\"a\": 01}",
            "{\"a\": \"\t\"}"})
    void anItemThatIsNoJsonIsRefusedWithTheSameWords(String item) {
        assertSameRefusal("{\"data\": [" + ITEMS + item + "]}");
        assertSameRefusal("[" + ITEMS + item + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"a\": 2, \"data\": [%s{}]}", "{\"data\": [%s{}], \"data\": []}", "{\"data\": [%s{}]} {}",
            "{\"data\": [%s{}], }",
            "\uFEFF{\"data\": [%s{}]}", "{\"\\ud800\": 1, \"data\": [%s{}]}"})
    void aDocumentThatIsNoJsonIsRefusedWithTheSameWords(String document) {
        assertSameRefusal(document.formatted(ITEMS));
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheSameWords() {
        byte[] latin = ("{\"data\": [" + ITEMS + "{\"a\": \"\u00e4\"}]}").getBytes(StandardCharsets.ISO_8859_1);

        assertSameRefusal(latin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void aDocumentInAnotherCharsetIsRefusedWithTheSameWords(String charset) {
        assertSameRefusal(("{\"data\": [" + ITEMS + "{}]}").replace("\u00e4", "a").getBytes(Charset.forName(charset)));
        assertSameRefusal(("{\"data\": \"" + "a".repeat(70_000) + "\"}").getBytes(Charset.forName(charset)));
    }

    private static void assertSameRefusal(String document) {
        assertSameRefusal(document.getBytes(UTF_8));
    }

    private static void assertSameRefusal(byte[] document) {
        Throwable refusal = catchThrowable(() -> Json.read(document));
        assertThat(refusal).isInstanceOf(JsonException.class);
        assertThat(catchThrowable(() -> Json.readLong(document))).isInstanceOf(JsonException.class).hasMessage(refusal.getMessage());
    }
}
