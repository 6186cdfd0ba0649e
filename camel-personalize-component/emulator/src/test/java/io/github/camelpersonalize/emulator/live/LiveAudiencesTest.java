// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Collections;

import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiveAudiencesTest {

    private static final String TEXT = "{\"__type\": \"StringMatchOptions\", \"value\": \"gold\"}";
    private static final String NUMBER = "{\"__type\": \"NumberMatchOptions\", \"value\": 10.50}";
    private static final String LYTICS = "{\"uid\":\"0f1e2d3c4b5a69788796a5b4c3d2e1f0\",\"name\":\"Churn\",\"slug\":\"churn\",\"source\":\"LYTICS\"}";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private Client client;
    private String tier;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
        EMULATOR.emulator().seed("p1", "{\"lyticsAudiences\": [" + LYTICS + "]}");
        tier = client.post("/attributes", "{\"name\": \"Tier\", \"key\": \"tier\"}").uid();
    }

    @Test
    void anAudienceSaysToWhichCustomAttributesItRefers() {
        String definition = Live.all(Live.rule(Live.preset("COUNTRY"), "STRING_EQUALS", TEXT),
                Live.all(Live.rule(Live.custom(tier), "NUMBER_GREATER_THAN", NUMBER)));

        Client.Answer created = client.post("/audiences", Live.audience("Gold", definition));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text()).isEqualTo("{\"uid\":\"" + created.uid() + "\",\"name\":\"Gold\",\"definition\":"
                + definition.replace("\": ", "\":").replace(", ", ",")
                + ",\"description\":\"\",\"project\":\"p1\",\"referredAttributes\":[\"" + tier
                + "\"]," + Live.audit());
    }

    @Test
    void theListHasTheAudiencesOfLyticsForThoseWhoAsk() {
        String phones = client.post("/audiences", Live.phones()).text();

        assertThat(client.get("/audiences").text()).isEqualTo("[" + phones + "]");
        assertThat(client.get("/audiences?includeLyticsAudiences=false").text()).isEqualTo("[" + phones + "]");
        assertThat(client.get("/audiences?includeLyticsAudiences=true").text()).isEqualTo("[" + phones + "," + LYTICS + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"referredAttributes%5B%5D=", "referredAttributes%5b%5d="})
    void theListCanBeFilteredByAttributes(String parameter) {
        client.post("/audiences", Live.phones());
        String gold = client.post("/audiences", Live.audience("Gold", Live.all(Live.rule(Live.custom(tier), "IS_TRUE", "")))).text();

        assertThat(client.get("/audiences?" + parameter + tier).text()).isEqualTo("[" + gold + "]");
        assertThat(client.get("/audiences?" + parameter + Live.NOBODY + "&" + parameter + tier).text()).isEqualTo("[" + gold + "]");
        assertThat(client.get("/audiences?" + parameter + Live.NOBODY).text()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"STRING_EQUALS | " + TEXT, "CONTAINS_SUBSTRING | " + TEXT,
            "HAS_ANY_VALUE | ``",
            "NUMBER_EQUAL_TO | " + NUMBER, "NUMBER_GREATER_THAN | " + NUMBER, "NUMBER_LESS_THAN | " + NUMBER, "IS_TRUE | ``",
            "IS_FALSE | ``",
            "JSON_MATCH | {\"anything\": 1}", "BEFORE_TIME | ``", "AFTER_TIME | {\"value\": \"now\"}", "BETWEEN_TIME | {}"})
    void aConditionTakesItsOptions(String condition, String options) {
        assertThat(client.post("/audiences", Live.audience("A", Live.all(Live.rule(Live.custom(tier), condition, options)))).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"STRING_EQUALS | ``", "STRING_EQUALS | " + NUMBER,
            "CONTAINS_SUBSTRING | {\"__type\": \"StringMatchOptions\"}", "NUMBER_EQUAL_TO | " + TEXT,
            "NUMBER_LESS_THAN | {\"__type\": \"NumberMatchOptions\", \"value\": \"1\"}", "IS_MEMBER_OF | " + TEXT})
    void aConditionTakesNoOtherOptions(String condition, String options) {
        Client.Answer refused = client.post("/audiences", Live.audience("A", Live.all(Live.rule(Live.custom(tier), condition, options))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo(
                Live.errors("definition", "emulator.INVALID", "valid matchOptions is required for " + condition + " condition"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{} | emulator.INVALID | definition must be a RuleCombination",
            "{\"__type\": \"Rule\"} | emulator.INVALID | definition must be a RuleCombination",
            "{\"__type\": \"RuleCombination\", \"combinationType\": \"XOR\", \"rules\": []} | emulator.INVALID | definition.combinationType must be one of AND, OR",
            "{\"__type\": \"RuleCombination\", \"combinationType\": \"OR\"} | emulator.INVALID | definition.rules must be an array",
            "{\"__type\": \"RuleCombination\", \"combinationType\": \"OR\", \"rules\": [{}]} | emulator.INVALID | definition.rules[0].__type must be one of RuleCombination, Rule"})
    void aNodeThatIsNoneIsRefused(String definition, String code, String message) {
        assertThat(client.post("/audiences", Live.audience("A", definition)).text()).isEqualTo(Live.errors("definition", code, message));
    }

    @Test
    void anAttributeMustBeThere() {
        assertThat(refusedFor(Live.custom(Live.NOBODY))).isEqualTo(
                Live.errors("definition", "emulator.UNKNOWN_REFERENCE", "no attribute has the uid " + Live.NOBODY));
        assertThat(refusedFor(Live.custom("tier")))
                .isEqualTo(Live.errors("definition", "emulator.NOT_AN_OBJECT_ID", "tier is not a valid ObjectId"));
        assertThat(refusedFor(Live.preset("MOOD")))
                .isEqualTo(Live.errors("definition", "emulator.UNKNOWN_REFERENCE", "'MOOD' is no preset attribute"));
        assertThat(refusedFor("{\"__type\": \"LyticsAttributeReference\", \"ref\": \"LYTICS_AUDIENCE\"}")).isEqualTo(
                Live.errors("definition", "emulator.UNKNOWN_REFERENCE", "an attribute of Lytics has no place here: 'LYTICS_AUDIENCE'"));
    }

    @Test
    void fiftyRulesAreThereAtMostHoweverDeep() {
        String rule = Live.rule(Live.custom(tier), "IS_TRUE", "");
        String fifty = Live.all(Live.all(Collections.nCopies(25, rule).toArray(String[]::new)),
                Live.all(Collections.nCopies(25, rule).toArray(String[]::new)));

        assertThat(client.post("/audiences", Live.audience("A", fifty)).status()).isEqualTo(201);
        assertThat(client.post("/audiences", Live.audience("B", Live.all(fifty, rule))).text()).isEqualTo(
                Live.errors("definition", "personalize.AUDIENCES.RULE_COUNT_EXCEEDED", "definition must have no more than 50 rules"));
    }

    @Test
    void twoAudiencesMayHaveOneName() {
        client.post("/audiences", Live.phones());

        assertThat(client.post("/audiences", Live.phones()).status()).isEqualTo(201);
    }

    @Test
    void anAudienceOfLyticsIsNotForUsToChange() {
        String message = Live.error("emulator.NOT_AN_OBJECT_ID", "0f1e2d3c4b5a69788796a5b4c3d2e1f0 is not a valid ObjectId");

        assertThat(client.put("/audiences/0f1e2d3c4b5a69788796a5b4c3d2e1f0", Live.phones()).text()).isEqualTo(message);
        assertThat(client.delete("/audiences/0f1e2d3c4b5a69788796a5b4c3d2e1f0").text()).isEqualTo(message);
    }

    @Test
    void anAudienceStaysWhileAVersionThatIsNotArchivedUsesIt() {
        String phones = client.post("/audiences", Live.phones()).uid();
        String others = client.post("/audiences", Live.phones()).uid();
        Client.Answer hero = client.post("/experiences", Live.segmented("Hero"));
        String versions = "/experiences/" + hero.uid() + "/versions";
        client.put(versions + "/" + hero.json().path("latestVersion").asText(), Live.version("ACTIVE", Live.variant("A", phones)));

        assertThat(client.delete("/audiences/" + phones).text())
                .isEqualTo(Live.error("emulator.IN_USE", "The audience " + phones + " is in use by: Hero"));

        String second = client.post(versions, Live.version("DRAFT", Live.variant("0", "A", others))).uid();
        client.put(versions + "/" + second, Live.version("ACTIVE", Live.variant("0", "A", others)));
        assertThat(client.delete("/audiences/" + phones).status()).isEqualTo(204);
    }

    private String refusedFor(String attribute) {
        return client.post("/audiences", Live.audience("A", Live.all(Live.rule(attribute, "HAS_ANY_VALUE", "")))).text();
    }
}
