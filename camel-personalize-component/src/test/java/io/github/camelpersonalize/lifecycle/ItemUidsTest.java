// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.lifecycle.NextStep.Write;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.lifecycle.Experience.content;
import static io.github.camelpersonalize.lifecycle.Experience.desired;
import static io.github.camelpersonalize.lifecycle.Experience.version;
import static io.github.camelpersonalize.lifecycle.Experience.versions;
import static org.assertj.core.api.Assertions.assertThat;

/** Which uid a variant is sent with. */
class ItemUidsTest {

    @Test
    void aVariantHasTheUidThatItsNameHasInTheDraftElseInWhatRunsElseInWhatMayRunAgain() {
        Versions versions = versions(version("p", "PAUSED", "A1:p", "B1:p2", "C1:p3"), version("r", "ACTIVE", "A1:r", "B1:r2"),
                version("d", "DRAFT", "A1:d"));

        assertThat(sent(versions, "A9", "B9", "C9")).isEqualTo(content("DRAFT", "A9:d", "B9:r2", "C9:p3"));
    }

    @Test
    void aNewNameHasNone() {
        assertThat(sent(versions(version("d", "DRAFT", "A1:a")), "B1")).isEqualTo(content("DRAFT", "B1"));
    }

    @Test
    void ofTwoVariantsOfOneNameOnlyTheFirstHasIt() {
        assertThat(sent(versions(version("d", "DRAFT", "A1:a")), "A2", "A3")).isEqualTo(content("DRAFT", "A2:a", "A3"));
    }

    @Test
    void aVariantThatIsRenamedByItsUidKeepsItAlsoWhereOnlyAnArchivedVersionHasIt() {
        Versions versions = versions(version("o", "ARCHIVED", "A1:a"), version("d", "DRAFT"));

        assertThat(sent(versions, "B1:a")).isEqualTo(content("DRAFT", "B1:a"));
    }

    @Test
    void aUidThatTheExperienceNeverHadIsLeftOut() {
        assertThat(sent(versions(version("d", "DRAFT", "A1:a")), "B1:z")).isEqualTo(content("DRAFT", "B1"));
    }

    @Test
    void theNameCountsMoreThanTheUidThatIsAskedFor() {
        Versions versions = versions(version("d", "DRAFT", "A1:a", "B1:b"));

        assertThat(sent(versions, "A1:b", "B2:a")).isEqualTo(content("DRAFT", "A1:a", "B2:b"));
    }

    @Test
    void aUidIsNotGivenTwice() {
        Versions versions = versions(version("d", "DRAFT", "A1:a"));

        assertThat(sent(versions, "A2", "B1:a")).isEqualTo(content("DRAFT", "A2:a", "B1"));
        assertThat(sent(versions, "B1:a", "C1:a")).isEqualTo(content("DRAFT", "B1:a", "C1"));
    }

    @Test
    void namesakesInAnArchivedVersionAreNoConflict() {
        Versions versions = versions(version("o", "ARCHIVED", "A1:a", "A1:b"), version("d", "DRAFT"));

        assertThat(sent(versions, "A2")).isEqualTo(content("DRAFT", "A2"));
    }

    private static ObjectNode sent(Versions versions, String... variants) {
        return ((Write) desired("DRAFT", variants).next(versions)).body();
    }
}
