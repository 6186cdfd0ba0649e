// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.lifecycle.Experience.content;
import static io.github.camelpersonalize.lifecycle.Experience.version;
import static io.github.camelpersonalize.lifecycle.Experience.versions;
import static org.assertj.core.api.Assertions.assertThat;

class VersionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # statuses, oldest first     | draft | active | paused | running | current | ever active | newest
            ''                           | -     | -      | -      | -       | -       | -           | -
            DRAFT                        | v0    | -      | -      | -       | v0      | -           | v0
            ACTIVE DRAFT                 | v1    | v0     | -      | v0      | v0      | v0          | v1
            PAUSED DRAFT                 | v1    | -      | v0     | v0      | v0      | v0          | v1
            PAUSED PAUSED                | -     | -      | v1     | v1      | v1      | v1          | v1
            PAUSED ACTIVE                | -     | v1     | v0     | v1      | v1      | v1          | v1
            ACTIVE PAUSED                | -     | v0     | v1     | v0      | v0      | v1          | v1
            ARCHIVED                     | -     | -      | -      | -       | -       | v0          | v0
            ARCHIVED DRAFT               | v1    | -      | -      | -       | v1      | v0          | v1
            """)
    void aVersionIsFoundByWhatItIsForPeople(String statuses, String draft, String active, String paused, String running, String current,
            String everActive, String newest) {
        String[] each = statuses.isEmpty() ? new String[0] : statuses.split(" ");
        Versions versions = versions(
                IntStream.range(0, each.length).mapToObj(i -> version("v" + i, each[i], "A1")).toArray(ObjectNode[]::new));

        assertThat(uid(versions.draft())).isEqualTo(draft);
        assertThat(uid(versions.active())).isEqualTo(active);
        assertThat(uid(versions.paused())).isEqualTo(paused);
        assertThat(uid(versions.running())).isEqualTo(running);
        assertThat(uid(versions.current())).isEqualTo(current);
        assertThat(uid(versions.newestEverActive())).isEqualTo(everActive);
        assertThat(uid(versions.newest())).isEqualTo(newest);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "2026-01-02T00:00:00.000Z, 2026-01-01T00:00:00.000Z, v0",
            "2026-01-01T00:00:00.000Z, 2026-01-02T00:00:00.000Z, v1",
            "2026-01-01T00:00:00.000Z, 2026-01-01T00:00:00.000Z, v1",
            "2026-01-02T00:00:00.000Z, -,                        v1",
            "-,                        2026-01-01T00:00:00.000Z, v1",
            "-,                        -,                        v1"})
    void ofTwoVersionsThatWhichTheListHasLastIsTheNewerUnlessTheirTimesSayOtherwise(String first, String second, String newer) {
        Versions versions = versions(createdAt(first, version("v0", "PAUSED")), createdAt(second, version("v1", "PAUSED")));

        assertThat(uid(versions.paused())).isEqualTo(newer);
    }

    @Test
    void aVersionIsFoundByItsUid() {
        Versions versions = versions(version("v0", "ARCHIVED"), version("v1", "DRAFT"));

        assertThat(versions.withUid("v0")).contains(version("v0", "ARCHIVED"));
        assertThat(versions.withUid("v1")).contains(version("v1", "DRAFT"));
        assertThat(versions.withUid("v2")).isEmpty();
    }

    @Test
    void anExperienceIsUntouchedAsLongAsItHasOnlyTheEmptyDraftThatItWasMadeWith() {
        assertThat(versions().isUntouched()).isTrue();
        assertThat(versions(version("v0", "DRAFT")).isUntouched()).isTrue();
        assertThat(versions(version("v0", "DRAFT", "A1")).isUntouched()).isFalse();
        assertThat(versions(version("v0", "ACTIVE")).isUntouched()).isFalse();
        assertThat(versions(version("v0", "ARCHIVED", "A1"), version("v1", "DRAFT")).isUntouched()).isFalse();
    }

    @Test
    void aDraftIsAnotherOneThanWhatRunsWhereItsContentDiffers() {
        ObjectNode active = version("v0", "ACTIVE", "A1:a");

        assertThat(versions(active, version("v1", "DRAFT", "A2:a")).hasOtherDraft()).isTrue();
        assertThat(versions(active, version("v1", "DRAFT", "A1:b")).hasOtherDraft()).isFalse();
        assertThat(versions(active).hasOtherDraft()).isFalse();
        assertThat(versions(version("v1", "DRAFT", "A2")).hasOtherDraft()).isFalse();
    }

    @Test
    void whatCountsIsTheDraftAndWhatRunsOrMayRunAgain() {
        ObjectNode archived = version("v0", "ARCHIVED");
        ObjectNode paused = version("v1", "PAUSED");
        ObjectNode active = version("v2", "ACTIVE");
        ObjectNode draft = version("v3", "DRAFT");

        assertThat(versions(archived, paused, active, draft).counting()).containsExactly(draft, active, paused);
        assertThat(versions(archived, paused, active, draft).all()).containsExactly(archived, paused, active, draft);
    }

    @Test
    void aWrittenVersionTakesThePlaceOfItsOwn() {
        ObjectNode changed = version("v0", "DRAFT", "A2");

        assertThat(versions(version("v0", "DRAFT", "A1"), version("v1", "ACTIVE")).with(changed).all())
                .containsExactly(changed, version("v1", "ACTIVE"));
    }

    @Test
    void aNewVersionIsTheLast() {
        ObjectNode made = version("v1", "DRAFT", "A2");

        assertThat(versions(version("v0", "ACTIVE", "A1")).with(made).all()).containsExactly(version("v0", "ACTIVE", "A1"), made);
    }

    @Test
    void whereAnotherVersionBecomesActiveTheOneThatWasSoIsNoLonger() {
        ObjectNode active = version("v1", "ACTIVE", "A2");

        assertThat(versions(version("v0", "ACTIVE"), version("v1", "DRAFT"), version("v2", "PAUSED")).with(active).all())
                .containsExactly(active, version("v2", "PAUSED"));
    }

    @Test
    void aVersionIsSentWithAnotherStatusAndNothingThatOnlyTheServiceSets() {
        ObjectNode paused = version("v0", "PAUSED", "A1:a").put("createdAt", "2026-01-01T00:00:00.000Z").put("variantSplit", "x");

        assertThat(versions(paused).whole(paused, "ACTIVE")).isEqualTo(content("ACTIVE", "A1:a").put("variantSplit", "x"));
    }

    @Test
    void aListOfVersionsStaysAsItWas() {
        List<JsonNode> listed = new ArrayList<>(List.of(version("v0", "DRAFT")));
        Versions versions = new Versions(Experience.SHAPE, listed);

        listed.clear();

        assertThat(versions.all()).containsExactly(version("v0", "DRAFT"));
    }

    private static ObjectNode createdAt(String time, ObjectNode version) {
        return time == null ? version : version.put("createdAt", time);
    }

    private static String uid(Optional<JsonNode> version) {
        return version.map(found -> found.path("uid").asText()).orElse("-");
    }
}
