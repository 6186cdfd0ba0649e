// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.lifecycle.NextStep.Write;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.lifecycle.Experience.SHAPE;
import static io.github.camelpersonalize.lifecycle.Experience.content;
import static io.github.camelpersonalize.lifecycle.Experience.desired;
import static io.github.camelpersonalize.lifecycle.Experience.version;
import static io.github.camelpersonalize.lifecycle.Experience.versions;
import static org.assertj.core.api.Assertions.assertThat;

class DesiredVersionTest {

    private final ObjectNode active = version("r", "ACTIVE", "A1:a");

    @Test
    void aChangeGoesLiveInTwoCallsAndOnlyWhatPeopleSeeInTheEndIsTold() {
        DesiredVersion.Prospect prospect = desired("ACTIVE", "A2").prospect(versions(active));

        assertThat(prospect.effects()).containsExactly("goes live");
        assertThat(prospect.versions().all()).containsExactly(content("ACTIVE", "A2:a").put("uid", ""));
    }

    @Test
    void aDraftThatStaysOneIsToldWithWhatToDo() {
        DesiredVersion.Prospect prospect = desired(null, "A2").prospect(versions(active));

        assertThat(prospect.effects()).containsExactly("a new draft beside the active version",
                "the change is a draft; set status: ACTIVE to activate it");
        assertThat(prospect.versions().all()).containsExactly(active, content("DRAFT", "A2:a").put("uid", ""));
    }

    @Test
    void whatRunsIsPausedBeforeItsChangeIsMade() {
        DesiredVersion.Prospect prospect = desired("PAUSED", "A2").prospect(versions(active));

        assertThat(prospect.effects()).containsExactly("is paused", "a new draft beside the paused version",
                "the change is a draft; set status: ACTIVE to activate it");
        assertThat(prospect.versions().all()).containsExactly(version("r", "PAUSED", "A1:a"),
                content("DRAFT", "A2:a").put("uid", ""));
    }

    @Test
    void whatIsAsDesiredHasNoProspectButItself() {
        DesiredVersion.Prospect prospect = desired("ACTIVE", "A1").prospect(versions(active));

        assertThat(prospect.effects()).isEmpty();
        assertThat(prospect.versions().all()).containsExactly(active);
    }

    @Test
    void aVersionDiffersInItsContentAndInTheStatusThatIsAskedFor() {
        assertThat(desired("ACTIVE", "A1").allDifferences(version("d", "DRAFT", "A1:a"))).containsExactly("/status");
        assertThat(desired("ACTIVE", "A2").allDifferences(version("d", "DRAFT", "A1:a"))).containsExactly("/status",
                "/variants/0/trafficDistribution");
        assertThat(desired("ACTIVE", "A2").allDifferences(active)).containsExactly("/variants/0/trafficDistribution");
        assertThat(desired(null, "A2").allDifferences(active)).containsExactly("/variants/0/trafficDistribution");
        assertThat(desired("ACTIVE", "A1").allDifferences(active)).isEmpty();
    }

    @Test
    void whatTheServiceMakesOfTheDesiredContentIsNoDifference() {
        DesiredVersion kept = new DesiredVersion(SHAPE, content("ACTIVE", "A2"),
                (sent, actual) -> sent.equals(content(null, "A2")) && actual.equals(content(null, "A1")));

        assertThat(kept.differences(active)).isEmpty();
        assertThat(kept.allDifferences(version("d", "DRAFT", "A1:a"))).containsExactly("/status");
    }

    @Test
    void itsContentIsWithoutStatusAndUids() {
        assertThat(desired("ACTIVE", "A1:a").content()).isEqualTo(content(null, "A1"));
        assertThat(desired("ACTIVE", "A1:a").content(version("d", "DRAFT", "B1:b"))).isEqualTo(content(null, "B1"));
    }

    @Test
    void aBodySendsAllThatIsAskedForOrNot() {
        DesiredVersion desired = desired("ACTIVE", "A2");

        assertThat(desired.isSentBy(write(content("DRAFT", "A2:a").put("variantSplit", "x")))).isTrue();
        assertThat(desired.isSentBy(write(content("PAUSED", "A1:a")))).isFalse();
    }

    @Test
    void itemsOfAVersionThatAreNoObjectsAreComparedAsTheyAre() {
        ObjectNode odd = Json.object().put("uid", "d").put("status", "DRAFT");
        odd.putArray("variants").add("A").addNull();

        assertThat(desired("DRAFT", "A1").allDifferences(odd)).containsExactly("/variants");
        assertThat(((Write) desired("DRAFT", "A1").next(versions(odd))).body()).isEqualTo(content("DRAFT", "A1"));
    }

    private static Write write(ObjectNode body) {
        return new Write("d", body, Json.object(), null);
    }
}
