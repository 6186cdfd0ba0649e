// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class ExperiencesTest {

    private static final String SPLIT = """
            {"name": "Split", "type": "AB_TEST", "variants": [
              {"uid": "left", "name": "Left", "traffic_percentage": 33.333333333333333333},
              {"name": "Right", "traffic_percentage": 66.67}]}""";

    private Client client;
    private PersonalizeEmulator emulator;

    @BeforeEach
    void connect(PersonalizeEmulator running) {
        emulator = running;
        client = new Client(running);
    }

    @Test
    void aNewExperienceIsADraftAndItsVariantsHaveUids() {
        Client.Answer created = client.post("/experiences", SPLIT);

        assertThat(created.status()).isEqualTo(201);
        String right = created.json().at("/variants/1/uid").asText();
        assertThat(right).matches("[0-9a-f]{24}");
        assertThat(created.text()).isEqualTo("""
                {"uid":"%s","name":"Split","type":"AB_TEST","variants":[\
                {"uid":"left","name":"Left","traffic_percentage":33.333333333333333333},\
                {"name":"Right","traffic_percentage":66.67,"uid":"%s"}],\
                "status":"DRAFT","created_at":"%s"}""".formatted(created.uid(), right, created.json().path("created_at").asText()));
    }

    @Test
    void anExperienceIsReadAloneAndInTheList() {
        Client.Answer created = client.post("/experiences", SPLIT);

        assertThat(client.get("/experiences/" + created.uid()).text()).isEqualTo(created.text());
        assertThat(client.get("/experiences").text()).isEqualTo("{\"data\":[" + created.text() + "]}");
    }

    @Test
    void anUpdateReplacesAllButUidTimeAndStatus() {
        Client.Answer created = client.post("/experiences", SPLIT);
        emulator.project("p1").setStatus("Split", "ACTIVE");

        Client.Answer updated = client.put("/experiences/" + created.uid(), """
                {"name": "Split 2", "type": "AB_TEST", "status": "ENDED", "uid": "mine", "created_at": "never"}""");

        assertThat(updated.text()).isEqualTo("""
                {"uid":"%s","name":"Split 2","type":"AB_TEST","status":"ACTIVE","created_at":"%s"}""".formatted(created.uid(),
                created.json().path("created_at").asText()));
    }

    @Test
    void aStatusInTheBodyOfANewExperienceIsPassedOver() {
        assertThat(client.post("/experiences", """
                {"name": "Eager", "type": "AB_TEST", "status": "ACTIVE"}""").json().path("status").asText()).isEqualTo("DRAFT");
    }

    @Test
    void allThatIsWrongWithABodyIsSaidAtOnce() {
        Client.Answer refused = client.post("/experiences", """
                {"type": "MAGIC", "variants": [7, {"uid": 1, "name": 2, "audience_uid": 3, "traffic_percentage": "half"},
                  {"traffic_percentage": -0.1}, {"traffic_percentage": 100.00000000000000001}, {"traffic_percentage": 100.0}]}""");

        assertThat(refused.text()).isEqualTo("""
                {"message":"The experience is refused: name is required; type must be one of SEGMENTED, AB_TEST; \
                variants[0] must be an object; variants[1].uid must be a string; variants[1].name must be a string; \
                variants[1].audience_uid must be a string; variants[1].traffic_percentage must be a number; \
                variants[2].traffic_percentage must be between 0 and 100; variants[3].traffic_percentage must be between 0 and 100.",\
                "status":400}""");
        assertThat(client.post("/experiences", """
                {"name": "X", "type": "AB_TEST", "variants": {}}""").message())
                .isEqualTo("The experience is refused: variants must be an array.");
    }

    @Test
    void aNameCanBeTakenOnce() {
        client.post("/experiences", SPLIT);

        assertThat(client.post("/experiences", SPLIT).text()).isEqualTo("""
                {"message":"The experience is refused: an experience with the name 'Split' exists already.","status":400}""");
    }

    @Test
    void aSegmentedVariantIsForAnAudienceOfTheProject() {
        String adults = client.post("/audiences", """
                {"name": "Adults"}""").uid();
        String body = """
                {"name": "Hero", "type": "SEGMENTED", "variants": [{"audience_uid": "%s"}, {"audience_uid": "gone"}, {"name": "rest"}]}"""
                .formatted(adults);
        String message = """
                {"message":"The experience is refused: variants[1].audience_uid names no audience of the project: 'gone'.","status":400}""";

        assertThat(client.post("/experiences", body).text()).isEqualTo(message);
        Client.Answer created = client.post("/experiences", body.replace("gone", adults));
        assertThat(created.status()).isEqualTo(201);
        assertThat(client.put("/experiences/" + created.uid(), body).text()).isEqualTo(message);
    }

    @Test
    void anUnknownUidIsNotFound() {
        String message = """
                {"message":"There is no experience with the uid 'nope'.","status":404}""";
        assertThat(client.get("/experiences/nope").text()).isEqualTo(message);
        assertThat(client.put("/experiences/nope", SPLIT).text()).isEqualTo(message);
        assertThat(client.delete("/experiences/nope").text()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "INACTIVE"})
    void anExperienceAtRestMayGo(String status) {
        String uid = client.post("/experiences", SPLIT).uid();
        emulator.project("p1").setStatus("Split", status);

        Client.Answer deleted = client.delete("/experiences/" + uid);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        assertThat(client.get("/experiences/" + uid).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "ENDED"})
    void anyOtherExperienceStays(String status) {
        String uid = client.post("/experiences", SPLIT).uid();
        emulator.project("p1").setStatus("Split", status);

        assertThat(client.delete("/experiences/" + uid).text()).isEqualTo("""
                {"message":"The experience 'Split' is %s; only DRAFT and INACTIVE experiences can be deleted.","status":400}"""
                .formatted(status));
    }
}
