// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PersonalizeEmulatorExtension.class)
class ProjectsTest {

    @Test
    void projectsComeIntoBeingByBeingUsed(PersonalizeEmulator emulator) {
        assertThat(emulator.project("p1").exists()).isFalse();
        assertThat(new Client(emulator).get("/events").text()).isEqualTo("{\"data\":[]}");
        assertThat(emulator.project("p1").exists()).isTrue();
    }

    @Test
    void projectsKeepToThemselves(PersonalizeEmulator emulator) {
        Client client = new Client(emulator);
        String event = """
                {"name": "Purchase", "key": "purchase"}""";
        client.post("/events", event);

        Client.Answer inOther = client.send(client.bare("/events").header("authtoken", emulator.authtoken()).header("x-project-uid", "p2")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(event)));

        assertThat(inOther.status()).isEqualTo(201);
        assertThat(emulator.project("p1").events()).hasSize(1);
        assertThat(emulator.project("p2").event("purchase").path("uid").asText()).isEqualTo(inOther.uid());
    }

    @Test
    void aStrictOrganisationKnowsOnlySeededProjects() {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().strictProjects(true))) {
            Client client = new Client(emulator);
            assertThat(client.get("/events").text()).isEqualTo("""
                    {"message":"There is no project with the uid 'p1'.","status":404}""");
            emulator.seed("p1", "{}");
            assertThat(client.get("/events").text()).isEqualTo("{\"data\":[]}");
        }
    }

    @Test
    void aSeedIsCompletedWhereItIsSilent(PersonalizeEmulator emulator) {
        ProjectView project = emulator.seed("p1",
                """
                        {"attributes": [{"uid": "a1", "name": "Age", "key": "age", "data_type": "number", "created_at": "2020-01-01T00:00:00.000Z"}],
                         "experiences": [{"uid": "e1", "name": "Hero", "type": "SEGMENTED", "status": "ACTIVE"}, {"uid": "e2", "name": "Foot", "variants": [{}]}],
                         "priority": ["e2", "e1"]}""");

        assertThat(project.attribute("age").toString()).isEqualTo("""
                {"uid":"a1","name":"Age","key":"age","data_type":"number","created_at":"2020-01-01T00:00:00.000Z"}""");
        assertThat(project.experience("Hero").path("status").asText()).isEqualTo("ACTIVE");
        assertThat(project.experience("Foot").path("status").asText()).isEqualTo("DRAFT");
        assertThat(project.experience("Foot").at("/variants/0/uid").asText()).matches("[0-9a-f]{24}");
        assertThat(project.priority()).containsExactly("e2", "e1");
        assertThat(new Client(emulator).get("/experiences/e1").json()).isEqualTo(project.experience("Hero"));
    }

    @Test
    void aSeedMayHoldTwoOfOneName(PersonalizeEmulator emulator) {
        emulator.seed("p1", """
                {"audiences": [{"uid": "a1", "name": "Adults"}, {"uid": "a2", "name": "Adults"}]}""");
        Client client = new Client(emulator);

        assertThat(client.get("/audiences").json().path("data")).hasSize(2);
        assertThat(client.put("/audiences/a1", "{\"name\": \"Adults\"}").message())
                .isEqualTo("The audience is refused: an audience with the name 'Adults' exists already.");
        client.delete("/audiences/a2");
        assertThat(client.put("/audiences/a1", "{\"name\": \"Adults\"}").status()).isEqualTo(200);
    }

    @Test
    void aSeedThatMakesNoSenseIsRefusedAndChangesNothing(PersonalizeEmulator emulator) {
        emulator.seed("p1", "{\"events\": [{\"uid\": \"e\", \"key\": \"k\"}]}");

        assertThatThrownBy(() -> emulator.seed("p1", """
                {"attributes": {}, "events": [1, {"uid": "e"}, {"uid": "e"}], "priority": ["x"]}""")).hasMessage(
                """
                        {"message":"The project is refused: attributes must be an array; events[0] must be an object; events[2].uid is repeated: e; \
                        priority has unknown experiences x.","status":400}""");
        assertThat(emulator.project("p1").event("k").path("uid").asText()).isEqualTo("e");
    }

    @Test
    void whatIsNotThereIsSaidByName(PersonalizeEmulator emulator) {
        assertThatThrownBy(() -> emulator.project("p1").attribute("age")).hasMessage("Project p1 has no attribute age");
        assertThatThrownBy(() -> emulator.project("p1").document()).hasMessage("There is no project p1");
        assertThat(emulator.project("p1").attributes()).isEmpty();
    }
}
