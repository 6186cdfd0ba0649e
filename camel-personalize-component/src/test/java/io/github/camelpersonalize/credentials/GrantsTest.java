// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import io.github.camelpersonalize.credentials.Credentials.Header;
import io.github.camelpersonalize.credentials.TokenServer.Asked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrantsTest extends AtTheTokenServer {

    @Test
    void aRefreshTokenIsSentWithTheClientsNameAndSecretInAForm() throws Exception {
        server.then(200, token("a1"));

        Header header = credentials().header();

        assertThat(header).isEqualTo(new Header("authorization", "Bearer a1"));
        assertThat(server.requests()).containsExactly(new Asked("POST", "application/x-www-form-urlencoded", "application/json",
                "grant_type=refresh_token&client_id=app&client_secret=canary-client-secret&refresh_token=canary-refresh-1"));
    }

    @Test
    void aPublicClientHasNoSecret() throws Exception {
        server.then(200, token("a1"));

        credentials(new OAuthSettings(server.url(), "app", null, REFRESH_TOKEN, null)).header();

        assertThat(server.forms()).containsExactly("grant_type=refresh_token&client_id=app&refresh_token=canary-refresh-1");
    }

    @Test
    void withoutARefreshTokenTheClientAsksForItself() throws Exception {
        server.then(200, token("a1"));

        Header header = credentials(new OAuthSettings(server.url(), "app", SECRET, null, "personalize:manage personalize:read")).header();

        assertThat(header).isEqualTo(new Header("authorization", "Bearer a1"));
        assertThat(server.forms()).containsExactly("grant_type=client_credentials&client_id=app&client_secret=canary-client-secret"
                + "&scope=personalize%3Amanage+personalize%3Aread");
    }

    @Test
    void whateverASecretIsMadeOfTheFormKeepsItWhole() throws Exception {
        server.then(200, token("a1"));

        credentials(new OAuthSettings(server.url(), "a&b", "p=%+ ü", "r/1==", null)).header();

        assertThat(server.forms())
                .containsExactly("grant_type=refresh_token&client_id=a%26b&client_secret=p%3D%25%2B+%C3%BC&refresh_token=r%2F1%3D%3D");
    }

    @Test
    void theTypeBearerIsTheSameInAnyCase() throws Exception {
        server.then(200, """
                {"access_token": "a1", "token_type": "bEaReR"}""");

        assertThat(credentials().header().value()).isEqualTo("Bearer a1");
    }

    @Test
    void aRefreshTokenThatComesWithClientCredentialsIsNotUsed() throws Exception {
        server.then(200, token("a1", "r2"));
        server.then(200, token("a2", "r3"));
        OAuthCredentials credentials = credentials(new OAuthSettings(server.url(), "app", SECRET, null, null));

        assertThat(credentials.refresh(credentials.header())).isTrue();

        assertThat(server.forms()).hasSize(2).allMatch(form -> form.startsWith("grant_type=client_credentials&"));
    }
}
