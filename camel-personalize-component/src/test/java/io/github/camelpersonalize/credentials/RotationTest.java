// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The authorization server replaces the refresh token at each use: the newest must never be lost. */
class RotationTest extends AtTheTokenServer {

    /** A store whose disk is full, or cannot be read, when a test says so, and that writes down what it is asked to save. */
    private static final class Disk implements TokenStore {

        private final MemoryTokenStore content = new MemoryTokenStore();
        private final List<String> saved = new ArrayList<>();
        private boolean isFull;
        private boolean isBroken;

        @Override
        public Optional<String> load(String key) throws IOException {
            if (isBroken) {
                throw new IOException("/tokens cannot be read");
            }
            return content.load(key);
        }

        @Override
        public void save(String key, String refreshToken) throws IOException {
            if (isFull) {
                throw new IOException("No space left on device");
            }
            saved.add(refreshToken);
            content.save(key, refreshToken);
        }
    }

    private final Disk disk = new Disk();

    @Test
    void theNewRefreshTokenIsUsedTheNextTime() throws Exception {
        server.then(200, token("a1", "r2"));
        server.then(200, token("a2", "r3"));
        OAuthCredentials credentials = credentials(settings(), disk);

        credentials.refresh(credentials.header());

        assertThat(server.forms()).extracting(RotationTest::refreshToken).containsExactly(REFRESH_TOKEN, "r2");
        assertThat(disk.saved).containsExactly(REFRESH_TOKEN, "r2", "r3");
    }

    @Test
    void aRefreshTokenThatStaysTheSameIsNotSavedAgain() throws Exception {
        server.then(200, token("a1"));
        server.then(200, token("a2", REFRESH_TOKEN));
        OAuthCredentials credentials = credentials(settings(), disk);

        credentials.refresh(credentials.header());

        assertThat(disk.saved).containsExactly(REFRESH_TOKEN);
    }

    @Test
    void aProcessThatIsStartedAnewGoesOnWithTheStoredRefreshToken() throws Exception {
        server.then(200, token("a1", "r2"));
        server.then(200, token("a2", "r3"));
        credentials(settings(), disk).header();

        credentials(settings(), disk).header();

        assertThat(server.forms()).extracting(RotationTest::refreshToken).containsExactly(REFRESH_TOKEN, "r2");
    }

    @Test
    void aRefreshTokenThatIsNewlySetGoesBeforeTheStoredSuccessorOfAnother() throws Exception {
        server.then(200, token("a1", "r2"));
        server.then(200, token("a2", "r3"));
        credentials(settings(), disk).header();

        credentials(new OAuthSettings(server.url(), "app", SECRET, "from-a-new-authorization", null), disk).header();

        assertThat(server.forms()).extracting(RotationTest::refreshToken).containsExactly(REFRESH_TOKEN, "from-a-new-authorization");
    }

    @Test
    void theNewRefreshTokenIsStoredBeforeTheAccessTokenIsUsed() {
        server.then(200, token("a1", "r2"));
        OAuthCredentials credentials = credentials(settings(), fullOnceAsked());

        CredentialsException failure = failure(credentials);

        assertThat(failure).hasMessage("the new refresh token cannot be stored, so the access token that came with it is not used; both are"
                + " kept in memory and the next attempt tries to store it again; do not stop this process before: No space left on device")
                .matches(e -> !e.isTransient());
    }

