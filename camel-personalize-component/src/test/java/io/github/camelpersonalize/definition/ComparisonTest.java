// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    @Test
    void whatTheServiceKeepsOtherwiseNeedsNoWriteAndIsNoted() {
        Comparison comparison = new Comparison(List.of(), List.of("/name", "/description"));

        assertThat(comparison.isEmpty()).isTrue();
        assertThat(comparison.note()).contains("the service keeps /name, /description otherwise");
        assertThat(Comparison.isNote(comparison.note().orElseThrow())).isTrue();
    }

    @Test
    void aDifferenceNeedsAWrite() {
        Comparison comparison = new Comparison(List.of("/name"), List.of());

        assertThat(comparison.isEmpty()).isFalse();
        assertThat(comparison.note()).isEmpty();
    }

    @Test
    void otherTextsAreNoSuchNote() {
        assertThat(Comparison.isNote(null)).isFalse();
        assertThat(Comparison.isNote("it is unchanged")).isFalse();
    }

    @Test
    void twoStatesDifferInAllMembersOfEither() {
        assertThat(
                SameState.differences(json("{\"a/b\": 1, \"same\": 1, \"gone\": null}"), json("{\"a/b\": 2, \"same\": 1.0, \"new\": 1}")))
                .containsExactly("/a~1b", "/gone", "/new");
    }
}
