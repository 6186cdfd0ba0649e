// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.api.Resource.projects;
import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What the definitions of a resource are made of. */
class ShapeTest {

    private static final JsonNode PRESET = json("{\"__type\": \"PRESET\", \"uid\": \"COUNTRY\", \"name\": \"Country\"}");
    private static final JsonNode LYTICS = json("{\"source\": \"lytics\", \"uid\": \"u1\", \"name\": \"Buyers\"}");
    private static final JsonNode OWN = json("{\"__type\": \"CUSTOM\", \"uid\": \"u2\", \"name\": \"Age\"}");

    private final Dialect contract = ContractDialect.table();
    private final Dialect live = LiveDialect.table();

    @Test
    void aPresetDoesNotBelongToTheProject() {
        assertThat(live.shape(attributes).origin(PRESET)).contains("a preset, which every project has");
        assertThat(live.shape(attributes).foreignKey(PRESET)).contains("COUNTRY");
        assertThat(contract.shape(attributes).origin(PRESET)).contains("a preset, which every project has");
    }

    @Test
    void anAudienceOfLyticsDoesNotBelongToTheProject() {
        assertThat(live.shape(audiences).origin(LYTICS)).contains("comes from Lytics");
        assertThat(live.shape(audiences).foreignKey(LYTICS)).contains("Buyers");
        assertThat(contract.shape(audiences).origin(LYTICS)).contains("comes from Lytics");
    }

    @Test
    void theOthersDo() {
        assertThat(live.shape(attributes).origin(OWN)).isEmpty();
        assertThat(live.shape(attributes).foreignKey(OWN)).isEmpty();
        assertThat(live.shape(events).origin(PRESET)).isEmpty();
    }

    @Test
    void onlyAPresetOfTheLiveServiceIsInEveryProject() {
        assertThat(live.shape(attributes).isEverywhere(PRESET)).isTrue();
        assertThat(live.shape(attributes).isEverywhere(OWN)).isFalse();
        assertThat(live.shape(audiences).isEverywhere(LYTICS)).isFalse();
        assertThat(contract.shape(attributes).isEverywhere(PRESET)).isFalse();
    }

    @Test
    void onlyExperiencesOfTheLiveServiceHaveVersions() {
        assertThat(live.shape(experiences).hasVersions()).isTrue();
        assertThat(live.shape(experiences).versionMembers()).containsExactlyInAnyOrder("status", "variants", "variantSplit", "metrics",
                "targeting");
        assertThat(live.shape(audiences).hasVersions()).isFalse();
        assertThat(contract.shape(experiences).hasVersions()).isFalse();
    }

    @Test
    void whatTheServiceSetsIsNeverSent() {
        assertThat(contract.shape(events).readOnlyMembers()).containsExactlyInAnyOrder("uid", "created_at");
        assertThat(contract.shape(experiences).unportableMembers()).containsExactly("status");
        assertThat(live.shape(events).readOnlyMembers()).contains("uid", "_id", "createdAt", "updatedAt");
        assertThat(live.shape(projects).readOnlyMembers()).containsAll(live.shape(events).readOnlyMembers()).contains("organizationUid");
        assertThat(live.shape(experiences).readOnlyMembers()).doesNotContain("variants", "status");
    }

    @Test
    void ofWhatAnUpdateReplacesAsAWholeNothingEarlierIsKept() {
        assertThat(contract.shape(audiences).wholeMembers()).containsExactly("rules");
        assertThat(live.shape(audiences).wholeMembers()).containsExactly("definition");
    }

    @Test
    void aVersionTellsItsStatus() {
        Versioning versioning = live.shape(experiences).versioning().orElseThrow();

        assertThat(versioning.status(json("{\"status\": \"DRAFT\"}"))).isEqualTo(versioning.draft());
        assertThat(versioning.status(json("{}"))).isEmpty();
    }

    @Test
    void anExperienceTellsWhichVariantsTheContentManagementSystemKnows() {
        Versioning.Sync sync = live.shape(experiences).versioning().orElseThrow().sync();
        JsonNode experience = json("{\"_cms\": {\"syncStatus\": \"SUCCESS\", \"variants\": {\"0\": \"cs_personalize_a_0\"}}}");

        assertThat(sync.status(experience)).isEqualTo(sync.done());
        assertThat(sync.covers(experience, "0")).isTrue();
        assertThat(sync.covers(experience, "1")).isFalse();
        assertThat(sync.status(json("{}"))).isEmpty();
        assertThat(sync.covers(json("{}"), "0")).isFalse();
    }

    @Test
    void aWriteOfAVersionChangesWhatTheServiceDerivesFromIt() {
        assertThat(live.shape(experiences).versioning().orElseThrow().derived()).contains("hasDraft", "latestVersion", "referredAudiences")
                .isSubsetOf(live.shape(experiences).readOnlyMembers());
    }

    @Test
    void whoDeletesADefinitionLosesNothingOfWhatTellsWhoWroteIt() {
        assertThat(live.shape(events).readOnlyMembers()).filteredOn(member -> !Audit.has(member)).containsExactly("uid");
        assertThat(Audit.has("created_at")).isTrue();
        assertThat(Audit.has("description")).isFalse();
    }
}
