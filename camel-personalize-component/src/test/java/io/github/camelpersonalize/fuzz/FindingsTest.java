// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.io.StringReader;
import java.util.Map;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What strange inputs have found, each kept for ever. */
class FindingsTest {

    @ParameterizedTest
    @ValueSource(strings = {";", " ;;", "; charset=utf-8"})
    void aContentTypeWithoutATypeIsNoJson(String type) {
        assertThat(problem(new Response(200, Map.of("content-type", type), "{}".getBytes(UTF_8))).message())
                .startsWith("not JSON from fuzz.example (status 200): the answer has no content type");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatTheServiceSaysIsNotCutWithinACharacter(int offset) {
        String said = "x".repeat(offset) + "😀".repeat(1000);
        String message = problem(Wire.json(400, "{\"message\": \"" + said + "\"}")).message();
        assertThat(message).isEqualTo("the service refused it with 400: " + said.substring(0, 512 - offset) + "…");
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

    private static Problem problem(Response response) {
        return Wire.conversation((request, bounds) -> response).send(Wire.DIALECT.calls().get(0), null, null)
                .then(answer -> {
                    throw new AssertionError("answered " + answer);
                }, problem -> problem);
    }
}
