// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.definition.Comparison;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.lifecycle.Experience.SHAPE;
import static io.github.camelpersonalize.lifecycle.Experience.content;
import static io.github.camelpersonalize.lifecycle.Experience.desired;
import static io.github.camelpersonalize.lifecycle.Experience.version;
import static io.github.camelpersonalize.lifecycle.Experience.versions;
import static org.assertj.core.api.Assertions.assertThat;

class CompositionTest {

    private static final Comparison SAME = new Comparison(List.of(), List.of());
    private static final Comparison RENAMED = new Comparison(List.of("/name"), List.of());
    private static final Comparison KEPT = new Comparison(List.of(), List.of("/description"));

    private final ObjectNode head = head("ACTIVE", "Z9:z");
    private final ObjectNode active = version("r", "ACTIVE", "A1:a");
    private final ObjectNode draft = version("d", "DRAFT", "A1:a");

    @Test
    void aDefinitionWithoutVersionsIsWhatItIs() {
        assertThat(Composition.of(head, KEPT)).isEqualTo(
                new Composition(head, KEPT, List.of("the service keeps /description otherwise"), Optional.empty(), false, List.of()));
        assertThat(Composition.of(head, RENAMED))
                .isEqualTo(new Composition(head, RENAMED, List.of(), Optional.empty(), false, List.of()));
    }

    @Test
    void whatIsAsDesiredIsShownWithTheMembersOfItsVersion() {
        ObjectNode other = version("d", "DRAFT", "B1:b");

        assertThat(composition(KEPT, desired("ACTIVE", "A1"), active, other)).isEqualTo(new Composition(head("ACTIVE", "A1:a"), KEPT,
                List.of("the service keeps /description otherwise", "its draft differs from it"), Optional.empty(), false,
                List.of(other, active)));
    }

    @Test
    void whereOnlyTheHeadDiffersTheVersionIsNoDifference() {
        assertThat(composition(RENAMED, desired("ACTIVE", "A1"), active)).isEqualTo(
                new Composition(head("ACTIVE", "A1:a"), RENAMED, List.of(), Optional.empty(), false, List.of(active)));
    }

    @Test
    void whatWillBeWrittenIsToldMemberByMemberAndInWords() {
        ObjectNode gold = version("r", "ACTIVE", "A1:a", "B1:b", "C1:c");

        assertThat(composition(RENAMED, desired("ACTIVE", "A2", "B1", "D1"), gold)).isEqualTo(new Composition(
                head("ACTIVE", "A1:a", "B1:b", "C1:c"),
                new Comparison(List.of("/name", "/variants/0/trafficDistribution", "/variants/2/name"), List.of()),
                List.of("variants: \"A\" changes, \"D\" is new, \"C\" goes", "goes live"), Optional.empty(), false,
                List.of(content("ACTIVE", "A2:a", "B1:b", "D1").put("uid", ""))));
    }

    @Test
    void aStatusIsADifferenceAndNoChangeOfVariants() {
        assertThat(composition(SAME, desired("PAUSED", "A1"), active)).isEqualTo(
                new Composition(head("ACTIVE", "A1:a"), new Comparison(List.of("/status"), List.of()), List.of("is paused"),
                        Optional.empty(), false, List.of(version("r", "PAUSED", "A1:a"))));
    }

    @Test
    void aDraftThatIsReplacedByOtherContentIsShownBesideWhatRuns() {
        ObjectNode others = version("d", "DRAFT", "A2:a").put("variantSplit", "x");

        assertThat(composition(SAME, desired("ACTIVE", "A2"), active, others)).isEqualTo(new Composition(
                head("ACTIVE", "A1:a").set("DRAFT", content("DRAFT", "A2:a").put("variantSplit", "x")),
                new Comparison(List.of("/variants/0/trafficDistribution"), List.of()),
                List.of("variants: \"A\" changes", "replaces its draft, which has other changes", "goes live"), Optional.empty(), false,
                List.of(version("d", "ACTIVE", "A2:a"))));
    }

    @Test
    void aDraftThatIsChangedOrThatGoesLiveIsNotShownAsReplaced() {
        assertThat(composition(SAME, desired("DRAFT", "A2"), active, draft).actual()).isEqualTo(head("DRAFT", "A1:a"));
        assertThat(composition(SAME, desired("ACTIVE", "A2"), active, version("d", "DRAFT", "A2:a")).actual())
                .isEqualTo(head("ACTIVE", "A1:a"));
    }

    @Test
    void aConflictChangesNothing() {
        ObjectNode twins = version("r", "ACTIVE", "A1:a", "A2:b");

        assertThat(composition(KEPT, desired("ACTIVE", "A3"), twins)).isEqualTo(
                new Composition(head, KEPT, List.of("the service keeps /description otherwise"),
                        Optional.of("version r has 2 variants of the"
                                + " name \"A\", so that it is unknown which of them is meant; rename all but one of them in the user interface"),
                        false, List.of(twins)));
    }

    @Test
    void anEmptyDraftIsUntouchedUnlessTheHeadDiffers() {
        ObjectNode empty = version("d", "DRAFT");
        Composition untouched = composition(SAME, desired("DRAFT", "A1"), empty);

        assertThat(untouched).isEqualTo(new Composition(head("DRAFT"), new Comparison(List.of("/variants"), List.of()), List.of(),
                Optional.empty(), true, List.of(version("d", "DRAFT", "A1"))));
        assertThat(composition(RENAMED, desired("DRAFT", "A1"), empty).isUntouched()).isFalse();
        assertThat(composition(SAME, desired("DRAFT", "A2"), draft).isUntouched()).isFalse();
    }

    private Composition composition(Comparison comparison, DesiredVersion desired, ObjectNode... versions) {
        return Composition.of(SHAPE, head, comparison, desired, versions(versions));
    }

    private static ObjectNode head(String status, String... variants) {
        ObjectNode head = Json.object().put("uid", "e").put("name", "Summer");
        head.setAll(content(status, variants));
        return head;
    }
}
