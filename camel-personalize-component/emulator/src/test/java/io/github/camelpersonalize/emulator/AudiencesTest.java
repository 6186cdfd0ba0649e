// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class AudiencesTest {

    private static final String ADULTS = """
            {"name": "Adults", "description": "18 and over", "rules": {"all": [{"attribute": "age", "at_least": 18}]}}""";

    private Client client;
    private PersonalizeEmulator emulator;

    @BeforeEach
    void connect(PersonalizeEmulator running) {
        emulator = running;
        client = new Client(running);
    }

    @Test
    void anAudienceIsCreatedListedReplacedAndDeleted() {
        Client.Answer created = client.post("/audiences", ADULTS);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("rules").toString()).isEqualTo("{\"all\":[{\"attribute\":\"age\",\"at_least\":18}]}");
        assertThat(client.get("/audiences").text()).isEqualTo("{\"data\":[" + created.text() + "]}");

        Client.Answer updated = client.put("/audiences/" + created.uid(), """
                {"name": "Grown-ups"}""");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().fieldNames()).toIterable().containsExactly("uid", "name", "created_at");

        assertThat(client.delete("/audiences/" + created.uid()).status()).isEqualTo(200);
        assertThat(client.get("/audiences").text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void allThatIsWrongWithABodyIsSaidAtOnce() {
        Client.Answer refused = client.post("/audiences", """
                {"description": 1, "rules": "age > 18"}""");

        assertThat(refused.text()).isEqualTo(
                """
                        {"message":"The audience is refused: name is required; description must be a string; rules must be an object.","status":400}""");
    }

    @Test
    void aNameCanBeTakenOnce() {
        client.post("/audiences", ADULTS);
        String other = client.post("/audiences", """
                {"name": "adults"}""").uid();
        String message = """
                {"message":"The audience is refused: an audience with the name 'Adults' exists already.","status":400}""";

        assertThat(client.post("/audiences", ADULTS).text()).isEqualTo(message);
        assertThat(client.put("/audiences/" + other, ADULTS).text()).isEqualTo(message);
    }

    @Test
    void anUnknownUidIsNotFound() {
        String message = """
                {"message":"There is no audience with the uid 'nope'.","status":404}""";
        assertThat(client.put("/audiences/nope", ADULTS).text()).isEqualTo(message);
        assertThat(client.delete("/audiences/nope").text()).isEqualTo(message);
    }

    @Test
    void anAudienceOfAnActiveExperienceStays() {
        String uid = client.post("/audiences", ADULTS).uid();
        experience("Hero", uid);
        experience("Footer", uid);
        emulator.project("p1").setStatus("Hero", "ACTIVE");
        emulator.project("p1").setStatus("Footer", "ACTIVE");

        assertThat(client.delete("/audiences/" + uid).text()).isEqualTo("""
                {"message":"The audience 'Adults' is used by active experiences: 'Hero', 'Footer'.","status":400}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "INACTIVE", "ENDED"})
    void anAudienceOfAnyOtherExperienceMayGo(String status) {
        String uid = client.post("/audiences", ADULTS).uid();
        experience("Hero", uid);
        emulator.project("p1").setStatus("Hero", status);

        assertThat(client.delete("/audiences/" + uid).status()).isEqualTo(200);
    }

    private void experience(String name, String audience) {
        client.post("/experiences", """
                {"name": "%s", "type": "SEGMENTED", "variants": [{"name": "A"}, {"name": "B", "audience_uid": "%s"}]}""".formatted(name,
                audience));
    }
}
