// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A strict service refuses every member that it does not know. */
class StrictMembersTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults().strictMembers(true));

    private Client client;
    private String phones;
    private String draft;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
        phones = client.post("/audiences", Live.phones()).uid();
        JsonNode hero = client.post("/experiences", Live.segmented("Hero")).json();
        draft = "/experiences/" + hero.path("uid").asText() + "/versions/" + hero.path("latestVersion").asText();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "/attributes | {\"name\": \"Age\", \"key\": \"age\", \"data_type\": \"number\"} | data_type",
            "/attributes | {\"name\": \"Age\", \"key\": \"age\", \"__type\": \"CUSTOM\"} | __type",
            "/events | {\"key\": \"paid\", \"name\": \"Paid\"} | name", //
            "/experiences | {\"name\": \"X\", \"__type\": \"SEGMENTED\", \"variants\": []} | variants",
            "/experiences | {\"name\": \"X\", \"__type\": \"SEGMENTED\", \"uid\": \"1\"} | uid"})
    void aDefinitionHasNoOtherMembers(String path, String body, String member) {
        Client.Answer refused = client.post(path, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo(Live.errors(member, "emulator.UNKNOWN_MEMBER", member + " should not exist"));
    }

    @Test
    void aRuleHasNoOtherMembersHoweverDeep() {
        String rule = Live.rule(Live.preset("COUNTRY"), "STRING_EQUALS",
                "{\"__type\": \"StringMatchOptions\", \"value\": \"US\", \"extra\": 1}");

        assertThat(client.post("/audiences", Live.audience("A", Live.all(Live.all(rule)))).text()).isEqualTo(Live.errors("definition",
                "emulator.UNKNOWN_MEMBER", "definition.rules[0].rules[0].attributeMatchOptions.extra should not exist"));
    }

    @Test
    void aConditionWithoutOptionsHasNone() {
        assertThat(client.post("/audiences", Live.audience("A", Live.all(Live.rule(Live.preset("COUNTRY"), "HAS_ANY_VALUE", "{}")))).text())
                .isEqualTo(Live.errors("definition", "emulator.UNKNOWN_MEMBER",
                        "definition.rules[0].attributeMatchOptions should not exist"));
    }

    @Test
    void anAudienceHasRulesInItsDefinitionOnly() {
        String phonesWithRules = Live.phones().replaceFirst("\\{", "{\"rules\": {}, ");

        assertThat(client.post("/audiences", phonesWithRules).text())
                .isEqualTo(Live.errors("rules", "emulator.UNKNOWN_MEMBER", "rules should not exist"));
    }

    @Test
    void aVersionMayRepeatWhatItSaysOfItself() {
        ObjectNode active = (ObjectNode) client.put(draft, Live.version("ACTIVE", Live.variant("A", phones))).json();

        assertThat(client.put(draft, active.put("status", "PAUSED").toString()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"variations", "variationSplit", "name", "_id"})
    void aVersionHasNoOtherMembers(String member) {
        assertThat(client.put(draft, "{\"status\": \"DRAFT\", \"variants\": [], \"" + member + "\": 1}").text())
                .isEqualTo(Live.errors(member, "emulator.UNKNOWN_MEMBER", member + " should not exist"));
    }

    @Test
    void aVariantHasNoOtherMembers() {
        assertThat(client.put(draft, Live.version("DRAFT", Live.variant("A", phones).replaceFirst("\\{", "{\"uid\": 1, "))).text())
                .isEqualTo(Live.errors("variants", "emulator.UNKNOWN_MEMBER", "variants[0].uid should not exist"));
    }
}
