// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A long list is kept as its text, and a route sees no difference. */
class LongListTest {

    private static final int ITEMS = 2_000;
    private static final String LONG = json("{\"uid\": \"u%d\", \"name\": \"Größe %d\", \"weight\": %d.50}");
    private static final String DEEP = json("{\"uid\": \"u%d\", \"rules\": {\"and\": [{\"value\": %d}]}, \"weight\": %d}");

    private static String json(String item) {
        return IntStream.range(0, ITEMS).mapToObj(i -> item.formatted(i, i, i)).collect(Collectors.joining(", ", " [", "] "));
    }

    private static Definitions definitions(String json) {
        return Definitions.of(Json.readLong(json.getBytes(UTF_8)));
    }

    private static String message(String json) {
        return assertThatThrownBy(() -> Json.readLong(json.getBytes(UTF_8))).isInstanceOf(JsonException.class).actual().getMessage();
    }

    @Test
    void itHasTheDefinitionsThatAnyReaderFinds() {
        for (String json : List.of(LONG, DEEP)) {
            Definitions definitions = definitions(json);

            assertThat(Json.readLong(json.getBytes(UTF_8))).isInstanceOf(PackedArray.class).isEqualTo(Json.read(json));
            assertThat(definitions).isEqualTo(Definitions.of(Json.read(json))).hasSize(ITEMS);
            assertThat(definitions.toJson()).isEqualTo(Json.read(json));
            assertThat(Json.read(definitions.toText())).isEqualTo(Json.read(json));
            assertThat(Json.read(definitions.toBytes())).isEqualTo(Json.read(json));
            assertThat(Json.of(Map.of("list", definitions)).path("list")).isEqualTo(Json.read(json));
        }
    }

    @Test
    void itIsFoundInAnEnvelopeToo() {
        JsonNode read = Json.readLong(("{\"total\": 3, \"items\":" + LONG + ", \"more\": {\"a\": [1]}}").getBytes(UTF_8));

        assertThat(read.path("items")).isInstanceOf(PackedArray.class).isEqualTo(Json.read(LONG));
        assertThat(read.path("total")).hasToString("3");
        assertThat(read.path("more")).hasToString("{\"a\":[1]}");
    }

