// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.outcome.Coordinates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The options of deletions, and the coordinates of steps. */
class PrunePolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"default", "Team 1", "a_b.c:d/e@f-g", "Stra\u00dfe"})
    void anOwnerIsAName(String owner) {
        assertThat(new PrunePolicy(Prune.owned, " " + owner + "\n", 0, false).owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\"b", "a,b"})
    void allElseIsNone(String owner) {
        assertThatThrownBy(() -> new PrunePolicy(Prune.owned, owner, 1, false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("owner must be 1 to 100 letters, digits, blanks or characters of \"-_.:/@\"");
    }

    @Test
    void anOwnerHasAtMost100Characters() {
        assertThat(new PrunePolicy(Prune.owned, "x".repeat(100), 1, false).owner()).hasSize(100);
        assertThatThrownBy(() -> new PrunePolicy(Prune.owned, "x".repeat(101), 1, false)).hasMessageStartingWith("owner must be");
    }

    @Test
    void noNumberOfDeletionsIsNegative() {
        assertThatThrownBy(() -> new PrunePolicy(Prune.owned, "default", -1, false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxDeletes must be 0 or more");
    }

    @ParameterizedTest
    @CsvSource({"project.yaml:12:5, project.yaml, 12", "a:1:2:3, a:1, 2", "'line 7, column 3', manifest, 7"})
    void aStepComesFromALine(String source, String file, long line) {
        assertThat(StepCoordinates.of(source)).isEqualTo(Coordinates.line(file, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"project.yaml", "line 7", "project.yaml:12", "x:12345678901:1"})
    void otherwiseItComesFromNowhereInParticular(String source) {
        assertThat(StepCoordinates.of(source)).isNull();
        assertThat(StepCoordinates.of(null)).isNull();
    }
}
