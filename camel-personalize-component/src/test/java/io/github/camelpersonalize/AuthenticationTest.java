// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.camelpersonalize.credentials.BeanCredentials;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.OAuthSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** An endpoint has exactly one way to authenticate. */
class AuthenticationTest {

    private static final String CHOICES = "authtoken, accessToken, clientId (with the other OAuth options), oauthProfile or credentials";

    private final PersonalizeConfiguration options = new PersonalizeConfiguration();
    private OAuthSettings asked;

    private Credentials check() {
        return new Authentication(options, new OptionErrors("events"), settings -> {
            asked = settings;
            return Credentials.accessToken("of the client");
        }, profile -> Optional.of(Credentials.accessToken("of " + profile)).filter(found -> !profile.equals("none"))).check();
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::check).isInstanceOf(IllegalArgumentException.class).hasMessage("personalize:events: " + message);
    }

    @Test
    void anAuthtokenIsSentAsItself() {
        options.setAuthtoken("secret");

        assertThat(check()).isEqualTo(Credentials.authtoken("secret"));
    }

    @Test
    void anAccessTokenIsSentAsABearerToken() {
        options.setAccessToken("secret");

        assertThat(check()).isEqualTo(Credentials.accessToken("secret"));
    }

    @Test
    void aProfileOfCamelSuppliesTokens() {
        options.setOauthProfile("shop");

        assertThat(check()).isEqualTo(Credentials.accessToken("of shop"));
    }

    @Test
    void aProfileNeedsACamelThatHasProfiles() {
        options.setOauthProfile("none");

        assertRefused(
                "the option oauthProfile needs Camel 4.19 or newer, with camel-oauth on the class path; set clientId with the other OAuth"
                        + " options instead");
    }

    @Test
    void aBeanIsCalledWithItsFaultsKeptOff() {
        Credentials bean = Credentials.authtoken("of a vault");
        options.setCredentials(bean);

        assertThat(check()).isEqualTo(new BeanCredentials(bean));
    }

    @Test
    void anOAuthClientHasARefreshTokenOrASecretOrBoth() {
        options.setClientId("client");
        options.setClientSecret("secret");
        options.setScope("read write");
        assertThat(check()).isEqualTo(Credentials.accessToken("of the client"));
        assertThat(asked).isEqualTo(new OAuthSettings(URI.create("https://app.contentstack.com/apps-api/token"), "client", "secret", null,
                "read write"));

        options.setClientSecret(null);
        options.setRefreshToken("refresh");
        check();
        assertThat(asked).isEqualTo(new OAuthSettings(URI.create("https://app.contentstack.com/apps-api/token"), "client", null, "refresh",
                "read write"));
    }

    @Test
    void tokensComeFromTheRegionUnlessTheirUrlIsSaid() {
        options.setClientId("client");
        options.setClientSecret("secret");
        options.setRegion("aws-eu");
        check();
        assertThat(asked.tokenUrl()).hasToString("https://eu-app.contentstack.com/apps-api/token");

        options.setBaseUrl("https://gateway.example.com");
        options.setTokenUrl("https://login.example.com/token");
        check();
        assertThat(asked.tokenUrl()).hasToString("https://login.example.com/token");
    }

    @Test
    void aServiceElsewhereNeedsTheUrlOfItsTokens() {
        options.setClientId("client");
        options.setClientSecret("secret");
        options.setBaseUrl("https://gateway.example.com");

        assertRefused("the option tokenUrl is missing: the token endpoint that belongs to baseUrl; set it on the endpoint or as"
                + " camel.component.personalize.token-url");
    }

    @Test
    void tokensAreNotRequestedInClearUnlessItIsAllowed() {
        options.setClientId("client");
        options.setClientSecret("secret");
        options.setTokenUrl("http://login.example.com/token");
        assertRefused("the option tokenUrl must be https:// for a host other than this machine, because the credential travels with each"
                + " request; allowInsecureHttp=true allows it all the same");

        options.setAllowInsecureHttp(true);
        check();
        assertThat(asked.tokenUrl()).hasToString("http://login.example.com/token");
    }

    @Test
    void aTokenUrlIsAUrl() {
        options.setClientId("client");
        options.setClientSecret("secret");
        options.setTokenUrl("login");

        assertRefused("the option tokenUrl must be a URL with a host, such as https://app.contentstack.com/apps-api/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientSecret", "refreshToken"})
    void anOAuthClientHasAnId(String option) {
        options.setClientSecret(option.equals("clientSecret") ? "secret" : null);
        options.setRefreshToken(option.equals("refreshToken") ? "secret" : null);

        assertRefused("the option clientId is missing: the id of the OAuth client; set it on the endpoint or as"
                + " camel.component.personalize.client-id");
    }

    @Test
    void anIdAloneIsNotEnough() {
        options.setClientId("client");

        assertRefused(
                "the option refreshToken is missing: a refresh token of the OAuth client, or its clientSecret; set it on the endpoint or"
                        + " as camel.component.personalize.refresh-token");
    }

    @Test
    void noneIsRefused() {
        assertRefused("a way to authenticate is missing: set one of the options " + CHOICES
                + " on the endpoint or as camel.component.personalize.*");
    }

    private static Arguments two(String names, Consumer<PersonalizeConfiguration> mistake) {
        return arguments(names, mistake);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(two("accessToken and oauthProfile", it -> {
            it.setOauthProfile("shop");
            it.setAccessToken("a");
        }), two("authtoken and clientId", it -> {
            it.setAuthtoken("t");
            it.setClientId("c");
        }), two("authtoken and clientId", it -> {
            it.setAuthtoken("t");
            it.setClientSecret("c");
        }), two("clientId and credentials", it -> {
            it.setRefreshToken("r");
            it.setCredentials(Credentials.authtoken("t"));
        }), two("authtoken and accessToken and clientId and oauthProfile and credentials", it -> {
            it.setAuthtoken("t");
            it.setAccessToken("a");
            it.setClientId("c");
            it.setOauthProfile("shop");
            it.setCredentials(Credentials.authtoken("t"));
        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void moreThanOneAreRefusedByTheirNames(String names, Consumer<PersonalizeConfiguration> mistake) {
        mistake.accept(options);

        assertRefused("there is more than one way to authenticate: " + names + " are set; set exactly one of the options " + CHOICES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void anEndpointWithAWayOfItsOwnHasNoneOfTheComponents(String names, Consumer<PersonalizeConfiguration> set) {
        set.accept(options);
        options.setClientSecret("s");
        options.setRefreshToken("r");

        Authentication.clear(options);

        assertThat(options).usingRecursiveComparison().isEqualTo(new PersonalizeConfiguration());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "bearer x", "BEARER  x"})
    void aTokenWithTheNameOfItsSchemeIsRefused(String token) {
        options.setAccessToken(token);

        assertRefused("the option accessToken begins with \"Bearer \", which is no part of the token; leave it out");
    }

    @Test
    void aTokenMayBeginWithThatWord() {
        options.setAccessToken("bearerx");

        assertThat(check()).isEqualTo(Credentials.accessToken("bearerx"));
    }

    @Test
    void aSpaceWithinATokenWasAPlusSignOfTheUri() {
        options.setAuthtoken("a b");

        assertRefused(
                "the option authtoken has a space within the token; in a URI + is read as a space: write RAW(...) around the token, or"
                        + " %2B for +");
    }

    @Test
    void aTokenThatAHeaderCannotCarryIsRefusedWithoutItsText() {
        options.setAuthtoken("a\nb");

        assertRefused("the option authtoken is empty or has characters that a header cannot carry");
    }
}
