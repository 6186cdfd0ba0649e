// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.credentials.Credentials.Header;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Credentials that need no server: static ones, and those of users. */
class CredentialsTest {

    private static final Header TOKEN = new Header("authorization", "Bearer canary");

    @Test
    void anAuthtokenAndAnAccessTokenAreSentAsTheApiDescriptionSays() throws Exception {
        assertThat(Credentials.authtoken("canary").header()).isEqualTo(new Header("authtoken", "canary"));
        assertThat(Credentials.accessToken("canary").header()).isEqualTo(TOKEN);
    }

    @Test
    void theyAreNamedWithoutTheirSecret() {
        assertThat(Credentials.authtoken("canary").kind()).isEqualTo("an authtoken");
        assertThat(Credentials.accessToken("canary").kind()).isEqualTo("an access token");
        assertThat(bean().kind()).isEqualTo("a credentials bean");
        assertThat(Credentials.authtoken("canary")).hasToString("StaticCredentials[header=authtoken: ***]");
    }

    @Test
    void theyHaveNoOtherTokenWhenOneIsRejected() throws Exception {
        assertThat(Credentials.authtoken("canary").refresh(TOKEN)).isFalse();
        assertThat(Credentials.authtoken("canary").scope()).isEmpty();
    }

    @Test
    void credentialsThatWaitForNoOtherCallPassOnWhatTheySay() throws Exception {
        AwaitedCredentials awaited = AwaitedCredentials.of(refreshing(true));

        assertThat(awaited.header(new StopSignal())).isEqualTo(TOKEN);
        assertThat(awaited.header()).isEqualTo(TOKEN);
        assertThat(awaited.refresh(TOKEN, new StopSignal())).isTrue();
        assertThat(AwaitedCredentials.of(refreshing(false)).refresh(TOKEN)).isFalse();
        assertThat(AwaitedCredentials.of(awaited)).isSameAs(awaited);
    }

    @Test
    void aBeanSaysWhatItsUserHasWritten() throws Exception {
        assertThat(bean().header()).isEqualTo(TOKEN);
        assertThat(new BeanCredentials(refreshing(true)).refresh(TOKEN)).isTrue();
        assertThat(new BeanCredentials(refreshing(false)).refresh(TOKEN)).isFalse();
        assertThat(new BeanCredentials(refreshing(true)).scope()).contains("personalize:manage");
        assertThat(new BeanCredentials(refreshing(true))).hasToString("the user's own");
    }

    @Test
    void aBeanThatFailsIsToldByTheNameOfItsExceptionAlone() {
        BeanCredentials broken = new BeanCredentials(new Credentials() {
            @Override
            public Header header() {
                throw new IllegalStateException("canary");
            }

            @Override
            public boolean refresh(Header rejected) {
                throw new IllegalArgumentException("canary");
            }
        });

        assertThatThrownBy(broken::header).isInstanceOf(CredentialsException.class)
                .hasMessage("the bean of the option credentials failed with java.lang.IllegalStateException");
        assertThatThrownBy(() -> broken.refresh(TOKEN)).isInstanceOf(CredentialsException.class)
                .hasMessage("the bean of the option credentials failed with java.lang.IllegalArgumentException");
    }

    @Test
    void aBeanWithoutAHeaderIsToldSo() {
        assertThatThrownBy(() -> new BeanCredentials(() -> null).header()).isInstanceOf(CredentialsException.class)
                .hasMessage("the bean of the option credentials returned no header");
    }

    @Test
    void theTimeWithoutRequestsDoublesUpToHalfAMinuteWithJitter() {
        CredentialsException failure = new CredentialsException("no");
        long start = Long.MAX_VALUE;
        Backoff backoff = Backoff.NONE;
        assertThat(backoff.lasts(start)).isFalse();
        for (int seconds : new int[]{1, 2, 4, 8, 16, 30, 30}) {
            backoff = backoff.after(failure, start, () -> 0);
            assertThat(Duration.ofNanos(backoff.until() - start)).hasSeconds(seconds);
        }

        Backoff jittered = Backoff.NONE.after(failure, start, () -> -1L);
        assertThat(Duration.ofNanos(jittered.until() - start)).isBetween(Duration.ofMillis(1249), Duration.ofMillis(1250));
        assertThat(jittered.lasts(jittered.until() - 1)).isTrue();
        assertThat(jittered.lasts(jittered.until())).isFalse();
    }

    @Test
    void aTokenIsDueATenthOfItsLifeBeforeItsEndAndAMinuteAtMost() {
        assertThat(due(Duration.ofSeconds(100))).isEqualTo(Duration.ofSeconds(90));
        assertThat(due(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(3540));
        AccessToken jittered = AccessToken.of(TOKEN, 0, Duration.ofHours(1), () -> -1L);
        assertThat(Duration.ofNanos(jittered.dueAt())).isBetween(Duration.ofSeconds(3525), Duration.ofSeconds(3526));
        assertThat(jittered.isDue(jittered.dueAt() - 1)).isFalse();
        assertThat(jittered.isDue(jittered.dueAt())).isTrue();
        assertThat(jittered.isExpired(jittered.expiresAt() - 1)).isFalse();
        assertThat(jittered.isExpired(jittered.expiresAt())).isTrue();
    }

    @Test
    void aResponseIsShownWithoutItsSecrets() throws Exception {
        JsonNode body = Json.read("{\"access_token\": \"canary\", \"token_type\": \"Bearer\", \"expires_in\": 60}");
        TokenErrors errors = new TokenErrors(new OAuthSettings(URI.create("https://auth.example"), "app", "canary", null, null), null);

        assertThat(TokenResponse.of(body, errors)).hasToString("TokenResponse[life=PT1M]");
    }

    private static Duration due(Duration life) {
        return Duration.ofNanos(AccessToken.of(TOKEN, 0, life, () -> 0).dueAt());
    }

    private static BeanCredentials bean() {
        return new BeanCredentials(() -> TOKEN);
    }

    private static Credentials refreshing(boolean isRefreshed) {
        return new Credentials() {
            @Override
            public Header header() {
                return TOKEN;
            }

            @Override
            public boolean refresh(Header rejected) {
                return isRefreshed;
            }

            @Override
            public Optional<String> scope() {
                return Optional.of("personalize:manage");
            }

            @Override
            public String toString() {
                return "the user's own";
            }
        };
    }
}
