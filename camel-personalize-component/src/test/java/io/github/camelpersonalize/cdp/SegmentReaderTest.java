// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Token by token, the same is found in a message as in its tree, in whatever order its members come. */
class SegmentReaderTest {

    private static final List<String> NAMES = List.of("type", "event", "name", "traits", "context", "properties", "batch", "httpPayload",
            "a",
            "tra\\u0069ts", "ag\\u0065");
    private static final List<String> VALUES = List.of("\"identify\"", "\"track\"", "\"page\"", "\"SCREEN\"", "\"Group\"", "\"alias\"",
            "\"none\"",
            "\"2026-03-01\"", "\" \"", "\"\"", "\" Home \"", "\"\\ud83d\"", "\"\\u0031\"", "null", "true", "7", "1.50", "1e999999999", "[]",
            "{}");

    @ParameterizedTest
    @ValueSource(strings = {"{\"tr\\u0061its\": {\"\\u0061ge\": 7}, \"t\\u0079pe\": \"id\\u0065ntify\"}",
            "{\"traits\": {\"n\": 12345678901234567890, \"d\": -1e-400, \"t\": \"a\\ud83d\", \"\\udc00\": true}, \"type\": \"identify\"}",
            "{\"type\": \"identify\", \"traits\": [[{\"age\": 7}], {}], \"context\": {\"traits\": {\"age\": 7}}}",
            "{\"type\": \"track\", \"traits\": 7, \"event\": \"Buy\", \"context\": {\"traits\": [1], \"x\": {\"traits\": {\"a\": 1}}}}",
            "{\"traits\": {\"a\": {\"b\": {\"c\": 1, \"type\": \"x\"}, \"d\": [{\"e\": 1}]}}, \"type\": \"group\"}",
            "{\"batch\": [{\"event\": \"A\", \"type\": \"track\"}, {\"batch\": [], \"type\": \"page\"}], \"context\": {\"traits\": {\"a\": 1}}}",
            "{\"batch\": [{\"event\": \"A\", \"type\": \"track\"}, 7], \"x\": 1}",
            "{\"batch\": [7], \"event\": \"A\", \"type\": \"track\"}",
            "{\"batch\": [7], \"type\": null}",
            "{\"httpPayload\": {\"httpPayload\": {}, \"type\": \"screen\", \"properties\": {\"name\": \"A\"}}}",
            "{\"properties\": {\"name\": \"B\"}, \"name\": \" \", \"type\": \"page\"}",
            "{\"properties\": [{\"name\": \"B\"}], \"type\": \"page\"}",
            "[{\"type\": \"page\"}]", "[]", "7", "\"type\"", "null"})
    void theSameIsFoundAsInATree(String message) {
        assertSame(message);
    }

    @Test
    void theSameIsFoundInAnyMessage() {
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            assertSame(object(random, 4));
        }
    }

    /** Each name once, because none may be twice. */
    private static String object(Random random, int depth) {
        List<String> names = random.ints(0, NAMES.size()).distinct().limit(1 + random.nextInt(6)).mapToObj(NAMES::get).toList();
        Stream<String> distinct = names.contains("traits") ? names.stream().filter(name -> !"tra\\u0069ts".equals(name)) : names.stream();
        return distinct.map(name -> "\"" + name + "\": " + value(random, depth - 1, name)).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(Random random, int depth, String name) {
        int kind = random.nextInt(10);
        if (depth > 0 && kind < ("type".equals(name) ? 1 : 5)) {
            return object(random, depth);
        }
        if (depth > 0 && kind < ("batch".equals(name) ? 9 : 2)) {
            return IntStream.range(0, random.nextInt(3)).mapToObj(i -> object(random, depth)).collect(Collectors.joining(", ", "[", "]"));
        }
        return VALUES.get(random.nextInt("type".equals(name) ? 7 : VALUES.size()));
    }

    private static void assertSame(String message) {
        for (boolean flattens : new boolean[]{false, true}) {
            JsonNode tree = Json.parse("[" + message + "]").get(0);
            List<String> expected = TreeObservations.of(tree, flattens).stream().sorted().toList();

            assertThat(found(Json.parse(message, parser -> SegmentReader.read(parser, flattens)))).as(message).isEqualTo(expected);
            assertThat(found(ofTree(tree, flattens))).as(message).isEqualTo(expected);
        }
    }

    private static SegmentDocument ofTree(JsonNode tree, boolean flattens) {
        try (JsonParser parser = tree.traverse()) {
            parser.nextToken();
            return SegmentReader.read(parser, flattens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the rules make of it. Traits, events and places are told apart, so that their order among each other does not matter. */
    private static List<String> found(SegmentDocument document) {
        try {
            Observations found = Observations.of(document, true);
            return Stream.of(found.traits().stream().map(trait -> "trait " + trait.name() + " " + trait.type()),
                    found.events().stream().map(event -> "event " + event), found.ignored().stream().map(place -> "no " + place))
                    .flatMap(all -> all).sorted().toList();
        } catch (Observations.NoSegmentMessageException e) {
            return List.of(e.error().pointer() + " " + e.error().message());
        }
    }
}
