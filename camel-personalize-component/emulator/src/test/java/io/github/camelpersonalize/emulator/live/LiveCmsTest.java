// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class LiveCmsTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults().cmsPolls(2));

    private Client client;
    private String phones;
    private String hero;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
        phones = client.post("/audiences", Live.phones()).uid();
    }

    @Test
    void theCmsIsHeardOfAfterSomeReads() {
        activate();

        assertThat(cms().isMissingNode()).isTrue();
        client.get("/experiences");
        JsonNode cms = cms();

        assertThat(cms.path("syncStatus").asText()).isEqualTo("SUCCESS");
        assertThat(cms.path("lastSyncAttemptAt").asText()).isEqualTo("2026-11-02T09:15:00.000Z");
        assertThat(cms.path("variantGroup").asText()).startsWith("cs");
        assertThat(cms.path("variants").fieldNames()).toIterable().containsExactly("0");
        assertThat(cms()).isEqualTo(cms);
    }

    @Test
    void aVariantKeepsItsUidInTheCms() {
        activate();
        cms();
        cms();
        JsonNode before = cms();
        String versions = "/experiences/" + hero + "/versions";
        String second = client.post(versions, Live.version("DRAFT", Live.variant("0", "A", phones), Live.variant("B", phones))).uid();
        client.put(versions + "/" + second, Live.version("ACTIVE", Live.variant("0", "A", phones), Live.variant("1", "B", phones)));

        assertThat(cms()).isEqualTo(before);
        assertThat(cms()).isEqualTo(before);
        JsonNode after = cms();

        assertThat(after.path("variantGroup")).isEqualTo(before.path("variantGroup"));
        assertThat(after.at("/variants/0")).isEqualTo(before.at("/variants/0"));
        assertThat(after.at("/variants/1").asText()).startsWith("cs").isNotEqualTo(after.at("/variants/0").asText());
    }

    @Test
    void aProjectWithoutAStackDoesNotReachTheCms() {
        EMULATOR.emulator().seed("p1", "{\"project\": {\"connectedStackApiKey\": \"\"}}");
        phones = client.post("/audiences", Live.phones()).uid();
        activate();

        for (int i = 0; i < 5; i++) {
            assertThat(cms().isMissingNode()).isTrue();
        }
    }

    @Test
    void theOlderWayToAskForTheVariantGroup() {
        activate();
        String path = "/experiences/" + hero + "/cms-integration/variant-group";

        assertThat(client.get(path).text())
                .isEqualTo(Live.error("emulator.NOT_FOUND", "The CMS has no variant group for the experience " + hero));
        cms();
        assertThat(client.get(path).text()).isEqualTo("{\"variantGroup\":\"" + cms().path("variantGroup").asText() + "\"}");
    }

    private void activate() {
        JsonNode created = client.post("/experiences", Live.segmented("Hero")).json();
        hero = created.path("uid").asText();
        client.put("/experiences/" + hero + "/versions/" + created.path("latestVersion").asText(),
                Live.version("ACTIVE", Live.variant("A", phones)));
    }

    private JsonNode cms() {
        return client.get("/experiences/" + hero).json().path("_cms");
    }
}
