// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The order of experiences, place by place. */
class RankTest {

    private static final Map<String, String> NAMES = Map.of("u1", "A", "u2", "B", "u3", "C");

    @Test
    void whatTheManifestNamesGoesFirstAndTheOthersFollowInTheirOrder() {
        assertThat(ranks(Action.UPDATE, List.of("ref:experience/B", "u9", "ref:experience/New"), List.of("u1", "u2", "u3"), NAMES))
                .containsExactly("~ 1. B (was 2)", "+ 2. u9", "+ 3. New", "~ 4. A (was 1)", "~ 5. C (was 3)");
    }

    @Test
    void whatStaysHasNoMark() {
        assertThat(ranks(Action.UNCHANGED, List.of("u1", "ref:experience/B"), List.of("u1", "u2", "u3"), NAMES)).containsExactly("  1. A",
                "  2. B", "  3. C");
    }

    @Test
    void experiencesOfOneNameAreTakenInTheirOrder() {
        assertThat(ranks(Action.UPDATE, List.of("ref:experience/A", "ref:experience/A", "ref:experience/A"), List.of("u1", "u2"),
                Map.of("u1", "A", "u2", "A"))).containsExactly("  1. A", "  2. A", "+ 3. A");
    }

    @Test
    void anOrderThatIsNotWrittenHasNoPlaces() {
        assertThat(ranks(Action.BLOCKED, List.of("u1"), List.of("u1"), NAMES)).isEmpty();
    }

    private static List<String> ranks(Action action, List<String> after, List<String> before, Map<String, String> names) {
        return Rank.of(new PriorityStep(action, after, before, names, "why", List.of(), null)).stream()
                .map(rank -> rank.mark().symbol() + " " + rank.text()).toList();
    }
}
