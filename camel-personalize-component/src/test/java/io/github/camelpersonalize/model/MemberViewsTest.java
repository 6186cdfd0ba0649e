// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Keys, values and entries of a map of members are those of the map, however many there are. */
class MemberViewsTest {

    private static final int FEW = 3;
    private static final int MOST_OF_FEW = 16;
    private static final int MANY = 17;

    private static Members<Integer> members(int count) {
        Members<Integer> members = new Members<>();
        IntStream.range(0, count).forEach(i -> members.put("n" + i, i));
        return members;
    }

    private static Map<String, Integer> expected(int count) {
        return new LinkedHashMap<>(members(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, FEW, MOST_OF_FEW, MANY})
    void theyAreInTheOrderInWhichTheyWerePut(int count) {
        Members<Integer> members = members(count);
        List<String> names = IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
        List<String> visited = new ArrayList<>();
        members.forEach((name, value) -> visited.add(name + "=" + value));

        assertThat(members.keySet()).containsExactlyElementsOf(names).hasSize(count);
        assertThat(members.values()).containsExactlyElementsOf(IntStream.range(0, count).boxed().toList()).hasSize(count);
        assertThat(members.entrySet()).extracting(Map.Entry::getKey).containsExactlyElementsOf(names).hasSize(count);
        assertThat(visited).isEqualTo(names.stream().map(name -> name + "=" + name.substring(1)).toList());
        assertThat(members.isMany()).isEqualTo(count > MOST_OF_FEW);
    }

    @ParameterizedTest
    @ValueSource(ints = {FEW, MANY})
    void aKeyThatIsRemovedIsNoMemberAnyMore(int count) {
        Members<Integer> members = members(count);
        Map<String, Integer> rest = expected(count);
        rest.remove("n1");

        assertThat(members.keySet().contains("n1")).isTrue();
        assertThat(members.keySet().remove("n1")).isTrue();
        assertThat(members.keySet().remove("n1")).isFalse();

        assertThat(members.keySet().contains("n1")).isFalse();
        assertThat(List.copyOf(members.entrySet())).isEqualTo(List.copyOf(rest.entrySet()));
    }

    @ParameterizedTest
    @ValueSource(ints = {FEW, MANY})
    void aMemberCanBeRemovedOnTheWay(int count) {
        Members<Integer> members = members(count);
        members.values().removeIf(value -> value < 2);

        assertThat(members.keySet()).startsWith("n2").hasSize(count - 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {FEW, MANY})
    void anEntryCanBeGivenAnotherValue(int count) {
        Members<Integer> members = members(count);
        Map.Entry<String, Integer> first = members.entrySet().iterator().next();

        assertThat(first.setValue(7)).isZero();

        assertThat(first.getValue()).isEqualTo(7);
        assertThat(members).containsEntry("n0", 7).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {FEW, MANY})
    void behindTheLastThereIsNone(int count) {
        Iterator<String> names = members(count).keySet().iterator();
        IntStream.range(0, count).forEach(i -> names.next());

        assertThat(names.hasNext()).isFalse();
        assertThatThrownBy(names::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {FEW, MANY})
    void aMapThatWasClearedIsUsedAgain(int count) {
        Members<Integer> members = members(count);
        members.clear();
        assertThat(members).isEmpty();

        members.put("a", 1);
        assertThat(members).hasToString("{a=1}");
        assertThat(members.isMany()).isFalse();
    }

    @Test
    void whoWatchesADefinitionIsToldBeforeItChanges() {
        Definition definition = new Definition();
        definition.put("a", 1);
        List<String> told = new ArrayList<>();
        definition.beforeChange(changing -> told.add(changing.toString()));

        definition.put("b", 2);
        definition.remove("a");
        definition.entrySet().iterator().next().setValue(3);
        definition.values().removeIf(value -> value.equals(3));
        definition.put("c", 4);
        definition.clear();

        assertThat(told).containsExactly("{a=1}", "{a=1, b=2}", "{b=2}", "{b=3}", "{}", "{c=4}");
    }

    @Test
    void objectsWithTheSameNamesShareThem() {
        String longest = "n".repeat(64);

        assertThat(Names.NONE.with("a").with(longest)).isSameAs(Names.NONE.with("a").with(longest));
        assertThat(Names.NONE.with("a").with("b")).isNotSameAs(Names.NONE.with("b").with("a"));
        assertThat(Names.NONE.with("a").with("b").with("c").without(1)).isSameAs(Names.NONE.with("a").with("c"));
    }

    @Test
    void aLongNameIsKeptForNobodyElse() {
        String longer = "n".repeat(65);

        assertThat(Names.NONE.with(longer)).isNotSameAs(Names.NONE.with(longer));
        assertThat(Names.NONE.with(longer).get(0)).isEqualTo(longer);
    }

    @Test
    void namesOfOneHashCodeAreToldApart() {
        Map<String, Integer> members = new Members<>();
        members.put("Aa", 1);
        members.put("BB", 2);

        assertThat(members).containsEntry("Aa", 1).containsEntry("BB", 2).doesNotContainKey("C#").doesNotContainKey(null);
    }
}
