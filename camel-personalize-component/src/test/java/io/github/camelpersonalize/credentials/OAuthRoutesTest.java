// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeConfiguration;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** OAuth 2.0 by options, through routes: the tokens are fetched, kept and renewed without the route noticing. */
@BothDialects
class OAuthRoutesTest extends EmulatedRoutes {

    private static final String LIST = "personalize:events?operation=list";

    private final WireMockServer authorizationServer = new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void startTheAuthorizationServer() {
        authorizationServer.start();
        PersonalizeConfiguration options = component().getConfiguration();
        options.setAuthtoken(null);
        options.setClientId("connector");
        options.setClientSecret("client-secret-1");
        options.setTokenUrl(authorizationServer.baseUrl() + "/token");
        tokens("first-token", "second-token");
    }

    @AfterEach
    void stopTheAuthorizationServer() {
        authorizationServer.stop();
    }

    @Test
    void oneTokenServesAllRequestsOfAllEndpoints() {
        emulator().acceptOnly(Set.of("first-token"));

        assertThat(send(LIST, null).getException()).isNull();
        assertThat(send("personalize:attributes?operation=list&projectUid=p2", null).getException()).isNull();

        authorizationServer.verify(1, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void F41_aTokenThatTheServiceNoLongerTakesIsRenewedOnceForAllAndEachRequestIsSentOnceMore() throws Exception {
        emulator().acceptOnly(Set.of("first-token"));
        assertThat(send(LIST, null).getException()).isNull();
        emulator().acceptOnly(Set.of("second-token"));
        emulator().clearRequests();

        assertThat(sendFromManyThreads(200)).allSatisfy(exchange -> assertThat(exchange.getException()).isNull());

        authorizationServer.verify(2, postRequestedFor(urlEqualTo("/token")));
        assertThat(emulator().requests()).filteredOn(request -> request.status() == 200).hasSize(200);
        assertThat(emulator().requests().size()).isLessThanOrEqualTo(400);
    }

    @Test
    void F41_endpointsThatDifferInTheirConnectionsShareTheToken() {
        emulator().acceptOnly(Set.of("first-token"));

        assertThat(send(LIST, null).getException()).isNull();
        assertThat(send(LIST + "&connectTimeout=5000", null).getException()).isNull();

        authorizationServer.verify(1, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void F41_aSecond401IsTheEnd() {
        emulator().acceptOnly(Set.of("another-token"));

        Exchange exchange = send(LIST, null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeAuthException.class);
        assertThat(calls()).containsExactly("GET /events", "GET /events");
        authorizationServer.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @ParameterizedTest
    @CsvSource({"400, PersonalizeAuthException", "503, PersonalizeUnavailableException"})
    void F41_whenThereIsNoTokenNothingIsSentAndAllWaitersHearTheSame(int status, String exception) throws Exception {
        authorizationServer.resetAll();
        authorizationServer.stubFor(post("/token").willReturn(aResponse().withStatus(status).withHeader("Content-Type", "application/json")
                .withBody("{\"error\": \"invalid_client\"}")));

        assertThat(sendFromManyThreads(20)).allSatisfy(exchange -> assertThat(exchange.getException().getClass().getSimpleName())
                .isEqualTo(exception)).extracting(exchange -> exchange.getException().getMessage()).containsOnly(
                        sendFromManyThreads(1).get(0).getException().getMessage());
        assertThat(calls()).isEmpty();
    }

    @Test
    void anEndpointsAuthtokenReplacesTheComponentsOAuth() {
        assertThat(send(LIST + "&authtoken=" + emulator().authtoken(), null).getException()).isNull();
        authorizationServer.verify(0, postRequestedFor(urlEqualTo("/token")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clientSecret=s | personalize:events: the option clientId is missing: the id of the OAuth client; set it on the endpoint or as camel.component.personalize.client-id
            clientId=c&tokenUrl=https://a.example.com/token | personalize:events: the option refreshToken is missing: a refresh token of the OAuth client, or its clientSecret; set it on the endpoint or as camel.component.personalize.refresh-token
            clientId=c&clientSecret=s&tokenUrl=http://a.example.com/token | personalize:events: the option tokenUrl must be https:// for a host other than this machine, because the credential travels with each request; allowInsecureHttp=true allows it all the same
            clientId=c&clientSecret=s&baseUrl=https://gateway.example.com | personalize:events: the option tokenUrl is missing: the token endpoint that belongs to baseUrl; set it on the endpoint or as camel.component.personalize.token-url
            clientId=c&clientSecret=s&authtoken=t | personalize:events: there is more than one way to authenticate: authtoken and clientId are set; set exactly one of the options authtoken, accessToken, clientId (with the other OAuth options), oauthProfile or credentials
            """)
    void aMistakeIsToldAtStart(String options, String message) {
        PersonalizeConfiguration blank = new PersonalizeConfiguration();
        blank.setProjectUid(PROJECT);
        component().setConfiguration(blank);

        assertThatThrownBy(() -> context.getEndpoint(LIST + "&" + options)).rootCause().hasMessage(message);
    }

    private void tokens(String... tokens) {
        for (int i = 0; i < tokens.length; i++) {
            authorizationServer.stubFor(post("/token").inScenario("tokens").whenScenarioStateIs(i == 0 ? Scenario.STARTED : "used " + i)
                    .willReturn(okJson("{\"access_token\": \"" + tokens[i] + "\", \"token_type\": \"Bearer\", \"expires_in\": 3600}"))
                    .willSetStateTo("used " + (i + 1)));
        }
    }

    private List<Exchange> sendFromManyThreads(int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<Exchange>> sent = IntStream.range(0, count).mapToObj(i -> threads.submit(() -> send(LIST, null, Map.of())))
                    .toList();
            List<Exchange> exchanges = new ArrayList<>();
            for (Future<Exchange> exchange : sent) {
                exchanges.add(exchange.get());
            }
            return exchanges;
        } finally {
            threads.shutdownNow();
        }
    }
}
