// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class AttributesTest {

    private static final String AGE = """
            {"name": "Age", "key": "age", "data_type": "number"}""";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension(
            EmulatorOptions.defaults().rateLimit(0).clock(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC)));

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @Test
    void aNewAttributeGetsUidAndTimeFromTheService() {
        Client.Answer created = client.post("/attributes", AGE);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.uid()).matches("[0-9a-f]{24}");
        assertThat(created.text()).isEqualTo("""
                {"uid":"%s","name":"Age","key":"age","data_type":"number","created_at":"2026-03-01T12:00:00.000Z"}"""
                .formatted(created.uid()));
    }

    @Test
    void theListIsInTheOrderOfCreation() {
        Client.Answer second = client.post("/attributes", """
                {"name": "Zip", "key": "zip", "data_type": "string"}""");
        Client.Answer third = client.post("/attributes", AGE);

        Client.Answer list = client.get("/attributes");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).isEqualTo("{\"data\":[" + second.text() + "," + third.text() + "]}");
    }

    @Test
    void anUpdateReplacesAllButWhatIsTheServices() {
        String uid = client.post("/attributes", """
                {"name": "Age", "key": "age", "data_type": "number", "note": "goes"}""").uid();

        Client.Answer updated = client.put("/attributes/" + uid, """
                {"uid": "mine", "created_at": "1999", "name": "Years", "key": "years", "data_type": "string"}""");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.text()).isEqualTo("""
                {"uid":"%s","created_at":"2026-03-01T12:00:00.000Z","name":"Years","key":"years","data_type":"string"}""".formatted(uid));
        assertThat(client.get("/attributes").text()).isEqualTo("{\"data\":[" + updated.text() + "]}");
    }

    @Test
    void aDeletedAttributeIsGone() {
        String uid = client.post("/attributes", AGE).uid();

        Client.Answer deleted = client.delete("/attributes/" + uid);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        assertThat(client.get("/attributes").text()).isEqualTo("{\"data\":[]}");
        assertThat(client.post("/attributes", AGE).status()).as("its key is free again").isEqualTo(201);
    }

    @Test
    void allThatIsWrongWithABodyIsSaidAtOnce() {
        assertThat(client.post("/attributes", """
                {"name": 7, "data_type": "int"}""").text()).isEqualTo("""
                {"message":"The attribute is refused: name must be a string; key is required; \
                data_type must be one of string, number, boolean, date.","status":400}""");
        assertThat(client.post("/attributes", """
                {"name": " ", "key": null, "data_type": "date"}""").message())
                .isEqualTo("The attribute is refused: name must not be blank; key must be a string.");
    }

    @Test
    void aKeyCanBeTakenOnce() {
        client.post("/attributes", AGE);

        Client.Answer again = client.post("/attributes", AGE);

        assertThat(again.text()).isEqualTo("""
                {"message":"The attribute is refused: an attribute with the key 'age' exists already.","status":400}""");
        assertThat(EMULATOR.emulator().project("p1").attributes()).hasSize(1);
    }

    @Test
    void keysThatDifferInCaseAreDifferentKeys() {
        client.post("/attributes", AGE);

        assertThat(client.post("/attributes", AGE.replace("\"age\"", "\"Age\"")).status()).isEqualTo(201);
    }

    @Test
    void anUpdateKeepsItsOwnKeyAndCannotTakeAnothers() {
        String uid = client.post("/attributes", AGE).uid();
        client.post("/attributes", AGE.replace("\"age\"", "\"size\""));

        assertThat(client.put("/attributes/" + uid, AGE.replace("Age", "Years")).status()).isEqualTo(200);
        Client.Answer refused = client.put("/attributes/" + uid, AGE.replace("\"age\"", "\"size\""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).isEqualTo("The attribute is refused: an attribute with the key 'size' exists already.");
        assertThat(EMULATOR.emulator().project("p1").attribute("age").path("name").asText()).isEqualTo("Years");
    }

    @Test
    void anUnknownUidIsNotFound() {
        String message = """
                {"message":"There is no attribute with the uid 'nope'.","status":404}""";
        assertThat(client.put("/attributes/nope", AGE).text()).isEqualTo(message);
        assertThat(client.delete("/attributes/nope").text()).isEqualTo(message);
    }

    @Test
    void anAttributeThatRulesMentionByKeyOrUidStays() {
        String uid = client.post("/attributes", AGE).uid();
        client.post("/audiences", """
                {"name": "Adults", "rules": {"and": [{"attribute": "age", "at_least": 18}]}}""");
        String seniors = client.post("/audiences", """
                {"name": "Seniors", "rules": {"any": {"of": ["x", {"ref": "%s"}]}}}""".formatted(uid)).uid();

        Client.Answer refused = client.delete("/attributes/" + uid);

        assertThat(refused.text()).isEqualTo("""
                {"message":"The attribute 'age' is used by the rules of audiences: 'Adults', 'Seniors'.","status":400}""");
        client.delete("/audiences/" + seniors);
        assertThat(client.delete("/attributes/" + uid).message())
                .isEqualTo("The attribute 'age' is used by the rules of audiences: 'Adults'.");
    }

    @Test
    void rulesThatOnlyLookAlikeDoNotHoldAnAttribute() {
        String uid = client.post("/attributes", AGE).uid();
        client.post("/audiences", """
                {"name": "age", "description": "age", "rules": {"age": "ages"}}""");

        assertThat(client.delete("/attributes/" + uid).status()).isEqualTo(200);
    }
}
