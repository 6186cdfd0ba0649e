// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.net.http.HttpRequest;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class DoorTest {

    private static final String INVALID = """
            {"message":"The credentials are not valid.","status":401}""";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension(
            EmulatorOptions.defaults().rateLimit(0).authtokens("t1", "t2").accessTokens("a1", "a2"));

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @Test
    void eachOfTheAuthtokensOpens() {
        assertThat(client.send(events().header("authtoken", "t1")).status()).isEqualTo(200);
        assertThat(client.send(events().header("authtoken", "t2")).status()).isEqualTo(200);
    }

    @Test
    void eachOfTheAccessTokensOpensAsABearerToken() {
        assertThat(client.send(events().header("authorization", "Bearer a1")).status()).isEqualTo(200);
        assertThat(client.send(events().header("Authorization", "bearer a2")).status()).isEqualTo(200);
    }

    @Test
    void noCredentialDoesNotOpen() {
        assertThat(client.send(events()).text()).isEqualTo("""
                {"message":"Credentials are missing: send authtoken, or authorization with a bearer token.","status":401}""");
    }

    @Test
    void aWrongCredentialDoesNotOpen() {
        assertThat(client.send(events().header("authtoken", "wrong")).text()).isEqualTo(INVALID);
        assertThat(client.send(events().header("authtoken", "a1")).text()).isEqualTo(INVALID);
        assertThat(client.send(events().header("authorization", "Bearer t1")).text()).isEqualTo(INVALID);
        assertThat(client.send(events().header("authorization", "Basic a1")).text()).isEqualTo(INVALID);
        assertThat(client.send(events().header("authorization", "a1")).text()).isEqualTo(INVALID);
    }

    @Test
    void twoCredentialsAtOnceDoNotOpen() {
        assertThat(client.send(events().header("authtoken", "t1").header("authorization", "Bearer a1")).text()).isEqualTo("""
                {"message":"Send either authtoken or authorization, not both.","status":401}""");
    }

    @Test
    void tokensCanExpireUntilTheNextReset() {
        EMULATOR.emulator().acceptOnly(Set.of("a3"));
        assertThat(client.send(events().header("authorization", "Bearer a1")).text()).isEqualTo(INVALID);
        assertThat(client.send(events().header("authorization", "Bearer a3")).status()).isEqualTo(200);

        EMULATOR.emulator().reset();
        assertThat(client.send(events().header("authorization", "Bearer a1")).status()).isEqualTo(200);
    }

    @Test
    void theProjectMustBeNamed() {
        String message = """
                {"message":"The header x-project-uid is required.","status":400}""";
        assertThat(client.send(client.bare("/events").header("authtoken", "t1")).text()).isEqualTo(message);
        assertThat(client.send(client.bare("/events").header("authtoken", "t1").header("x-project-uid", " ")).text()).isEqualTo(message);
        assertThat(client.send(client.bare("/geolocation/cities").header("authtoken", "t1")).text()).isEqualTo(message);
    }

    private HttpRequest.Builder events() {
        return client.bare("/events").header("x-project-uid", "p1");
    }
}
