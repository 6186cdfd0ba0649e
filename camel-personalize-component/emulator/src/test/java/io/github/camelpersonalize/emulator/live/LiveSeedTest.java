// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import io.github.camelpersonalize.emulator.ProjectView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LiveSeedTest {

    private static final String WHOLE = """
            {"attributes": [{"uid": "6710a1b2c3d4e5f601020304", "name": "Tier", "key": "tier"}, {"uid": "CITY", "__type": "PRESET"}],
             "audiences": [{"uid": "6710a1b2c3d4e5f601020305", "name": "Gold", "definition":
                {"__type": "RuleCombination", "combinationType": "AND", "rules": [{"__type": "Rule",
                  "attribute": {"__type": "CustomAttributeReference", "ref": "6710a1b2c3d4e5f601020304"}, "attributeMatchCondition": "IS_TRUE"}]}},
               {"uid": "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "name": "Churn", "source": "LYTICS"}],
             "lyticsAudiences": [{"uid": "0f1e2d3c4b5a69788796a5b4c3d2e1f1", "name": "New", "slug": "new"}],
             "events": [{"key": "paid"}],
             "experiences": [
               {"name": "Hero", "__type": "SEGMENTED", "shortUid": "7", "versions": [
                 {"status": "ARCHIVED", "variants": [{"__type": "SegmentedVariant", "name": "A", "shortUid": "4"}]},
                 {"status": "ACTIVE", "variants": [{"__type": "SegmentedVariant", "name": "A", "shortUid": "4",
                   "audiences": ["6710a1b2c3d4e5f601020305"]}]}]},
               {"uid": "6710a1b2c3d4e5f601020309", "name": "Old", "__type": "AB_TEST", "status": "PAUSED"}]}""";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private PersonalizeEmulator emulator;
    private Client client;

    @BeforeEach
    void connect() {
        emulator = EMULATOR.emulator();
        client = new Client(emulator);
    }

    @Test
    void whatASeedDoesNotSayFollowsOrIsMadeUp() {
        ProjectView project = emulator.seed("p1", WHOLE);

        assertThat(project.attributes()).hasSize(1);
        assertThat(project.attribute("tier").path("__type").asText()).isEqualTo("CUSTOM");
        assertThat(project.audience("Gold").path("referredAttributes").toString()).isEqualTo("[\"6710a1b2c3d4e5f601020304\"]");
        assertThat(project.lyticsAudiences())
                .extracting(audience -> audience.path("name").asText() + " " + audience.path("source").asText())
                .containsExactly("Churn LYTICS", "New LYTICS");
        assertThat(project.event("paid").path("uid").asText()).matches("[0-9a-f]{24}");
        JsonNode hero = project.experience("Hero");
        assertThat(hero.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(hero.path("referredAudiences").toString()).isEqualTo("[\"6710a1b2c3d4e5f601020305\"]");
        assertThat(project.latestVersion("Hero").path("versionNumber").asInt()).isEqualTo(2);
        assertThat(project.experience("Old").path("status").asText()).isEqualTo("PAUSED");
        assertThat(project.experience("Old").path("shortUid").asText()).isEqualTo("8");
        assertThat(project.priority()).containsExactly(hero.path("uid").asText(), "6710a1b2c3d4e5f601020309");
    }

    @Test
    void shortUidsGoOnWhereTheSeedEnds() {
        ProjectView project = emulator.seed("p1", WHOLE);
        String versions = "/experiences/" + project.experience("Hero").path("uid").asText() + "/versions";

        Client.Answer draft = client.post(versions, Live.version("DRAFT", Live.variant("B", "6710a1b2c3d4e5f601020305")));

        assertThat(draft.json().at("/variants/0/shortUid").asText()).isEqualTo("5");
        assertThat(client.post("/experiences", Live.segmented("New")).json().path("shortUid").asText()).isEqualTo("9");
    }

    @Test
    void whatIsShownCanSeedAnotherProject() {
        JsonNode shown = emulator.seed("p1", WHOLE).document();

        JsonNode again = emulator.seed("p1", shown.toString()).document();

        assertThat(again).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"events\": [{\"uid\": \"e1\"}]} | the uid of the event must have 24 hexadecimal digits: 'e1'",
            "{\"events\": 1} | events must be an array", "{\"events\": [1]} | events[0] must be an object",
            "{\"events\": [{\"uid\": \"6710a1b2c3d4e5f601020304\"}, {\"uid\": \"6710a1b2c3d4e5f601020304\"}]} | the uid 6710a1b2c3d4e5f601020304 is repeated",
            "{\"lyticsAudiences\": [{\"uid\": \"l1\"}]} | the uid of an audience of Lytics must have 32 hexadecimal digits: 'l1'",
            "{\"experiences\": [{\"name\": \"X\", \"versions\": [{\"status\": \"ENDED\"}]}]} | the status of a version of the experience 'X' must be one of DRAFT, ACTIVE, PAUSED, ARCHIVED, not 'ENDED'",
            "{\"experiences\": [{\"name\": \"X\"}], \"priority\": []} | priority must name all experiences"})
    void aSeedThatNoRequestCouldUseIsRefused(String seed, String message) {
        assertThatThrownBy(() -> emulator.seed("p1", seed)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The project is refused: " + message + ".");
        assertThat(emulator.project("p1").exists()).isFalse();
    }

    @Test
    void theNewestVersionIsMovedFromOutside() {
        ProjectView project = emulator.seed("p1", WHOLE);

        project.setStatus("Old", "ACTIVE");

        assertThat(project.latestVersion("Old").path("status").asText()).isEqualTo("ACTIVE");
        assertThat(project.experience("Old").path("activatedAt").asText()).isEqualTo("2026-11-02T09:15:00.000Z");
        assertThatThrownBy(() -> project.setStatus("Old", "ENDED")).hasMessage("There is no status ENDED");
    }
}
