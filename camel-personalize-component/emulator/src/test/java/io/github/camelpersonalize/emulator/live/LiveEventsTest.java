// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class LiveEventsTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults().quota(3));

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @Test
    void anEventHasAKeyAndNoName() {
        Client.Answer created = client.post("/events", "{\"key\": \"paid\", \"name\": \"Paid\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text()).isEqualTo(
                "{\"uid\":\"" + created.uid() + "\",\"key\":\"paid\",\"description\":\"\",\"project\":\"p1\"," + Live.audit());
        assertThat(client.get("/events").text()).isEqualTo("[" + created.text() + "]");
    }

    @Test
    void aKeyIsUniqueAndCanChange() {
        String uid = client.post("/events", "{\"key\": \"paid\"}").uid();

        assertThat(client.post("/events", "{\"key\": \"paid\"}").text())
                .isEqualTo(Live.errors("key", "emulator.DUPLICATE", "key is taken by another event: 'paid'"));
        assertThat(client.put("/events/" + uid, "{\"key\": \"bought\"}").json().path("key").asText()).isEqualTo("bought");
    }

    @Test
    void anEventThatIsAMetricStays() {
        String uid = client.post("/events", "{\"key\": \"paid\"}").uid();
        Client.Answer test = client.post("/experiences", "{\"name\": \"Test\", \"__type\": \"AB_TEST\"}");
        String draft = "/experiences/" + test.uid() + "/versions/" + test.json().path("latestVersion").asText();
        client.put(draft,
                "{\"status\": \"DRAFT\", \"variants\": [], \"metrics\": [{\"__type\": \"Primary\", \"event\": \"" + uid + "\"}]}");

        assertThat(client.delete("/events/" + uid).text())
                .isEqualTo(Live.error("emulator.IN_USE", "The event " + uid + " is in use by: Test"));

        client.put(draft, Live.version("DRAFT"));
        assertThat(client.delete("/events/" + uid).status()).isEqualTo(204);
    }

    @Test
    void aProjectHasNoMoreOfAKindThanItsQuota() {
        for (int i = 0; i < 3; i++) {
            assertThat(client.post("/events", "{\"key\": \"e" + i + "\"}").status()).isEqualTo(201);
            assertThat(client.post("/experiences", Live.segmented("X" + i)).status()).isEqualTo(201);
        }

        assertThat(client.post("/events", "{\"key\": \"e3\"}").text())
                .isEqualTo(Live.error("emulator.QUOTA_EXCEEDED", "The project has 3 events already, which is all it may have"));
        assertThat(client.post("/experiences", Live.segmented("X3")).text())
                .isEqualTo(Live.error("emulator.QUOTA_EXCEEDED", "The project has 3 experiences already, which is all it may have"));
    }
}
