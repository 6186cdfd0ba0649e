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

class LiveExperiencesTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @Test
    void aNewExperienceHasADraftOfItsFirstVersion() {
        client.post("/experiences", Live.segmented("First"));

        Client.Answer created = client.post("/experiences",
                "{\"name\": \"Hero\", \"__type\": \"SEGMENTED\", \"tags\": [\"env:Live\", \"HOME\", \"home\"], \"variants\": []}");

        String version = created.json().path("latestVersion").asText();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text()).isEqualTo("{\"uid\":\"" + created.uid() + "\",\"shortUid\":\"1\",\"name\":\"Hero\",\"description\":\"\","
                + "\"__type\":\"SEGMENTED\",\"tags\":[\"env:live\",\"home\"],\"project\":\"p1\",\"status\":\"DRAFT\",\"hasDraft\":true,"
                + "\"latestVersion\":\"" + version + "\",\"referredAudiences\":[],\"referredLyticsAudiences\":[],\"referredEvents\":[],"
                + "\"priority\":2," + Live.audit());
        assertThat(client.get("/experiences/" + created.uid() + "/versions").text())
                .isEqualTo("[{\"uid\":\"" + version + "\",\"experienceUid\":\"" + created.uid()
                        + "\",\"versionNumber\":1,\"status\":\"DRAFT\","
                        + "\"variants\":[]," + Live.audit() + "]");
    }

    @Test
    void anExperienceIsReadAloneAndInTheList() {
        Client.Answer created = client.post("/experiences", Live.segmented("Hero"));

        assertThat(client.get("/experiences/" + created.uid()).text()).isEqualTo(created.text());
        assertThat(client.get("/experiences").text()).isEqualTo("[" + created.text() + "]");
    }

    @Test
    void anUpdateKeepsVersionsAndPlace() {
        Client.Answer created = client.post("/experiences", Live.segmented("Hero"));

        Client.Answer updated = client.put("/experiences/" + created.uid(),
                "{\"name\": \"Hero 2\", \"__type\": \"SEGMENTED\", \"description\": \"d\", \"tags\": []}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.text()).isEqualTo(
                created.text().replace("\"Hero\",\"description\":\"\"", "\"Hero 2\",\"description\":\"d\""));
    }

    @Test
    void theTypeIsForGood() {
        String uid = client.post("/experiences", Live.segmented("Hero")).uid();

        assertThat(client.put("/experiences/" + uid, "{\"name\": \"Hero\", \"__type\": \"AB_TEST\"}").text())
                .isEqualTo(Live.errors("__type", "emulator.TYPE_IS_FIXED", "__type cannot be changed: it is SEGMENTED"));
        assertThat(client.put("/experiences/" + uid, "{\"name\": \"Hero\"}").text())
                .isEqualTo(Live.errors("__type", "emulator.REQUIRED", "__type is required"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[\"a b\"] | tags[0] must match [A-Za-z0-9_:-]{1,32}",
            "[\"ok\", \"123456789012345678901234567890123\"] | tags[1] must match [A-Za-z0-9_:-]{1,32}",
            "[1] | tags[0] must match [A-Za-z0-9_:-]{1,32}", "\"a\" | tags must be an array",
            "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"] | tags must contain no more than 10 elements"})
    void tagsAreFewShortWords(String tags, String message) {
        assertThat(client.post("/experiences", "{\"name\": \"Hero\", \"__type\": \"SEGMENTED\", \"tags\": " + tags + "}").text())
                .isEqualTo(Live.errors("tags", "emulator.INVALID", message));
    }

    @Test
    void anActiveExperienceCanBeDeletedWithItsVersions() {
        String phones = client.post("/audiences", Live.phones()).uid();
        Client.Answer hero = client.post("/experiences", Live.segmented("Hero"));
        client.put("/experiences/" + hero.uid() + "/versions/" + hero.json().path("latestVersion").asText(),
                Live.version("ACTIVE", Live.variant("A", phones)));

        assertThat(client.delete("/experiences/" + hero.uid()).status()).isEqualTo(204);
        assertThat(client.get("/experiences/" + hero.uid()).text())
                .isEqualTo(Live.error("emulator.NOT_FOUND", "There is no experience with the uid " + hero.uid()));
        assertThat(client.get("/experiences/" + hero.uid() + "/versions").status()).isEqualTo(404);
        assertThat(client.get("/experiences-priority").text()).isEqualTo("{\"priorityOrder\":[]}");
        assertThat(client.delete("/audiences/" + phones).status()).isEqualTo(204);
    }

    @Test
    void theListCanBeFilteredByAudiencesAndEvents() {
        String phones = client.post("/audiences", Live.phones()).uid();
        String paid = client.post("/events", "{\"key\": \"paid\"}").uid();
        Client.Answer hero = client.post("/experiences", Live.segmented("Hero"));
        client.put(draft(hero), Live.version("DRAFT", Live.variant("A", phones)));
        Client.Answer test = client.post("/experiences", "{\"name\": \"Test\", \"__type\": \"AB_TEST\"}");
        client.put(draft(test), "{\"status\": \"DRAFT\", \"variants\": [], \"metrics\": [{\"__type\": \"Secondary\", \"event\": \"" + paid
                + "\"}], \"targeting\": {\"audience\": {\"audiences\": [\"" + phones + "\"], \"audienceCombinationType\": \"AND\"}}}");

        assertThat(names("referredAudiences%5B%5D=" + phones)).isEqualTo("[\"Hero\",\"Test\"]");
        assertThat(names("referredEvents%5B%5D=" + paid)).isEqualTo("[\"Test\"]");
        assertThat(names("referredEvents%5B%5D=" + Live.NOBODY)).isEqualTo("[]");
        assertThat(EMULATOR.emulator().project("p1").experience("Test").path("referredEvents").toString()).isEqualTo("[\"" + paid + "\"]");
    }

    private String names(String query) {
        return client.get("/experiences?" + query).json().findValues("name").toString().replace(", ", ",");
    }

    private static String draft(Client.Answer experience) {
        return "/experiences/" + experience.uid() + "/versions/" + experience.json().path("latestVersion").asText();
    }
}
