// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A text that is read token by token is refused for the same reason as one that becomes a tree, also where it is skipped. */
class StrictParserTest {

    private static final String MESSAGE = "{\"type\": \"identify\", \"traits\": {\"plan\": \"pro\", \"age\": 7.5, \"tags\": [1, \"a\\u0062\"]},"
            + " \"context\": {\"ip\": \"::1\", \"page\": {\"title\": null}}, \"sent\": true, \"traits2\": {\"plan\": \"pro\"}}";
    private static final String SIGNS = "{}[]\",:\\0e-. nulltrue\u0001\ufeff\ud83d";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "}", "{}}", "{} {}", "{}x", "[1 2]", "nul", "tru", "NaN", "{\"a\": -Infinity}", "\"abc",
            "\"a\\q\"",
            "{\"a\": \"\\q\"}", "{\"a\": \"b\nc\"}", "{\"a\": 01}", "{\"a\": 1.}", "{\"a\": 1e}", "{\"a\" 1}", "{a: 1}", "{'a': 1}",
            "{\"a\": 1,}",
            "{\"a\": [1,]}", "{\"a\": /* b */ 1}", "\ufeff{}", "{\"a\": 1e99999999999}", "[{\"a\": 1e-99999999999}]",
            "{\"a\": 1e999999999}",
            "{\"a\": 1, \"a\": 2}", "{\"a\": 1, \"\\u0061\": 2}", "{\"b\": {\"a\": 1, \"c\": [], \"a\": {}}}", "[{\"a\": {}, \"a\": [}]",
            "{\"a\": 1, \"a\": {\"b\": tru}}", "{\"a\": 1, \"a\": tru}", "{\"a\": 1, \"a\": \"\\q\"}", "{\"a\": 1, \"a\": \"b",
            "{\"a\": 1, \"a\": 1e99999999999}", "{\"a\": 1, \"b\": {\"b\": 1, \"a\": 2}, \"a\": 3} x", "{\"a\": {\"a\": {\"a\": 1}}}",
            "{\"\": 1, \"\": 2}", "{\"a\": \"\ud83d\", \"\ud83d\": 1, \"\ud83d\": 2}"})
    void aTextIsRefusedForTheSameReasonAsByATree(String text) {
        assertThat(faultOfTokens(text)).isEqualTo(faultOfTree(text));
    }

    @Test
    void neitherIsAnyTextWithMistakesReadOtherwise() {
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            String text = withMistakes(random);
            assertThat(faultOfTokens(text)).as(text).isEqualTo(faultOfTree(text));
        }
    }

    @Test
    void whatIsBeyondALimitIsRefusedWhereItIsSkippedToo() {
        List<String> texts = List.of("{\"a\": " + "[".repeat(101) + "]".repeat(101) + "}",
                "{\"a\": " + "{\"b\":".repeat(100) + "1" + "}".repeat(101),
                "{\"a\": \"" + "b".repeat(JsonLimits.MAX_STRING + 1) + "\"}", "{\"a\": " + "1".repeat(JsonLimits.MAX_NUMBER + 1) + "}",
                "{\"" + "b".repeat(JsonLimits.MAX_NAME + 1) + "\": 1}", "{\"a\": [" + "0,".repeat(JsonLimits.MAX_VALUES) + "0]}");

        assertThat(texts).allSatisfy(text -> assertThat(faultOfTokens(text)).isPresent().isEqualTo(faultOfTree(text)));
    }

    @Test
    void aNameThatIsTwiceIsFoundAmongMany() {
        for (int names : new int[]{2, 15, 16, 17, 18, 40, 500}) {
            String object = object(names);
            assertThat(faultOfTokens("{\"x\": [" + object + ", " + object + "], \"y\": " + object + ", \"n0\": 1}")).isEmpty();
            for (int twice : new int[]{0, names / 2, names - 1}) {
                String text = "[" + object + ", " + object.replaceFirst("}$", ", \"n" + twice + "\": {}}") + "]";
                assertThat(faultOfTokens(text)).isPresent().isEqualTo(faultOfTree(text));
            }
        }
    }

    @Test
    void aReaderSeesNamesAndSkipsValues() {
        List<String> names = Json.parse(MESSAGE, parser -> {
            StringBuilder read = new StringBuilder();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                assertThat(parser.skipChildren()).isSameAs(parser);
                read.append(name).append(' ');
            }
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            return List.of(read.toString().split(" "));
        });

        assertThat(names).containsExactly("type", "traits", "context", "sent", "traits2");
    }

    @Test
    void whatIsReadIsTheSameTree() {
        assertThat(Json.<Object>parse(MESSAGE, parser -> new ObjectMapper().readTree(parser)).toString())
                .isEqualTo(Json.parse(MESSAGE).toString());
    }

    private static String object(int names) {
        return IntStream.range(0, names).mapToObj(i -> "\"n" + i + "\": {\"n0\": " + i + "}").collect(Collectors.joining(", ", "{", "}"));
    }

    private static String withMistakes(Random random) {
        StringBuilder text = new StringBuilder(MESSAGE);
        for (int mistakes = 1 + random.nextInt(3); mistakes > 0; mistakes--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(place);
                case 1 -> text.insert(place, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 -> text.setLength(Math.max(1, place));
                default -> text.insert(place, text.substring(place, Math.min(text.length(), place + random.nextInt(20))));
            }
        }
        return text.toString();
    }

    private static Optional<String> faultOfTokens(String text) {
        return fault(() -> Json.parse(text, JsonParser::skipChildren));
    }

    private static Optional<String> faultOfTree(String text) {
        return fault(() -> Json.parse(text));
    }

    private static Optional<String> fault(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (JsonException e) {
            return Optional.of(e.getMessage());
        }
    }
}
