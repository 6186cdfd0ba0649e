// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelpersonalize.Growth;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Keys that a sender has chosen so that all have one hash code. */
public class HashCodesFaultsTest {

    private static final int BITS = 13;

    static Stream<Arguments> keys() {
        return Stream.of(arguments(Named.of("reference", (Function<String, Object>) key -> new Reference(Resource.events, key))),
                arguments(Named.of("project", (Function<String, Object>) key -> new ProjectId(Region.AWS_EU.baseUrl(), key))));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void F113_keysOfOneHashCodeAreFoundInATimeThatGrowsAsThatOfOthers(Function<String, Object> key) {
        assertThat(growth(key)).isLessThan(Growth.LINEARITHMIC);
    }

    /** Of a map with keys of this kind that have one hash code. */
    public static double growth(Function<String, Object> key) {
        return Growth.ofFourTimes(1 << (BITS - 2), size -> {
            Map<Object, Integer> map = new HashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(key.apply(colliding(i)), i);
            }
            for (int i = 0; i < size; i++) {
                assertThat(map.get(key.apply(colliding(i))) == i).isTrue();
            }
        });
    }

    /** One of many texts of one hash code: {@code Aa} and {@code BB} have the same. */
    private static String colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < BITS; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
