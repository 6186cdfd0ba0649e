// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiveAttributesTest {

    private static final String TIER = "{\"name\": \"Tier\", \"key\": \"tier\", \"description\": \"bronze or gold\"}";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @Test
    void aNewAttributeIsCustomAndSaysWhoMadeIt() {
        Client.Answer created = client.post("/attributes", TIER);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.uid()).matches("[0-9a-f]{24}");
        assertThat(created.text()).isEqualTo("{\"uid\":\"" + created.uid() + "\",\"name\":\"Tier\",\"key\":\"tier\","
                + "\"description\":\"bronze or gold\",\"project\":\"p1\",\"__type\":\"CUSTOM\"," + Live.audit());
    }

    @Test
    void theListIsABareArrayWithThePresetsAtItsEnd() {
        String created = client.post("/attributes", TIER).text();

        Client.Answer list = client.get("/attributes");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).startsWith("[" + created + ",{\"uid\":\"DEVICE_TYPE\",\"__type\":\"PRESET\",\"name\":\"Device Type\","
                + "\"description\":\"The sort of device: phone, tablet or desktop.\"},");
        assertThat(list.json()).extracting(attribute -> attribute.path("uid").asText()).endsWith("DEVICE_TYPE", "OPERATING_SYSTEM",
                "QUERY_PARAMETERS", "REFERRER", "COUNTRY", "REGION", "CITY", "DATE_AND_TIME");
    }

    @Test
    void anUpdateReplacesNameKeyAndDescription() {
        String uid = client.post("/attributes", TIER).uid();

        Client.Answer updated = client.put("/attributes/" + uid, "{\"name\": \"Level\", \"key\": \"level\"}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.text()).isEqualTo("{\"uid\":\"" + uid + "\",\"name\":\"Level\",\"key\":\"level\",\"description\":\"\","
                + "\"project\":\"p1\",\"__type\":\"CUSTOM\"," + Live.audit());
        assertThat(EMULATOR.emulator().project("p1").attributes()).hasToString("[" + updated.text() + "]");
    }

    @Test
    void aDeletionHasNoBody() {
        String uid = client.post("/attributes", TIER).uid();

        Client.Answer deleted = client.delete("/attributes/" + uid);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(client.delete("/attributes/" + uid).text())
                .isEqualTo(Live.error("emulator.NOT_FOUND", "There is no attribute with the uid " + uid));
    }

    @Test
    void anAttributeThatAnAudienceRefersToStays() {
        String uid = client.post("/attributes", TIER).uid();
        client.post("/audiences", Live.audience("Gold", Live.all(Live.rule(Live.custom(uid), "HAS_ANY_VALUE", ""))));

        Client.Answer refused = client.delete("/attributes/" + uid);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo(Live.error("emulator.IN_USE", "The attribute " + uid + " is in use by: Gold"));
    }

    @Test
    void aNameIsUniqueAndAKeyIsNot() {
        client.post("/attributes", TIER);

        assertThat(client.post("/attributes", "{\"name\": \"Tier\", \"key\": \"other\"}").text())
                .isEqualTo(Live.errors("name", "emulator.DUPLICATE", "name is taken by another attribute: 'Tier'"));
        assertThat(client.post("/attributes", "{\"name\": \"Other\", \"key\": \"tier\"}").status()).isEqualTo(201);
    }

    @Test
    void anAttributeKeepsItsOwnName() {
        String uid = client.post("/attributes", TIER).uid();

        assertThat(client.put("/attributes/" + uid, TIER).status()).isEqualTo(200);
    }

    @Test
    void aMemberThatIsNotKnownIsIgnored() {
        client.post("/attributes", "{\"name\": \"Age\", \"key\": \"age\", \"data_type\": \"number\"}");

        assertThat(EMULATOR.emulator().project("p1").attribute("age").has("data_type")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"key\": \"k\"} | name | emulator.REQUIRED | name is required",
            "{\"name\": null, \"key\": \"k\"} | name | emulator.REQUIRED | name is required",
            "{\"name\": \" \", \"key\": \"k\"} | name | emulator.REQUIRED | name should not be empty",
            "{\"name\": \"n\"} | key | emulator.REQUIRED | key is required",
            "{\"name\": \"n\", \"key\": 1} | key | emulator.INVALID | key must be a string",
            "{\"name\": \"n\", \"key\": \"k\", \"description\": []} | description | emulator.INVALID | description must be a string"})
    void whatIsWrongWithABodyStandsAtItsMember(String body, String member, String code, String message) {
        Client.Answer refused = client.post("/attributes", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo(Live.errors(member, code, message));
    }

    @Test
    void aNameHas200CharactersAtMost() {
        assertThat(client.post("/attributes", "{\"name\": \"" + "n".repeat(200) + "\", \"key\": \"k\"}").status()).isEqualTo(201);
        assertThat(client.post("/attributes", "{\"name\": \"" + "n".repeat(201) + "\", \"key\": \"k\"}").text())
                .isEqualTo(Live.errors("name", "emulator.INVALID", "name must be shorter than or equal to 200 characters"));
    }

    @Test
    void aPresetHasNoUidThatAPathCouldName() {
        assertThat(client.delete("/attributes/DEVICE_TYPE").text())
                .isEqualTo(Live.error("emulator.NOT_AN_OBJECT_ID", "DEVICE_TYPE is not a valid ObjectId"));
        assertThat(client.put("/attributes/DEVICE_TYPE", TIER).status()).isEqualTo(400);
    }
}
