// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The names, values and members of a map of members are the map itself, as those of a {@link LinkedHashMap} are. */
class MembersViewsTest {

    private static Map<String, Integer> filled(Map<String, Integer> map, int size) {
        IntStream.range(0, size).forEach(i -> map.put("name" + i, i));
        return map;
    }

    @Test
    void viewsThatWereTakenBeforeFollowEachChange() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            Views members = new Views(new Members<>());
            Views expected = new Views(new LinkedHashMap<>());
            for (int step = 0; step < 60; step++) {
                int kind = random.nextInt(18);
                String name = "name" + random.nextInt(24);

                assertThat(members.change(kind, name, step)).isEqualTo(expected.change(kind, name, step));
                assertThat(members.content()).isEqualTo(expected.content());
            }
        }
    }

    /** A map, and views that were taken while it was empty. */
    private record Views(Map<String, Integer> map, Set<String> names, Collection<Integer> values, Set<Map.Entry<String, Integer>> entries) {

        Views(Map<String, Integer> map) {
            this(map, map.keySet(), map.values(), map.entrySet());
        }

        Object change(int kind, String name, int value) {
            return switch (kind) {
                case 0 -> names.remove(name);
                case 1 -> names.removeAll(List.of(name, "name1", "name2"));
                case 2 -> names.retainAll(List.of(name, "name1", "name2", "name3", "name4", "name5"));
                case 3 -> values.remove(value - 1);
                case 4 -> values.removeIf(other -> other % 7 == 0);
                case 5 -> entries.remove(Map.entry(name, value - 2));
                case 6 -> entries.removeIf(entry -> entry.getKey().equals(name));
                case 7 -> entries.contains(Map.entry(name, value - 1)) || entries.contains(name);
                case 8 -> map.merge(name, value, Integer::sum);
                case 9 -> map.computeIfPresent(name, (any, old) -> old % 2 == 0 ? null : old + 1);
                case 10 -> value % 11 == 0 && cleared();
                case 11 -> map.putIfAbsent(name, value);
                default -> map.put(name, value);
            };
        }

        private boolean cleared() {
            map.clear();
            return true;
        }

        List<Object> content() {
            List<Object> visited = new ArrayList<>();
            map.forEach((name, value) -> visited.add(name + value));
            return List.of(map, List.copyOf(names), List.copyOf(values), List.copyOf(entries), names.size(), values.size(), entries.size(),
                    visited, names.contains("name3"), values.contains(3), map.hashCode(), entries.hashCode());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15, 16, 17, 40})
    void anIteratorRemovesEachMemberOnceAndOnlyAfterNext(int size) {
        for (Map<String, Integer> map : List.<Map<String, Integer>>of(new Members<>(), new LinkedHashMap<>())) {
            for (Iterable<?> view : List.<Iterable<?>>of(map.keySet(), map.values(), map.entrySet())) {
                filled(map, size);
                Iterator<?> iterator = view.iterator();
                assertThat(catchThrowable(iterator::remove)).isInstanceOf(IllegalStateException.class);
                iterator.next();
                iterator.remove();
                assertThat(catchThrowable(iterator::remove)).isInstanceOf(IllegalStateException.class);
                iterator.forEachRemaining(other -> {});

                assertThat(map).hasSize(size - 1).doesNotContainKey("name0");
                assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
                map.clear();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 15, 16, 17, 40})
    void whoWalksThroughMembersWhileOneIsAddedOrRemovedIsTold(int size) {
        for (Map<String, Integer> map : List.<Map<String, Integer>>of(new Members<>(), new LinkedHashMap<>())) {
            for (Runnable change : List.<Runnable>of(() -> map.put("more", 1), () -> map.remove("name1"), map::clear)) {
                Iterator<String> iterator = filled(map, size).keySet().iterator();
                iterator.next();
                change.run();
                assertThat(catchThrowable(iterator::next)).isInstanceOf(ConcurrentModificationException.class);

                map.clear();
                filled(map, size);
                assertThat(catchThrowable(() -> map.forEach((name, value) -> change.run())))
                        .isInstanceOf(ConcurrentModificationException.class);
                map.clear();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 17})
    void whoWalksThroughMembersMayGiveThemOtherValues(int size) {
        Map<String, Integer> members = filled(new Members<>(), size);
        members.keySet().forEach(name -> members.put(name, -1));
        members.entrySet().forEach(member -> member.setValue(member.getValue() - 1));

        assertThat(members.values()).hasSize(size).containsOnly(-2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 17})
    void aNameIsNeverNull(int size) {
        Map<String, Integer> members = filled(new Members<>(), size);
        members.put("", 7);

        assertThatThrownBy(() -> members.put(null, 1)).isInstanceOf(NullPointerException.class).hasMessage("A member has a name");
        assertThat(members.containsKey(null)).isFalse();
        assertThat(members.get(null)).isNull();
        assertThat(members.remove(null)).isNull();
        assertThat(members).hasSize(size + 1).containsEntry("", 7);
    }

    /** {@code Aa} and {@code BB} have the same hash code. */
    @Test
    void namesOfTheSameHashCodeAreDifferent() {
        Map<String, Integer> members = new Members<>();
        members.put("Aa", 1);

        assertThat(members).doesNotContainKey("BB");
        members.put("BB", 2);
        assertThat(members).hasToString("{Aa=1, BB=2}");
        assertThat(Objects.hash("Aa")).isEqualTo(Objects.hash("BB"));
    }
}
