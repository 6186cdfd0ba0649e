// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class LiveProjectsTest {

    private static final String SHOP = "{\"name\": \"Shop\", \"description\": \"d\", \"connectedStackApiKey\": \"blt1\"}";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults().organizationUid("blt5"));

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @Test
    void aProjectIsCreatedAndListed() {
        Client.Answer created = write("POST", "/projects", SHOP);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text()).isEqualTo("{\"uid\":\"" + created.uid() + "\",\"name\":\"Shop\",\"description\":\"d\","
                + "\"connectedStackApiKey\":\"blt1\",\"organizationUid\":\"blt5\"," + Live.audit());
        assertThat(client.send(organization("/projects")).text()).isEqualTo("[" + created.text() + "]");
        assertThat(client.send(organization("/projects?connectedStackApiKey=blt1")).text()).isEqualTo("[" + created.text() + "]");
        assertThat(client.send(organization("/projects?connectedStackApiKey=blt2")).text()).isEqualTo("[]");
    }

    @Test
    void aProjectIsChangedAndDeleted() {
        String uid = write("POST", "/projects", SHOP).uid();

        Client.Answer changed = write("PUT", "/projects/" + uid, "{\"name\": \"Store\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("name").asText()).isEqualTo("Store");
        assertThat(client.send(organization("/projects/" + uid).DELETE()).status()).isEqualTo(204);
        assertThat(EMULATOR.emulator().project(uid).exists()).isFalse();
        assertThat(client.send(organization("/projects/" + uid).DELETE()).text())
                .isEqualTo(Live.error("emulator.NOT_FOUND", "There is no project with the uid " + uid));
        assertThat(client.send(organization("/projects/x").DELETE()).text())
                .isEqualTo(Live.error("emulator.NOT_AN_OBJECT_ID", "x is not a valid ObjectId"));
    }

    @Test
    void aNameAndAStackBelongToOneProject() {
        write("POST", "/projects", SHOP);

        assertThat(write("POST", "/projects", "{\"name\": \"Shop\"}").text()).isEqualTo(
                Live.errors("name", "personalize.PROJECTS.DUPLICATE_NAME", "name is taken by another project: 'Shop'"));
        assertThat(write("POST", "/projects", "{\"name\": \"Other\", \"connectedStackApiKey\": \"blt1\"}").text()).isEqualTo(
                Live.errors("connectedStackApiKey", "emulator.DUPLICATE", "connectedStackApiKey is connected to another project: 'blt1'"));
    }

    @Test
    void countsComeForThoseWhoAsk() {
        client.post("/audiences", Live.phones());

        assertThat(client.send(organization("/projects?includeAudienceCount=true&includeActiveExperienceCount=true")).text())
                .contains("\"audienceCount\":1,\"activeExperienceCount\":0");
    }

    @Test
    void theOrganizationMustBeNamed() {
        assertThat(client.get("/projects").text())
                .isEqualTo(Live.error("emulator.HEADER_REQUIRED", "The header organization_uid is required"));

        Client.Answer refused = client.send(client.request("/projects").header("organization_uid", "blt6"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).isEqualTo(Live.error("emulator.FORBIDDEN", "The organization blt6 is another"));
    }

    private Client.Answer write(String method, String path, String body) {
        return client.send(organization(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder organization(String path) {
        return client.bare(path).header("authtoken", EmulatorOptions.AUTHTOKEN).header("organization_uid", "blt5");
    }
}
