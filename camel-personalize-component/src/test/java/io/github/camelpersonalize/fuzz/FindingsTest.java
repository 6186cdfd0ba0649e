// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.io.StringReader;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.transport.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** What strange inputs have found, each kept for ever. */
class FindingsTest {

    /** Little beside the minutes that it was, and much beside what it is. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(strings = {";", " ;;", "; charset=utf-8"})
    void aContentTypeWithoutATypeIsNoJson(String type) {
        assertThat(problem(new Response(200, Map.of("content-type", type), "{}".getBytes(UTF_8))).message())
                .startsWith("not JSON from fuzz.example (status 200): the response has no content type");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatTheServiceSaysIsNotCutWithinACharacter(int offset) {
        String said = "x".repeat(offset) + "😀".repeat(1000);
        String message = problem(Wire.json(400, "{\"message\": \"" + said + "\"}")).message();
        assertThat(message).isEqualTo("fuzz.example refuses GET /attributes, which contains nothing of a record, with 400: "
                + said.substring(0, 512 - offset) + "…; check baseUrl, region and the option projectUid");
    }

    @Test
    void aReaderThatWasClosedIsABodyThatCannotBeRead() {
        StringReader closed = new StringReader("{}");
        closed.close();
        try (MessageRules messages = new MessageRules()) {
            messages.anyMessageIsReadOrRefused(closed, Map.of());
        }
    }

    @Test
    void coordinatesThatAreNoneDoNoHarm() {
        try (MessageRules messages = new MessageRules()) {
            messages.anyMessageIsReadOrRefused("{}", Map.of("kafka.PARTITION", "first", "kafka.OFFSET", new Object()));
        }
    }

    @Test
    void variantsThatAreNoListAreRefused() {
        try (MessageRules messages = new MessageRules()) {
            messages.anyMessageIsReadOrRefused("""
                    {"name": "A", "type": "AB_TEST", "variants": {"a": {"traffic_percentage": 100}}}""", Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999999999", "[-1E-99999999999]"})
    void aNumberThatNoNumberTypeHoldsIsNoJson(String json) {
        assertThatThrownBy(() -> Json.read(json)).isInstanceOf(JsonException.class)
                .hasMessage("a number has an exponent of more digits than a number can have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"İ", "\u0301\u0316", "ﷺ"})
    void aKeyOfAMegabyteTakesNoTime(String piece) {
        String key = "k" + piece.repeat(500_000);
        assertTimeout(SOON, () -> {
            assertThat(NaturalKey.folded(" " + key)).isEqualTo(key);
            assertThat(new BodyCheck(Wire.DIALECT).validate(Wire.DIALECT.call(Resource.events, Operation.create).orElseThrow(),
                    Json.of(Map.of("name", "A", "key", key)))).isEmpty();
        });
    }

    @Test
    void longNamesOfManyLevelsTakeNoTimeForEachMember() {
        StringBuilder nested = new StringBuilder("1" + ",1".repeat(300_000));
        nested.insert(0, "[").append("]");
        for (int level = 0; level < 98; level++) {
            nested.insert(0, "{\"" + "n".repeat(1000) + "\":").append("}");
        }
        assertTimeout(SOON, () -> Rules.noDefinitionDiffersFromItself((ObjectNode) Json.read(nested)));
    }

    private static Problem problem(Response response) {
        return Wire.conversation((request, bounds) -> response).send(Wire.DIALECT.calls().get(0), Address.NONE, null)
                .fold(answer -> {
                    throw new AssertionError("answered " + answer);
                }, problem -> problem);
    }
}