    @Test
    void whatARouteChangesStays() {
        Definitions definitions = definitions(LONG);
        definitions.get(1).put("name", "One");
        definitions.get(2).remove("name");
        definitions.get(3).entrySet().iterator().next().setValue("other");
        definitions.get(4).values().removeIf("u4"::equals);
        definitions.get(5).clear();
        definitions.set(6, new Definition());

        assertThat(definitions.subList(0, 8).stream().map(Map::toString)).containsExactly("{uid=u0, name=Größe 0, weight=0.50}",
                "{uid=u1, name=One, weight=1.50}", "{uid=u2, weight=2.50}", "{uid=other, name=Größe 3, weight=3.50}",
                "{name=Größe 4, weight=4.50}", "{}", "{}", "{uid=u7, name=Größe 7, weight=7.50}");
        assertThat(Json.read(definitions.toText()).get(1)).hasToString("{\"uid\":\"u1\",\"name\":\"One\",\"weight\":1.50}");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatARouteChangesDeepWithinStays() {
        Definitions definitions = definitions(DEEP);
        ((Map<String, Object>) definitions.get(7).get("rules")).put("or", List.of());

        assertThat(definitions.get(7)).hasToString("{uid=u7, rules={and=[{value=7}], or=[]}, weight=7}");
    }

    @Test
    void whatARouteChangesInADefinitionWithManyMembersStays() {
        String many = IntStream.range(0, 20).mapToObj(i -> "\"n%d\": %d".formatted(i, i)).collect(Collectors.joining(", ", "{", "}"));
        Definitions definitions = definitions(json(many.replace("%", "%%")));
        definitions.get(1).put("n0", "changed");

        assertThat(definitions.get(0)).containsEntry("n0", 0);
        assertThat(definitions.get(1)).containsEntry("n0", "changed").hasSize(20);
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatARouteAddsToAListWithinStays() {
        Definitions definitions = definitions(json("{\"uid\": \"u%d\", \"tags\": [\"a\"], \"weight\": %d, \"rank\": %d}"));
        ((List<Object>) definitions.get(1).get("tags")).add("b");

        assertThat(definitions.get(1)).containsEntry("tags", List.of("a", "b"));
        assertThat(definitions.get(2)).containsEntry("tags", List.of("a"));
    }

    @Test
    void itsItemsShareTheShortTextsThatManyOfThemHave() {
        JsonNode list = Json.readLong(
                json("{\"type\": \"sixteen letters!\", \"text\": \"seventeen letters\", \"a\": \"\", \"n\": [%d, %d, %d]}")
                        .getBytes(UTF_8));

        assertThat(list.get(0).path("type")).isSameAs(list.get(1).path("type")).hasToString("\"sixteen letters!\"");
        assertThat(list.get(0).path("text")).isNotSameAs(list.get(1).path("text")).isEqualTo(list.get(1).path("text"));
        assertThat(list.get(0).path("a")).hasToString("\"\"");
    }

    @Test
    void definitionsCanBeAddedAndRemoved() {
        Definitions definitions = definitions(LONG);
        definitions.get(0).put("name", "Zero");
        definitions.removeIf(definition -> !"u0".equals(definition.get("uid")));
        definitions.add(new Definition());

        assertThat(definitions).hasToString("[{uid=u0, name=Zero, weight=0.50}, {}]");
    }

    @Test
    void itsTreeCanBeChangedAsAnyOther() {
        JsonNode tree = definitions(LONG).toJson();
        ((ObjectNode) tree.get(0)).put("name", "Zero");

        assertThat(tree.get(0)).hasToString("{\"uid\":\"u0\",\"name\":\"Zero\",\"weight\":0.50}");
    }

    @Test
    void itsItemsHaveTheUidThatTheyGetWhenTheyAreRead() {
        JsonNode list = Json.readLong(LONG.getBytes(UTF_8));
        PackedArray.change(list, item -> ((ObjectNode) item).put("seen", true));

        assertThat(list).allMatch(item -> item.path("seen").asBoolean());
        assertThat(Definitions.of(list)).allMatch(definition -> definition.get("seen").equals(true));
    }

    @Test
    void whatIsWrongWithItIsToldAsOfAShortOne() {
        String end = LONG.strip().substring(0, LONG.strip().length() - 1);

        assertThat(message(end)).isEqualTo(messageOfRead(end)).contains("Unexpected end-of-input");
        assertThat(message(end + ", {\"a\": 1, \"a\": 2}]")).isEqualTo(messageOfRead(end + ", {\"a\": 1, \"a\": 2}]"))
                .contains("Duplicate field 'a'");
        assertThat(message(LONG + "x")).isEqualTo(messageOfRead(LONG + "x"));
        assertThat(message(LONG + "[]")).isEqualTo(messageOfRead(LONG + "[]")).contains("there is more after the end");
        assertThat(message(end + ", {\"a\": \"\\ud800\"}]")).isEqualTo(messageOfRead(end + ", {\"a\": \"\\ud800\"}]"))
                .contains("half a surrogate pair");
        assertThat(message('\uFEFF' + LONG)).isEqualTo(messageOfRead('\uFEFF' + LONG)).contains("byte order mark");
    }

    @Test
    void bytesThatAreNoUtf8AreToldWithTheirPlace() {
        byte[] bytes = LONG.getBytes(UTF_8);
        bytes[bytes.length / 2] = (byte) 0xFF;

        assertThatThrownBy(() -> Json.readLong(bytes)).isInstanceOf(JsonException.class)
                .hasMessage("the bytes are not valid UTF-8 at offset " + bytes.length / 2);
    }

    @Test
    void arraysOfAnythingElseAreReadAsAlways() {
        String numbers = IntStream.range(0, 20_000).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));

        assertThat(Json.readLong(numbers.getBytes(UTF_8))).isNotInstanceOf(PackedArray.class).isEqualTo(Json.read(numbers));
    }

    private static String messageOfRead(String json) {
        return assertThatThrownBy(() -> Json.read(json.getBytes(UTF_8))).actual().getMessage();
    }
}
