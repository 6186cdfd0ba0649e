// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.net.http.HttpRequest.BodyPublishers;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions of the live personality open with their versions and can be written back as they are, with members checked. */
class LiveLookInTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults().strictMembers(true));

    private Client client;
    private String audience;
    private String hero;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
        audience = client.post("/audiences", Live.phones()).uid();
        hero = client.post("/experiences", Live.segmented("Hero")).uid();
        String draft = client.get("/experiences/" + hero).json().path("latestVersion").asText();
        client.put("/experiences/" + hero + "/versions/" + draft, Live.version("DRAFT", Live.variant("A", audience)));
    }

    @Test
    void anExperienceOpensWithItsVersions() {
        JsonNode opened = admin("GET", "experiences/" + hero, "").json();

        assertThat(opened.path("versions")).hasSize(1);
        assertThat(opened.at("/versions/0/status").asText()).isEqualTo("DRAFT");
        assertThat(opened.at("/versions/0/number").asInt()).isEqualTo(1);
        assertThat(opened.path("statuses")).extracting(JsonNode::asText).containsExactly("DRAFT", "ACTIVE", "PAUSED", "ARCHIVED");
    }

    @Test
    void aReferenceInAVersionCounts() {
        assertThat(admin("GET", "audiences/" + audience, "").json().path("usedBy").toString())
                .isEqualTo("[{\"kind\":\"experiences\",\"uid\":\""
                        + hero + "\",\"name\":\"Hero\",\"at\":\"version 1: variants/0/audiences/0\"}]");
    }

    @Test
    void whatIsOfferedForEditingIsAcceptedUnchanged() {
        for (String path : new String[]{"audiences/" + audience, "experiences/" + hero}) {
            assertThat(admin("PUT", path, admin("GET", path, "").json().path("editable").asText()).text()).contains("\"uid\"");
        }
        JsonNode version = admin("GET", "experiences/" + hero, "").json().at("/versions/0");
        String path = "experiences/" + hero + "/versions/" + version.path("uid").asText();
        String paused = version.path("editable").asText().replace("\"DRAFT\"", "\"ACTIVE\"");

        assertThat(admin("PUT", path, paused).text()).contains("\"status\":\"ACTIVE\"");
        assertThat(admin("DELETE", path, "").status()).isEqualTo(400);
    }

    private Client.Answer admin(String method, String path, String body) {
        return client.send(client.bare("/emulator/projects/p1/" + path).method(method, BodyPublishers.ofString(body)));
    }
}
