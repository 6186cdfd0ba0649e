// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelpersonalize.Growth;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.faults.HashCodesFaultsTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Records that a sender has chosen so that all have one hash code. */
class HashCodesTest {

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(Named.of("key", (Function<String, Object>) key -> new WriteRuns.Subject(Resource.events, null, key))),
                arguments(Named.of("uid", (Function<String, Object>) uid -> new WriteRuns.Subject(Resource.events, uid, null))),
                arguments(Named.of("body",
                        (Function<String, Object>) key -> new Repeats.Body(Resource.events, Operation.create, TextNode.valueOf(key)))));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void F113_recordsOfOneHashCodeAreFoundInATimeThatGrowsAsThatOfOthers(Function<String, Object> key) {
        assertThat(HashCodesFaultsTest.growth(key)).isLessThan(Growth.LINEARITHMIC);
    }
}
