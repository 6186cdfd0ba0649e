// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.transport.Deadlines;
import io.github.camelpersonalize.transport.HttpTransport;
import io.github.camelpersonalize.transport.Transport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the tests of this package share: the scripted server, the real transport to it, and time in the test's hands. */
abstract class AtTheTokenServer {

    static final String SECRET = "canary-client-secret";
    static final String REFRESH_TOKEN = "canary-refresh-1";

    final TokenServer server = new TokenServer();
    final VirtualTime time = new VirtualTime();
    final MemoryTokenStore store = new MemoryTokenStore();

    /** No jitter. */
    final RandomGenerator random = () -> 0;

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
    private CloseableHttpClient client;

    @BeforeEach
    void openClient() {
        client = HttpClients.custom().disableRedirectHandling().disableAutomaticRetries().disableCookieManagement()
                .disableContentCompression().build();
    }

    @AfterEach
    void closeAll() throws IOException {
        server.close();
        client.close();
        deadlines.shutdownNow();
    }

    Transport transport() {
        return new HttpTransport(client, new Deadlines(deadlines));
    }

    /** The refresh_token grant. */
    OAuthSettings settings() {
        return new OAuthSettings(server.url(), "app", SECRET, REFRESH_TOKEN, null);
    }

    OAuthCredentials credentials(OAuthSettings settings) {
        return credentials(settings, store);
    }

    OAuthCredentials credentials(OAuthSettings settings, TokenStore store) {
        return credentials(settings, store, Duration.ofSeconds(30));
    }

    OAuthCredentials credentials(OAuthSettings settings, TokenStore store, Duration timeout) {
        return new OAuthCredentials(settings, store, transport(), timeout, time, random);
    }

    OAuthCredentials credentials() {
        return credentials(settings());
    }

    OAuthSettings at(URI tokenUrl) {
        return new OAuthSettings(tokenUrl, "app", SECRET, REFRESH_TOKEN, null);
    }

    static String token(String accessToken) {
        return """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600}""".formatted(accessToken);
    }

    static String token(String accessToken, String refreshToken) {
        return """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600, "refresh_token": "%s"}"""
                .formatted(accessToken, refreshToken);
    }

    static CredentialsException failure(OAuthCredentials credentials) {
        return catchThrowableOfType(CredentialsException.class, credentials::header);
    }
}