    @Test
    void whatCouldNotBeStoredIsStoredLaterWithoutAskingAgain() throws Exception {
        server.then(200, token("a1", "r2"));
        OAuthCredentials credentials = credentials(settings(), fullOnceAsked());
        failure(credentials);
        time.pass(Duration.ofSeconds(1));
        failure(credentials);

        disk.isFull = false;
        time.pass(Duration.ofSeconds(2));

        assertThat(credentials.header().value()).isEqualTo("Bearer a1");
        assertThat(disk.saved).containsExactly(REFRESH_TOKEN, "r2");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whatCannotBeStoredAheadOfTimeStopsNobodyWhileTheOldAccessTokenIsGood() throws Exception {
        server.then(200, token("a1", "r2"));
        server.then(200, token("a2", "r3"));
        OAuthCredentials credentials = credentials(settings(), disk);
        credentials.header();
        disk.isFull = true;
        time.pass(Duration.ofSeconds(3550));
        assertThat(credentials.header().value()).isEqualTo("Bearer a1");

        disk.isFull = false;
        time.pass(Duration.ofSeconds(1));

        assertThat(credentials.header().value()).isEqualTo("Bearer a2");
        assertThat(disk.saved).containsExactly(REFRESH_TOKEN, "r2", "r3");
    }

    @Test
    void anAccessTokenThatExpiredBeforeItsRefreshTokenCouldBeStoredIsReplaced() throws Exception {
        server.then(200, token("a1", "r2"));
        server.then(200, token("a2", "r3"));
        OAuthCredentials credentials = credentials(settings(), fullOnceAsked());
        failure(credentials);

        disk.isFull = false;
        time.pass(Duration.ofHours(2));

        assertThat(credentials.header().value()).isEqualTo("Bearer a2");
        assertThat(disk.saved).containsExactly(REFRESH_TOKEN, "r2", "r3");
        assertThat(server.forms()).extracting(RotationTest::refreshToken).containsExactly(REFRESH_TOKEN, "r2");
    }

    @Test
    void aStoreThatCannotBeReadIsFoundOutBeforeTheRefreshTokenIsSpent() {
        disk.isBroken = true;

        CredentialsException failure = failure(credentials(settings(), disk));

        assertThat(failure).hasMessage("the store of refresh tokens cannot be used, so no token was requested: /tokens cannot be read")
                .matches(e -> !e.isTransient());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aStoreThatCannotBeWrittenIsFoundOutBeforeTheRefreshTokenIsSpent() {
        disk.isFull = true;

        CredentialsException failure = failure(credentials(settings(), disk));

        assertThat(failure).hasMessage("the store of refresh tokens cannot be used, so no token was requested: No space left on device");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whenAnotherUserOfTheStoreWasFasterItsRefreshTokenIsUsed() throws Exception {
        OAuthSettings settings = settings();
        OAuthCredentials credentials = new OAuthCredentials(settings, disk, (request, bounds) -> {
            if (server.requests().isEmpty()) {
                disk.save(settings.storeKey(), "r2-of-another");
            }
            return transport().send(request, bounds);
        }, Duration.ofSeconds(30), time, random);
        server.then(400, """
                {"error": "invalid_grant"}""");
        server.then(200, token("a3", "r3"));

        assertThat(credentials.header().value()).isEqualTo("Bearer a3");

        assertThat(server.forms()).extracting(RotationTest::refreshToken).containsExactly(REFRESH_TOKEN, "r2-of-another");
    }

    @Test
    void aStoreThatForgetsIsToldTheNewestAgain() throws Exception {
        server.then(200, token("a1", "r2"));
        server.then(200, token("a2", "r3"));
        List<String> saved = new ArrayList<>();
        OAuthCredentials credentials = credentials(settings(), new TokenStore() {
            @Override
            public Optional<String> load(String key) {
                return Optional.empty();
            }

            @Override
            public void save(String key, String refreshToken) {
                saved.add(refreshToken);
            }
        });

        credentials.refresh(credentials.header());

        assertThat(server.forms()).extracting(RotationTest::refreshToken).containsExactly(REFRESH_TOKEN, "r2");
        assertThat(saved).containsExactly(REFRESH_TOKEN, "r2", "r2", "r3");
    }

    @Test
    void aStoreThatThrowsWhatItShouldNotFailsTheCallAndNoMore() throws Exception {
        boolean[] isBroken = {true};
        server.then(200, token("a1"));
        OAuthCredentials credentials = credentials(settings(), new TokenStore() {
            @Override
            public Optional<String> load(String key) {
                if (isBroken[0]) {
                    throw new IllegalStateException("broken");
                }
                return Optional.of(REFRESH_TOKEN);
            }

            @Override
            public void save(String key, String refreshToken) {}
        });
        assertThat(failure(credentials)).hasMessage("the request for an access token failed with java.lang.IllegalStateException");

        isBroken[0] = false;
        time.pass(Duration.ofSeconds(1));

        assertThat(credentials.header().value()).isEqualTo("Bearer a1");
    }

    /** Full from the moment that the first refresh token was sent. */
    private TokenStore fullOnceAsked() {
        return new TokenStore() {
            @Override
            public Optional<String> load(String key) throws IOException {
                return disk.load(key);
            }

            @Override
            public void save(String key, String refreshToken) throws IOException {
                disk.save(key, refreshToken);
                disk.isFull = REFRESH_TOKEN.equals(refreshToken);
            }
        };
    }

    private static String refreshToken(String form) {
        return form.replaceFirst(".*&refresh_token=", "");
    }
}
