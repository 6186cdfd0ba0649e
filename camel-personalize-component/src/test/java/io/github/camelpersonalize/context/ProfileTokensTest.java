// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import io.github.camelpersonalize.credentials.Credentials.Header;
import io.github.camelpersonalize.credentials.CredentialsException;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What {@link ProfileCredentials} make of what Camel returns for a profile. */
class ProfileTokensTest {

    private static final Deque<Object> TOKENS = new ArrayDeque<>();

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();
    private ProfileCredentials credentials;

    /** In the place of Camel's method: hands out what is next, or throws it. */
    public static String next(CamelContext context, String profile) throws Exception {
        assertThat(profile).isEqualTo("keycloak");
        Object next = TOKENS.remove();
        if (next instanceof Exception failure) {
            throw failure;
        }
        return next.equals("none") ? null : (String) next;
    }

    @BeforeEach
    void findTheMethod() throws Exception {
        TOKENS.clear();
        credentials = new ProfileCredentials(context, "keycloak",
                ProfileTokensTest.class.getMethod("next", CamelContext.class, String.class));
    }

    @Test
    void theTokenIsSentAsBearer() throws Exception {
        TOKENS.add("t1");

        assertThat(credentials.header()).isEqualTo(new Header("authorization", "Bearer t1"));
    }

    @Test
    void aTokenThatIsRefusedIsNotSentAgain() throws Exception {
        TOKENS.add("t1");
        TOKENS.add("t2");

        assertThat(credentials.refresh(new Header("authorization", "Bearer t1"))).isFalse();
        assertThat(credentials.refresh(new Header("authorization", "Bearer t1"))).isTrue();
    }

    @Test
    void aProfileWithoutATokenIsTheConfigurationsFault() {
        TOKENS.add("none");
        TOKENS.add(new IllegalArgumentException("canary"));

        assertRefused("java.lang.NullPointerException", false);
        assertRefused("java.lang.IllegalArgumentException", false);
    }

    @Test
    void anAuthorizationServerThatDoesNotRespondIsAnOutage() {
        TOKENS.add(new IOException("canary"));
        TOKENS.add(new IllegalStateException("canary", new RuntimeException(new IOException("canary"))));

        assertRefused("java.io.IOException", true);
        assertRefused("java.lang.IllegalStateException", true);
    }

    @Test
    void itIsKnownByItsProfile() {
        assertThat(credentials.kind()).isEqualTo("the OAuth profile keycloak");
        assertThat(credentials).hasToString("the OAuth profile keycloak");
    }

    @Test
    void whereCamelHasNoProfilesThereAreNone() {
        assertThat(ProfileCredentials.of(context, "keycloak")).isEmpty();
    }

    private void assertRefused(String cause, boolean isTransient) {
        assertThatThrownBy(() -> credentials.header())
                .isInstanceOfSatisfying(CredentialsException.class, e -> assertThat(e.isTransient()).isEqualTo(isTransient))
                .hasMessage("the OAuth profile keycloak supplies no access token (" + cause + "); check camel.oauth.keycloak.*");
    }
}
