// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.binding.DocumentsReader.Document;
import io.github.camelpersonalize.binding.DocumentsReader.Documents;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.Message;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Bodies that are read token by token: here by a reader that wants the member {@code n} only. */
class DocumentsReaderTest extends BoundMessages {

    private static final String ONE = "{\"more\": [0, {\"n\": 9}], \"n\": 1}";

    private static Documents<Integer> read(Message message) {
        return MessageBinding.readDocuments(message, parser -> {
            Integer found = null;
            parser.nextToken();
            for (String name = parser.currentName(); name != null; name = parser.currentName()) {
                parser.nextToken();
                found = name.equals("n") ? Integer.valueOf(parser.getIntValue()) : found;
                parser.skipChildren();
                parser.nextToken();
            }
            return found;
        });
    }

    private static Document<Integer> of(Integer value, Coordinates coordinates) {
        return new Document<>(value, null, coordinates);
    }

    static Stream<Named<Object>> bodies() {
        return Stream.of(Named.of("text", ONE), Named.of("bytes", ONE.getBytes(UTF_8)),
                Named.of("stream", new ByteArrayInputStream(ONE.getBytes(UTF_8))), Named.of("tree", Json.read(ONE)),
                Named.of("map", Map.of("n", 1)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void oneDocumentIsReadWhateverHoldsIt(Object body) {
        assertThat(read(message(body))).isEqualTo(new Documents<>(List.of(of(1, null)), false));
    }

    @Test
    void aStreamCanBeReadAgain() {
        Message message = message(new ByteArrayInputStream(ONE.getBytes(UTF_8)));
        read(message);

        assertThat(read(message).all()).containsExactly(of(1, null));
        assertThat(message.getBody(String.class)).isEqualTo(ONE);
    }

    @Test
    void oneDocumentOfKafkaIsAtItsOffset() {
        Message message = message(ONE, Map.of("kafka.TOPIC", "cdp", "kafka.PARTITION", 2, "kafka.OFFSET", 41L));

        assertThat(read(message).all()).containsExactly(of(1, Coordinates.kafka("cdp", 2, 41)));
    }

    static Stream<Named<Object>> arrays() {
        String array = " \t\r\n[" + ONE + ", {\"n\": 2}]";
        return Stream.of(Named.of("text", array), Named.of("bytes", array.getBytes(UTF_8)), Named.of("tree", Json.read(array.strip())),
                Named.of("list of texts", List.of(ONE, "{\"n\": 2}")), Named.of("list of trees", List.of(Json.read(ONE), Map.of("n", 2))),
                Named.of("iterator", List.of(ONE, "{\"n\": 2}").iterator()));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void aBatchHasADocumentForEachItem(Object body) {
        assertThat(read(message(body)))
                .isEqualTo(new Documents<>(List.of(of(1, Coordinates.item(0)), of(2, Coordinates.item(1))), true));
    }

    /** The reader says what it makes of it. */
    @Test
    void anItemThatIsAnArrayIsOneDocument() {
        Documents<String> read = MessageBinding.readDocuments(message(List.of("[{\"n\": 1}]")), JsonParser::getText);

        assertThat(read.all()).containsExactly(new Document<>("[", null, Coordinates.item(0)));
    }

    @Test
    void anEmptyTextIsNoArray() {
        assertThat(read(message(""))).isEqualTo(new Documents<>(List.of(new Document<>(null, "the text is empty", null)), false));
        assertThat(read(message(new byte[0])).isBatch()).isFalse();
        assertThat(read(message(" ")).isBatch()).isFalse();
        assertThat(read(message(" ".getBytes(UTF_8))).isBatch()).isFalse();
    }

    @Test
    void whatIsNoJsonIsToldWithWhatItLooksLike() {
        assertThat(read(message("<a>1</a>")).all()).singleElement().satisfies(document -> {
            assertThat(document.value()).isNull();
            assertThat(document.fault()).endsWith("; the text looks like XML: turn it into JSON, or into a Map, before this step");
        });
    }

    @Test
    void aMessageWithoutABodyIsToldWithItsMisspeltHeaders() {
        assertThat(read(message(null, Map.of("CamelPersonalizeUdi", "a1")))).isEqualTo(new Documents<>(List.of(new Document<>(null,
                "the message has no body; there is no header \"CamelPersonalizeUdi\" (did you mean \"CamelPersonalizeUid\"?)", null)),
                false));
    }

    @Test
    void anItemThatCannotBeReadLeavesTheOthers() {
        Documents<Integer> read = read(message(List.of(7, ONE)));

        assertThat(read.all()).containsExactly(new Document<>(null, "a Integer is no definition", Coordinates.item(0)),
                of(1, Coordinates.item(1)));
        assertThat(read.isBatch()).isTrue();
    }

    @Test
    void aBatchIsBounded() {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < JsonLimits.MAX_ITEMS; i++) {
            items.addObject();
        }
        assertThat(read(message(items)).all()).hasSize(JsonLimits.MAX_ITEMS);

        items.addObject();
        assertThat(read(message(items)).all()).singleElement().extracting(Document::fault)
                .isEqualTo("the batch has more than 100000 items; split it into smaller batches");
    }
}
