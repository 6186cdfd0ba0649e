// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A map of members is like a {@link LinkedHashMap}, however many it has. */
class MembersTest {

    @Test
    void whateverIsPutAndRemovedItIsLikeALinkedHashMap() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            Map<String, Integer> members = new Members<>();
            Map<String, Integer> expected = new LinkedHashMap<>();
            for (int step = 0; step < 60; step++) {
                change(random.nextInt(5), "name" + random.nextInt(24), step, members, expected);

                assertThat(List.copyOf(members.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
            }
            assertThat(members).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
            assertThat(List.copyOf(members.values())).isEqualTo(List.copyOf(expected.values()));
            assertThat(expected).isEqualTo(members);
        }
    }

    private static void change(int kind, String name, int value, Map<String, Integer> members, Map<String, Integer> expected) {
        switch (kind) {
            case 0 -> assertThat(members.remove(name)).isEqualTo(expected.remove(name));
            case 1 -> assertThat(members.entrySet().removeIf(member -> member.getKey().equals(name)))
                    .isEqualTo(expected.entrySet().removeIf(member -> member.getKey().equals(name)));
            case 2 -> {
                members.replaceAll((any, old) -> old + 1);
                expected.replaceAll((any, old) -> old + 1);
            }
            default -> assertThat(members.put(name, value)).isEqualTo(expected.put(name, value));
        }
        assertThat(members.get(name)).isEqualTo(expected.get(name));
        assertThat(members.containsKey(name)).isEqualTo(expected.containsKey(name));
    }

    @Test
    void aMemberMayHaveNoValue() {
        Definition definition = new Definition();
        definition.put("description", null);

        assertThat(definition).containsEntry("description", null).hasSize(1);
        assertThat(definition.toJson()).hasToString("{\"description\":null}");
    }

    @Test
    void itIsTheSameAfterItWasSerialized() throws Exception {
        Definition definition = Json.definition(Json.read("{\"key\": \"age\", \"tags\": [1, {\"a\": 0.10}]}"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(definition);

        Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        ((Definition) copy).put("name", "Age");

        assertThat(copy).hasToString("{key=age, tags=[1, {a=0.10}], name=Age}");
    }

    @Test
    void aCopyOfATreeHasMembersOfItsOwn() {
        ObjectNode tree = (ObjectNode) Json.read("{\"rules\": {\"and\": [1]}}");
        ObjectNode copy = tree.deepCopy();
        copy.withObject("/rules").put("or", 2);

        assertThat(tree).hasToString("{\"rules\":{\"and\":[1]}}");
        assertThat(copy).hasToString("{\"rules\":{\"and\":[1],\"or\":2}}");
    }

    @Test
    void F115_ofNamesThatSendersMakeUpOnlyAFewAreRemembered() {
        Map<String, Integer> first = new Members<>();
        first.put("made_up", 0);
        Names known = Names.NONE.with("made_up");

        IntStream.range(0, 100_000).forEach(i -> new Members<Integer>().put("name_" + i, i));

        assertThat(Names.NONE.with("made_up")).isNotSameAs(known);
        assertThat(first).hasToString("{made_up=0}");
    }
}
