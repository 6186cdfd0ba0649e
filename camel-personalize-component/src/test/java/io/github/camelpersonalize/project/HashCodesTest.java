// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelpersonalize.Growth;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.faults.HashCodesFaultsTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Natural keys and uids that a sender has chosen so that all have one hash code. */
class HashCodesTest {

    private static final ProjectId PROJECT = new ProjectId(Region.AWS_EU.baseUrl(), "p1");

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(Named.of("folded key", (Function<String, Object>) key -> new KeyLocks.FoldedKey(PROJECT, Resource.events, key))),
                arguments(Named.of("uid", (Function<String, Object>) uid -> new KeyLocks.UidKey(PROJECT, Resource.events, uid))),
                arguments(Named.of("sent key", (Function<String, Object>) key -> new KeptStates.SentKey(PROJECT, Resource.events, key))));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void F113_keysOfOneHashCodeAreFoundInATimeThatGrowsAsThatOfOthers(Function<String, Object> key) {
        assertThat(HashCodesFaultsTest.growth(key)).isLessThan(Growth.LINEARITHMIC);
    }
}
