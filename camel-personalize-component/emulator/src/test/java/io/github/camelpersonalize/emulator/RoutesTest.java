// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class RoutesTest {

    private Client client;

    @BeforeEach
    void connect(PersonalizeEmulator emulator) {
        client = new Client(emulator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/attributes/", "/attributes/a/b", "/Attributes", "/experiences/a/versions", "/geolocation",
            "/projects",
            "/v1/attributes"})
    void anUnknownPathIsNotFound(String path) {
        assertThat(client.get(path).text()).isEqualTo("{\"message\":\"There is nothing at " + path + ".\",\"status\":404}");
    }

    @Test
    void aMethodThatAPathDoesNotKnowIsSaidWithThoseItKnows() {
        Client.Answer answer = client.get("/attributes/abc");

        assertThat(answer.text()).isEqualTo("""
                {"message":"GET is not possible at /attributes/{id}; possible: DELETE, PUT.","status":405}""");
        assertThat(answer.response().headers().firstValue("Allow")).hasValue("DELETE, PUT");
        assertThat(client.send(client.request("/attributes").method("PATCH", BodyPublishers.ofString("{}"))).status()).isEqualTo(405);
    }

    @Test
    void aUidIsOneDecodedSegment(PersonalizeEmulator emulator) {
        emulator.seed("p1", "{\"attributes\": [{\"uid\": \"a b+c\", \"key\": \"k\"}]}");

        assertThat(client.delete("/attributes/a%20b+c").status()).isEqualTo(200);
    }

    @Test
    void aQueryDoesNotMatter() {
        assertThat(client.get("/attributes?all=true").status()).isEqualTo(200);
    }

    @Test
    void answersSayThatTheyAreJson() {
        assertThat(client.get("/attributes").response().headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(client.get("/nothing").response().headers().firstValue("Content-Type")).hasValue("application/json");
    }
}
