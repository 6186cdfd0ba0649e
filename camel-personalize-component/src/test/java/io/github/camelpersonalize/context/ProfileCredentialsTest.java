// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** OAuth profiles, with what Camel has of them since 4.19 in the place where Camel looks for it. */
class ProfileCredentialsTest extends EmulatedRoutes {

    private static final String LIST = "personalize:attributes?operation=list";
    private static final String PROFILE = LIST + "&oauthProfile=keycloak";

    private final Classes classes = new Classes();

    @Override
    @BeforeEach
    public void startContext() {
        OAuthHelper.tokens = List.<Object>of(emulator().accessToken()).iterator();
        context.setClassResolver(classes);
        super.startContext();
    }

    @Test
    void anEndpointSendsTheTokenOfItsProfileInPlaceOfTheComponentsCredential() {
        Exchange exchange = send(PROFILE, null);

        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().header("authorization")).isEqualTo("Bearer ***");
        assertThat(onlyRequest().header("authtoken")).isNull();
    }

    @Test
    void theLogTellsTheProfileAndNoToken() {
        try (TraceLog log = new TraceLog("io.github.camelpersonalize")) {
            send(PROFILE, null);

            assertThat(log.messages("INFO", ComponentServices.class)).singleElement().asString()
                    .contains(", with the OAuth profile keycloak, ");
            assertThat(log.text()).doesNotContain(emulator().accessToken());
        }
    }

    @Test
    void aTokenThatIsRefusedIsAskedForOnceMore() {
        OAuthHelper.tokens = List.<Object>of("expired", emulator().accessToken(), emulator().accessToken()).iterator();

        assertThat(send(PROFILE, null).getException()).isNull();
        assertThat(emulator().requests()).hasSize(2);
    }

    @Test
    void theSameTokenOutOfACacheIsNotSentAgain() {
        OAuthHelper.tokens = List.<Object>of("expired", "expired").iterator();

        assertThat(send(PROFILE, null).getException()).isInstanceOf(PersonalizeAuthException.class);
        assertThat(emulator().requests()).hasSize(1);
    }

    @Test
    void aProfileThatDoesNotExistIsTheConfigurationsFaultAndItsTextIsNotTold() {
        OAuthHelper.tokens = List.<Object>of(new IllegalArgumentException("secret")).iterator();

        assertThat(send(PROFILE, null).getException()).isInstanceOf(PersonalizeAuthException.class)
                .hasMessageContaining("the OAuth profile keycloak supplies no access token (java.lang.IllegalArgumentException); check"
                        + " camel.oauth.keycloak.*")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anAuthorizationServerThatDoesNotAnswerIsAnOutage() {
        OAuthHelper.tokens = List.<Object>of(new IllegalStateException(new IOException("reset"))).iterator();

        assertThat(send(PROFILE, null).getException()).isInstanceOf(PersonalizeUnavailableException.class);
    }

    @Test
    void aProfileBesideAnotherWayToAuthenticateIsRefused() {
        assertThatThrownBy(() -> context.getEndpoint(PROFILE + "&accessToken=t")).rootCause()
                .hasMessageContaining("accessToken and oauthProfile are set");
    }

    @Test
    void aCamelWithoutProfilesRefusesTheOptionAtStart() {
        classes.helper = null;

        assertThatThrownBy(() -> context.getEndpoint(PROFILE)).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "personalize:attributes: the option oauthProfile needs Camel 4.19 or newer, with camel-oauth on the class path; set clientId"
                                + " with the other OAuth options instead");
    }

    @Test
    void aCamelWithoutCamelOauthRefusesTheOptionAtStart() {
        classes.factory = "";

        assertThatThrownBy(() -> context.getEndpoint(PROFILE)).rootCause()
                .hasMessageContaining("the option oauthProfile needs Camel 4.19 or newer, with camel-oauth on the class path");
    }

    /** In the place of {@code org.apache.camel.support.OAuthHelper}: hands out what is next, or throws it. */
    public static final class OAuthHelper {

        private static Iterator<Object> tokens;

        private OAuthHelper() {}

        public static String resolveOAuthToken(CamelContext context, String profile) throws Exception {
            assertThat(profile).isEqualTo("keycloak");
            Object next = tokens.next();
            if (next instanceof Exception failure) {
                throw failure;
            }
            return (String) next;
        }
    }

    /** What is on the class path with Camel 4.19 and camel-oauth. */
    private static final class Classes extends DefaultClassResolver {

        private Class<?> helper = OAuthHelper.class;
        private String factory = "class=" + OAuthHelper.class.getName();

        @Override
        public Class<?> resolveClass(String name) {
            return name.equals("org.apache.camel.support.OAuthHelper") ? helper : super.resolveClass(name);
        }

        @Override
        public InputStream loadResourceAsStream(String uri) {
            if (uri.endsWith("/oauth-client-authentication-factory")) {
                return factory.isEmpty() ? null : new ByteArrayInputStream(factory.getBytes(UTF_8));
            }
            return super.loadResourceAsStream(uri);
        }
    }
}
