// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class LiveEdgeTest {

    private static final String USER = "x-cs-personalize-user-uid";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private Client client;
    private String hero;
    private String version;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
        String tier = client.post("/attributes", "{\"name\": \"Tier\", \"key\": \"tier\"}").uid();
        String gold = client.post("/audiences", Live.audience("Gold", Live.all(
                Live.rule(Live.custom(tier), "STRING_EQUALS", "{\"__type\": \"StringMatchOptions\", \"value\": \"gold\"}")))).uid();
        JsonNode created = client.post("/experiences", "{\"name\": \"Hero\", \"__type\": \"SEGMENTED\", \"tags\": [\"home\"]}").json();
        hero = created.path("uid").asText();
        version = created.path("latestVersion").asText();
        client.put("/experiences/" + hero + "/versions/" + version, Live.version("ACTIVE", Live.variant("A", gold)));
        client.post("/experiences", Live.segmented("Draft"));
    }

    @Test
    void aVisitorWithoutAUidGetsOne() {
        Client.Answer manifest = client.send(edge("/manifest"));

        assertThat(manifest.text()).isEqualTo("{\"experiences\":[{\"shortUid\":\"0\",\"activeVariantShortUid\":null}]}");
        assertThat(manifest.response().headers().firstValue(USER)).isPresent();
    }

    @Test
    void theValuesOfAVisitorDecideWhatHeSees() {
        Client.Answer set = write("PATCH", "/user-attributes", "{\"tier\": \"gold\", \"orders\": 12}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text()).isEqualTo("User Attributes added successfully");
        assertThat(EMULATOR.emulator().project("p1").userAttributes("v1")).hasToString("{\"tier\":\"gold\",\"orders\":12}");
        assertThat(client.send(edge("/manifest").header(USER, "v1")).text())
                .isEqualTo("{\"experiences\":[{\"shortUid\":\"0\",\"activeVariantShortUid\":\"0\"}]}");
        assertThat(client.send(edge("/manifest").header(USER, "v2")).text()).contains("null");
        assertThat(client.send(edge("/manifest").header(USER, "v2").header("x-live-attributes", "{\"tier\": \"gold\"}")).text())
                .contains("\"activeVariantShortUid\":\"0\"");
        assertThat(client.send(edge("/manifest?tags%5B%5D=other").header(USER, "v1")).text()).isEqualTo("{\"experiences\":[]}");
    }

    @Test
    void valuesThatAreNotSentStay() {
        write("PATCH", "/user-attributes", "{\"tier\": \"gold\"}");
        write("PATCH", "/user-attributes", "{\"vip\": true}");

        assertThat(EMULATOR.emulator().project("p1").userAttributes("v1")).hasToString("{\"tier\":\"gold\",\"vip\":true}");
        assertThat(write("PATCH", "/user-attributes", "{\"tier\": {}}").text())
                .isEqualTo(Live.errors("tier", "emulator.INVALID", "tier must be a string, a number or a boolean"));
    }

    @Test
    void theValuesOfTheSourceWinInAMerge() {
        write("PATCH", "/user-attributes", "{\"tier\": \"gold\"}");
        client.send(edge("/user-attributes").header(USER, "v2").header("Content-Type", "application/json").method("PATCH",
                BodyPublishers.ofString("{\"tier\": \"bronze\", \"vip\": true}")));

        Client.Answer merged = write("POST", "/user-attributes/actions/merge", "{\"sourceUserUid\": \"v1\", \"targetUserUid\": \"v2\"}");

        assertThat(merged.text()).isEqualTo("User Attributes merged successfully");
        assertThat(EMULATOR.emulator().project("p1").userAttributes("v2")).hasToString("{\"tier\":\"gold\",\"vip\":true}");
    }

    @Test
    void anAbTestShowsEveryVisitorTheSameVariantAgain() {
        JsonNode test = client.post("/experiences", "{\"name\": \"Test\", \"__type\": \"AB_TEST\"}").json();
        client.put("/experiences/" + test.path("uid").asText() + "/versions/" + test.path("latestVersion").asText(),
                Live.version("ACTIVE", Live.share("A", 0), Live.share("B", 100)));

        assertThat(client.send(edge("/manifest").header(USER, "v1")).text())
                .contains("{\"shortUid\":\"2\",\"activeVariantShortUid\":\"1\"}");
    }

    @Test
    void whatVisitorsSeeIsSummedUp() {
        Client.Answer noted = write("POST", "/events",
                "[{\"type\": \"IMPRESSION\", \"experienceShortUid\": \"0\", \"variantShortUid\": \"0\"},"
                        + "{\"type\": \"EVENT\", \"eventKey\": \"paid\"}]");

        assertThat(noted.status()).isEqualTo(202);
        assertThat(client.get("/experiences/" + hero + "/analytics/summary?version=" + version).text())
                .isEqualTo("{\"experienceUid\":\"" + hero + "\",\"version\":\"" + version
                        + "\",\"variants\":[{\"shortUid\":\"0\",\"impressions\":1,\"conversions\":0}]}");
    }

    @Test
    void analyticsBeginWithAnActivation() {
        String draft = client.post("/experiences/" + hero + "/versions", Live.version("DRAFT")).uid();
        String path = "/experiences/" + hero + "/analytics/";

        assertThat(client.get(path + "summary?version=" + draft).text())
                .isEqualTo(Live.error("personalize.SUMMARY_NOT_FOUND", "The version " + draft + " was never active"));
        Client.Answer refused = client.get(path + "time-series?version=" + draft);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text())
                .isEqualTo(Live.error("personalize.TIME_SERIES_ANALYTICS_NOT_FOUND", "The version " + draft + " was never active"));
        assertThat(client.get(path + "time-series?version=" + version + "&metric=paid").status()).isEqualTo(200);
    }

    @Test
    void analyticsAreAboutAVersionAndATime() {
        String path = "/experiences/" + hero + "/analytics/summary";

        assertThat(client.get(path).text()).isEqualTo(Live.errors("version", "emulator.REQUIRED", "version is required"));
        assertThat(client.get(path + "?version=1").text())
                .isEqualTo(Live.errors("version", "emulator.NOT_AN_OBJECT_ID", "1 is not a valid ObjectId"));
        assertThat(client.get(path + "?from=today&version=" + version).text())
                .isEqualTo(Live.errors("from", "emulator.INVALID", "from must be a time as in 2026-04-08T00:00:00Z"));
    }

    @Test
    void theVisitorMustBeNamed() {
        Client.Answer refused = client.send(edge("/events").header("Content-Type", "application/json").POST(BodyPublishers.ofString("[]")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo(Live.error("emulator.HEADER_REQUIRED", "The header " + USER + " is required"));
    }

    @Test
    void aProjectThatIsNotThereHasNoManifest() {
        try (PersonalizeEmulator strict = PersonalizeEmulator
                .start(EmulatorOptions.defaults().personality(Personality.LIVE).strictProjects(true))) {
            client = new Client(strict);

            Client.Answer refused = client.send(edge("/manifest"));

            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.json().path("error").asText()).isEqualTo("personalize.MANIFEST.PROJECT_NOT_FOUND");
        }
    }

    private Client.Answer write(String method, String path, String body) {
        return client.send(
                edge(path).header(USER, "v1").header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder edge(String path) {
        return client.bare("/edge" + path).header("x-project-uid", "p1");
    }
}
