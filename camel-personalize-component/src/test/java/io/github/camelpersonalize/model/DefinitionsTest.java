// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A list of definitions is like any other list, whether it is short or long. */
class DefinitionsTest {

    static List<Definitions> lists() {
        return List.of(list(3), list(5_000));
    }

    private static Definitions list(int size) {
        String json = IntStream.range(0, size).mapToObj(i -> "{\"uid\": \"u%d\", \"name\": \"Name %d\"}".formatted(i, i))
                .collect(Collectors.joining(", ", "[", "]"));
        return Definitions.of(Json.readLong(json.getBytes(UTF_8)));
    }

    private static Definition definition(String uid) {
        Definition definition = new Definition();
        definition.put("uid", uid);
        return definition;
    }

    private static List<Object> uids(Definitions definitions) {
        return definitions.stream().limit(4).map(definition -> definition.get("uid")).toList();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aDefinitionCanBeReplaced(Definitions list) {
        assertThat(list.set(1, definition("x"))).isEqualTo(Map.of("uid", "u1", "name", "Name 1"));
        assertThat(list.set(1, definition("y"))).isEqualTo(Map.of("uid", "x"));

        assertThat(uids(list)).startsWith("u0", "y", "u2");
        assertThat(list.toJson().get(1)).hasToString("{\"uid\":\"y\"}");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void definitionsCanBeAddedAndRemoved(Definitions list) {
        int size = list.size();

        list.add(0, definition("first"));
        assertThat(list.remove(2)).isEqualTo(Map.of("uid", "u1", "name", "Name 1"));

        assertThat(uids(list)).startsWith("first", "u0", "u2");
        assertThat(list).hasSize(size);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whoWalksAListThatChangesIsTold(Definitions list) {
        Iterator<Definition> added = list.iterator();
        list.add(definition("x"));
        assertThatThrownBy(added::next).isInstanceOf(ConcurrentModificationException.class);

        Iterator<Definition> removed = list.iterator();
        list.remove(0);
        assertThatThrownBy(removed::next).isInstanceOf(ConcurrentModificationException.class);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void itIsAListOfTheSameDefinitionsAfterItWasSerialized(Definitions list) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(list);

        Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(copy).isExactlyInstanceOf(ArrayList.class).isEqualTo(list);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void itIsWrittenAsAnArray(Definitions list) {
        String start = "[{\"uid\":\"u0\",\"name\":\"Name 0\"},{\"uid\":\"u1\",\"name\":\"Name 1\"},";

        assertThat(list.toText()).startsWith(start);
        assertThat(list.toBytes()).asString().isEqualTo(list.toText());
        assertThat(list.toJson()).hasToString(list.toText());
        assertThat(Json.of(list)).isEqualTo(list.toJson());
        assertThat(new Definitions(list)).isEqualTo(list);
    }
}
