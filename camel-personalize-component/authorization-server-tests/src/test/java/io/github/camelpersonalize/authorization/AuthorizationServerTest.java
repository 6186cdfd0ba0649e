// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.authorization;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelpersonalize.credentials.Credentials.Header;
import io.github.camelpersonalize.credentials.CredentialsException;
import io.github.camelpersonalize.credentials.FileTokenStore;
import io.github.camelpersonalize.credentials.MemoryTokenStore;
import io.github.camelpersonalize.credentials.OAuthCredentials;
import io.github.camelpersonalize.credentials.OAuthSettings;
import io.github.camelpersonalize.credentials.TokenStore;
import io.github.camelpersonalize.time.SystemTime;
import io.github.camelpersonalize.transport.Deadlines;
import io.github.camelpersonalize.transport.HttpTransport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The component's OAuth with an authorization server that is none of ours. */
class AuthorizationServerTest {

    private static final CloseableHttpClient CLIENT = HttpClients.custom().disableRedirectHandling().disableAutomaticRetries().build();
    private static final ScheduledExecutorService DEADLINES = Executors.newSingleThreadScheduledExecutor();
    private static AuthorizationServer server;
    private static Visitor visitor;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = new AuthorizationServer();
        visitor = new Visitor(server);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        CLIENT.close();
        DEADLINES.shutdownNow();
    }

    @Test
    void aMachineGetsATokenThatTheResourceTakes() throws Exception {
        Header header = credentials(machine(AuthorizationServer.secret("machine"), AuthorizationServer.SCOPE)).header();

        assertThat(visitor.status(header)).isEqualTo(200);
    }

    @Test
    void aTokenThatWasRevokedIsReplacedByOneThatTheResourceTakes() throws Exception {
        OAuthCredentials credentials = credentials(machine(AuthorizationServer.secret("machine"), AuthorizationServer.SCOPE));
        Header revoked = credentials.header();
        visitor.revoke("machine", token(revoked));
        assertThat(visitor.status(revoked)).isEqualTo(401);

        assertThat(credentials.refresh(revoked)).isTrue();

        assertThat(visitor.status(credentials.header())).isEqualTo(200);
    }

    @Test
    void aRefreshTokenGetsATokenThatTheResourceTakes() throws Exception {
        Header header = credentials(app(visitor.authorizeApp())).header();

        assertThat(visitor.status(header)).isEqualTo(200);
    }

    @Test
    void aTokenOfAnAppThatWasRevokedIsReplacedByOneThatTheResourceTakes() throws Exception {
        OAuthCredentials credentials = credentials(app(visitor.authorizeApp()));
        Header revoked = credentials.header();
        visitor.revoke("app", token(revoked));
        assertThat(visitor.status(revoked)).isEqualTo(401);

        assertThat(credentials.refresh(revoked)).isTrue();

        assertThat(visitor.status(credentials.header())).isEqualTo(200);
    }

    @Test
    void eachRefreshTokenIsUsedOnceAndTheNextProcessGoesOnWithTheNewest() throws Exception {
        String first = visitor.authorizeApp();
        for (int process = 0; process < 3; process++) {
            OAuthCredentials credentials = credentials(app(first), new FileTokenStore(folder.toString()));
            Header header = credentials.header();
            assertThat(visitor.status(header)).isEqualTo(200);
            assertThat(credentials.refresh(header)).isTrue();
            assertThat(visitor.status(credentials.header())).isEqualTo(200);
        }

        assertThat(visitor.use(first).body()).contains("invalid_grant");
    }

    @Test
    void twoHundredThreadsSpendOneRefreshToken() throws Exception {
        OAuthCredentials credentials = credentials(app(visitor.authorizeApp()));
        Header first = credentials.header();
        visitor.revoke("app", token(first));

        assertThat(atOnce(200, () -> credentials.refresh(first))).containsOnly(true);

        assertThat(atOnce(200, credentials::header)).containsOnly(credentials.header());
        assertThat(visitor.status(credentials.header())).isEqualTo(200);
    }

    @Test
    void aWrongSecretIsToldSo() {
        assertThat(failure(machine("canary-wrong-secret", AuthorizationServer.SCOPE)))
                .hasMessage("the authorization server " + host() + " refused the client_credentials grant with 401 invalid_client;"
                        + " check clientId and clientSecret")
                .matches(e -> !e.isTransient());
    }

    @Test
    void aRefreshTokenThatIsSpentIsToldSo() throws Exception {
        String first = visitor.authorizeApp();
        visitor.use(first);

        assertThat(failure(app(first))).hasMessage("the authorization server " + host() + " refused the refresh_token grant with 400"
                + " invalid_grant; the refresh token has expired, was revoked or used before: have the app authorized again and set refreshToken")
                .matches(e -> !e.isTransient());
    }

    @Test
    void aRefreshTokenThatWasRevokedIsToldSo() throws Exception {
        String first = visitor.authorizeApp();
        visitor.revoke("app", first);

        assertThat(failure(app(first))).hasMessageContaining("400 invalid_grant; the refresh token has expired, was revoked");
    }

    @Test
    void aScopeThatTheClientMayNotHaveIsToldSo() {
        assertThat(failure(machine(AuthorizationServer.secret("machine"), "everything"))).hasMessageContaining("400 invalid_scope")
                .hasMessageEndingWith("; check scope");
    }

    @Test
    void aGrantThatTheClientMayNotUseIsToldSo() {
        assertThat(failure(new OAuthSettings(server.url("/oauth2/token"), "app", AuthorizationServer.secret("app"), null, null)))
                .hasMessageContaining("400 unauthorized_client").hasMessageContaining("allow this grant in the app's settings");
    }

    @Test
    void aTokenUrlThatIsWrongIsToldSo() {
        assertThat(failure(new OAuthSettings(server.url("/token"), "machine", AuthorizationServer.secret("machine"), null, null)))
                .hasMessage("the authorization server " + host() + " responded with 401 without an OAuth error code; check tokenUrl");
    }

    private static OAuthSettings machine(String secret, String scope) {
        return new OAuthSettings(server.url("/oauth2/token"), "machine", secret, null, scope);
    }

    private static OAuthSettings app(String refreshToken) {
        return new OAuthSettings(server.url("/oauth2/token"), "app", AuthorizationServer.secret("app"), refreshToken, null);
    }

    private static OAuthCredentials credentials(OAuthSettings settings) {
        return credentials(settings, new MemoryTokenStore());
    }

    private static OAuthCredentials credentials(OAuthSettings settings, TokenStore store) {
        return new OAuthCredentials(settings, store, new HttpTransport(CLIENT, new Deadlines(DEADLINES)), Duration.ofSeconds(30),
                new SystemTime(),
                new Random(1));
    }

    private static CredentialsException failure(OAuthSettings settings) {
        return catchThrowableOfType(CredentialsException.class, credentials(settings)::header);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> call) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(Collections.nCopies(threads, call))) {
                results.add(result.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static String token(Header header) {
        return header.value().substring("Bearer ".length());
    }

    private static String host() {
        return server.url("/").getAuthority();
    }
}
