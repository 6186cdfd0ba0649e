// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A long list that is kept as its text is changed like any other list. */
class LongListChangesTest {

    private static final int ITEMS = 2_000;
    private static final String JSON = IntStream.range(0, ITEMS)
            .mapToObj(i -> "{\"uid\": \"u%d\", \"name\": \"A name %d\"}".formatted(i, i))
            .collect(Collectors.joining(", ", "[", "]"));

    private final Definitions list = Definitions.of(Json.readLong(JSON.getBytes(UTF_8)));

    @Test
    void aDefinitionIsTheSameForAllWhoHaveIt() {
        Definition first = list.get(1);
        Definition second = list.get(1);
        first.put("a", 1);
        second.put("b", 2);

        assertThat(list.get(1)).isSameAs(first).isSameAs(second).hasToString("{uid=u1, name=A name 1, a=1, b=2}");
    }

    @Test
    void aDefinitionThatWasReplacedIsNotInTheListAgain() {
        Definition taken = list.get(1);
        Definition replaced = list.set(1, new Definition());
        replaced.put("name", "Replaced");
        taken.put("name", "Taken");

        assertThat(list.get(1)).isEmpty();
    }

    @Test
    void whatIsSortedChangesInItsNewPlaceOnly() {
        list.sort(Comparator.comparing((Definition definition) -> (String) definition.get("uid")).reversed());
        Definition first = list.get(0);
        first.put("name", "First");

        assertThat(first).containsEntry("uid", "u999");
        assertThat(list.stream().filter(first::equals)).containsExactly(first);
        assertThat(list.stream().map(definition -> definition.get("uid"))).doesNotHaveDuplicates().hasSize(ITEMS);
    }

    @Test
    void aDefinitionThatWasTakenBeforeTheListGrewIsStillInIt() {
        Definition taken = list.get(5);
        list.remove(0);
        list.add(0, new Definition());
        taken.put("name", "Changed");

        assertThat(list.get(5)).isSameAs(taken);
        assertThat(list.toText()).contains("{\"uid\":\"u5\",\"name\":\"Changed\"}");
    }

    @Test
    void threadsMayChangeDifferentDefinitions() {
        list.parallelStream().forEach(definition -> definition.put("seen", true));

        assertThat(list).hasSize(ITEMS).allMatch(definition -> definition.get("seen").equals(true));
    }

    @Test
    void isLikeAnyOtherListUnderAnyChanges() {
        Random random = new Random(3);
        List<Definition> expected = new java.util.ArrayList<>(Definitions.of(Json.read(JSON)));
        List<Definition> long0 = list;
        for (int step = 0; step < 300; step++) {
            int kind = step < 200 ? random.nextInt(6) : random.nextInt(9);
            int place = random.nextInt(20);
            int other = random.nextInt(20);
            change(long0, kind, place, other, step);
            change(expected, kind, place, other, step);

            assertThat(long0.subList(0, 20)).isEqualTo(expected.subList(0, 20));
        }
        assertThat(long0).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(Json.read(list.toText())).isEqualTo(list.toJson());
    }

    private static void change(List<Definition> list, int kind, int place, int other, int value) {
        switch (kind) {
            case 0 -> Collections.swap(list, place, other);
            case 1 -> list.get(place).put("a", value);
            case 2 -> list.set(place, list.get(other)).put("replaced", value);
            case 3 -> list.get(place).remove("name");
            case 4 -> list.set(place, Json.definition(Json.read("{\"uid\": \"new" + value + "\"}")));
            case 5 -> Collections.rotate(list.subList(place / 2, place / 2 + 5), 2);
            case 6 -> list.remove(place);
            case 7 -> list.add(place, list.get(other));
            default -> list.removeIf(definition -> definition.getOrDefault("uid", "").equals("u" + other));
        }
    }

    @Test
    void itIsTheSameAfterItWasSerialized() throws Exception {
        list.get(3).put("name", "Three");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(list);

        Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(copy).isEqualTo(list);
    }

    @Test
    void eachChangeThatItemsGetWhenTheyAreReadIsMade() {
        JsonNode read = Json.readLong(JSON.getBytes(UTF_8));
        PackedArray.change(read, item -> ((ObjectNode) item).put("a", 1));
        PackedArray.change(read, item -> ((ObjectNode) item).put("b", 2));

        assertThat(read.get(0)).hasToString("{\"uid\":\"u0\",\"name\":\"A name 0\",\"a\":1,\"b\":2}");
        assertThat(Map.of("copy", read.deepCopy())).isEqualTo(Map.of("copy", read));
    }
}
