// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/** Project, credential and address: what is wrong with them is told when the route starts, and their values are not. */
@BothDialects
class IdentityOptionsFaultsTest extends FaultRoutes {

    private static final String LIST = "personalize:attributes?operation=list";
    private static final String SECRET = "blt5ecretCanary";

    @ParameterizedTest
    @ValueSource(strings = {"canary\r", "canary\n", "canary\r\nx-evil: 1", "canary\0", "can\0ary", "canaryé", "canary\u2028", " canary",
            "canary ", "can ary", "\tcanary"})
    void F05_aProjectUidThatAHeaderCannotCarryIsRefusedAtStartWithoutBeingTold(String projectUid) {
        component().getConfiguration().setProjectUid(projectUid);

        Throwable refused = startFailure(LIST);

        assertThat(refused).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "personalize:attributes: the option projectUid is not legal: 1 to 128 visible ASCII characters without spaces");
        assertThat(text(startError(LIST))).doesNotContain("canary", "can\0ary", "can ary");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void F05_aBlankProjectUidIsAMissingOne(String projectUid) {
        component().getConfiguration().setProjectUid(projectUid);

        assertThat(startFailure(LIST)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:attributes: the option projectUid is missing: the uid of the Personalize project; set it on the"
                        + " endpoint or as camel.component.personalize.project-uid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\r\nx-evil: 1", "canary\0", "canaryé", " canary", "canary "})
    void F05_aProjectUidOfAMessageIsHeldToTheSameRule(String projectUid) {
        Exchange exchange = send(LIST + "&headerOverrides=projectUid", null, Map.of("CamelPersonalizeProjectUid", projectUid));

        assertThat(rejected(exchange)).hasMessage(
                "attribute: the header CamelPersonalizeProjectUid is not legal: 1 to 128 visible ASCII characters without spaces");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @CsvSource({"authtoken, 'authtoken: '", "accessToken, 'authorization: Bearer '"})
    void F06_aLineBreakAfterATokenIsStrippedAsFilesOfSecretsHaveOne(String option, String header) {
        try (RawServer server = RawServer.json("[]")) {
            component().getConfiguration().setBaseUrl(server.baseUrl());
            setToken(option, SECRET + "\n");

            assertThat(send(LIST, null).getException()).isNull();

            assertThat(server.requests()).singleElement().asString().contains("\r\n" + header + SECRET + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blt5ecret\nCanary", "blt5ecret\r\nx-evil: Canary", "blt5ecret\0Canary", "blt5ecret\u007fCanary",
            "blt5ecretéCanary", "blt5ecret\tCanary"})
    void F06_aControlCharacterWithinATokenIsRefusedAtStartWithoutTellingTheToken(String token) {
        for (String option : List.of("authtoken", "accessToken")) {
            setToken(option, token);

            assertThat(startFailure(LIST)).isInstanceOf(IllegalArgumentException.class).hasMessage(
                    "personalize:attributes: the option " + option + " is empty or has characters that a header cannot carry");
            assertThat(text(startError(LIST))).doesNotContain("blt5ecret", "Canary");
        }
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void F06_aTokenOfWhiteSpaceIsRefusedAtStart(String token) {
        setToken("authtoken", token);

        assertThat(startFailure(LIST)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:attributes: the option authtoken is empty or has characters that a header cannot carry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "201 Created", "307 Moved", "400 Bad", "401 No", "500 Oops"})
    void F06_theTokenIsInNoLogNoExceptionNoEndpointAndNoHeader(String status) {
        try (RawServer server = new RawServer(out -> out.write(("HTTP/1.1 " + status + "\r\nContent-Type: text/" + SECRET
                + "\r\nLocation: http://" + SECRET + "/\r\nX-Token: " + SECRET + "\r\nConnection: close\r\n\r\n{\"" + SECRET + "\": "
                + SECRET)
                .getBytes(ISO_8859_1)));
                TraceLog log = new TraceLog("io.github.camelpersonalize", "org.apache.camel")) {
            component().getConfiguration().setBaseUrl(server.baseUrl());
            component().getConfiguration().setAuthtoken(SECRET + "\n");

            Exchange exchange = send("personalize:attributes?operation=create", age());

            assertThat(text(exchange.getException())).doesNotContainIgnoringCase(SECRET);
            assertThat(exchange.getMessage().getHeaders().toString()).doesNotContainIgnoringCase(SECRET);
            assertThat(context.getEndpoints()).allSatisfy(endpoint -> {
                assertThat(endpoint.toString()).doesNotContainIgnoringCase(SECRET);
                assertThat(endpoint.getEndpointUri()).doesNotContainIgnoringCase(SECRET);
            });
            assertThat(log.text()).contains("personalize").doesNotContainIgnoringCase(SECRET);
            assertThat(server.requests().get(0)).startsWith("POST /attributes HTTP/1.1\r\n").containsOnlyOnce(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "https://user:pw@gateway.example.com, `must not have user-info, a query or a fragment`",
            "https://user@gateway.example.com/x, `must not have user-info, a query or a fragment`",
            "https://gateway.example.com?x=1, `must not have user-info, a query or a fragment`",
            "https://gateway.example.com/x#f, `must not have user-info, a query or a fragment`",
            "gateway.example.com, `must be a URL with a host, such as https://gateway.example.com/personalize`",
            "//gateway.example.com, `must be a URL with a host, such as https://gateway.example.com/personalize`",
            "ftp://gateway.example.com, `must be a URL with a host, such as https://gateway.example.com/personalize`",
            "file:///etc/passwd, `must be a URL with a host, such as https://gateway.example.com/personalize`",
            "https:///x, `must be a URL with a host, such as https://gateway.example.com/personalize`", "https://a b, `is not a legal URL`",
            "https://gateway.example.com/%zz, `is not a legal URL`"})
    void F07_anAddressWithSomethingHiddenInItIsRefusedAtStart(String baseUrl, String objection) {
        component().getConfiguration().setBaseUrl(baseUrl);
        component().getConfiguration().setAllowInsecureHttp(true);

        assertThat(startFailure(LIST)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("personalize:attributes: the option baseUrl ").hasMessageEndingWith(objection)
                .hasMessageNotContaining("pw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://gateway.example.com", "HTTP://gateway.example.com", "http://10.0.0.1:8080", "http://0.0.0.0",
            "http://localhost.example.com", "http://127.0.0.1.example.com", "http://[2001:db8::1]/x", "http://127.example.com"})
    void F07_clearTextOverANetworkIsRefusedAtStartUnlessAllowed(String baseUrl) {
        component().getConfiguration().setBaseUrl(baseUrl);

        assertThat(startFailure(LIST)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:attributes: the option baseUrl must be https:// for a host other than this machine, because the"
                        + " credential travels with each request; allowInsecureHttp=true allows it all the same");

        component().getConfiguration().setAllowInsecureHttp(true);
        assertThat(context.getEndpoint(LIST)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://LOCALHOST:1", "http://127.0.0.1:1", "http://127.1.2.3", "http://[::1]:1/x",
            "https://gateway.example.com/x", " https://gateway.example.com\n"})
    void F07_theLoopbackAndTlsNeedNoPermission(String baseUrl) {
        component().getConfiguration().setBaseUrl(baseUrl);

        assertThat(context.getEndpoint(LIST)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mars", "aws", "", "aws-na.example.com", "aws-na/../eu"})
    void F07_anUnknownRegionIsRefusedAtStart(String region) {
        component().getConfiguration().setBaseUrl(null);
        component().getConfiguration().setRegion(region);

        assertThat(startFailure(LIST)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:attributes: there is no region \"" + region
                        + "\"; use aws-na, aws-eu, aws-au, azure-na, azure-eu, gcp-na, gcp-eu, or set baseUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gateway/v1", "/gateway/v1/", "/gateway/v1//"})
    void F07_theGatewaysPathIsKept(String path) {
        component().getConfiguration().setBaseUrl(emulator().baseUrl() + path);
        emulator().script(Script.on("*", "/gateway/v1/**").then(Step.status(200).body("[]")).forEver());

        assertThat(send(LIST, null).getException()).isNull();
        assertThat(send("personalize:attributes?operation=delete&uid=a1", null).getException()).isNull();

        assertThat(calls()).containsExactly("GET /gateway/v1/attributes", "DELETE /gateway/v1/attributes/a1");
    }

    @Test
    void F07_aBrokenAddressIsNotMendedByAllowingClearText() {
        component().getConfiguration().setAllowInsecureHttp(true);
        component().getConfiguration().setBaseUrl("http://user:pw@gateway.example.com");

        assertThat(startFailure(LIST))
                .hasMessage("personalize:attributes: the option baseUrl must not have user-info, a query or a fragment");
    }

    private void setToken(String option, String token) {
        PersonalizeConfiguration options = component().getConfiguration();
        options.setAuthtoken("authtoken".equals(option) ? token : null);
        options.setAccessToken("accessToken".equals(option) ? token : null);
    }
}
