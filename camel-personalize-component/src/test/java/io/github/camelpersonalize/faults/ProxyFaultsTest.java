// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.Ending;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proxies that do not let us through. Nothing here is about HTTP/2 (GOAWAY, REFUSED_STREAM): the transport speaks HTTP/1.1 only, and offers
 * nothing else when it shakes hands.
 */
@BothDialects
class ProxyFaultsTest extends ServerFaultRoutes {

    private static final String PASSWORD = "proxy-password-1";
    private static final String SECURE = "&baseUrl=https://service.invalid";
    private static final String PLAIN = "&baseUrl=http://service.invalid&allowInsecureHttp=true";
    private static final String CONNECT = "CONNECT service.invalid:443";

    @BeforeEach
    void goThroughTheFaultServer() {
        component().getConfiguration().setProxyHost("127.0.0.1");
        component().getConfiguration().setProxyPort(Integer.parseInt(server.baseUrl().replaceAll(".*:", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {SECURE, PLAIN})
    void F46_aProxyThatWantsACredentialIsAMatterOfConfiguration(String way) {
        server.always("** **", Answers.status(407).header("Proxy-Authenticate", "Basic realm=\"out\""));

        PersonalizeAuthException failed = unauthorized(send(CREATE + way, age()));

        assertThat(failed.getMessage()).contains("the proxy asks for a credential (407)",
                "check proxyAuthUsername and proxyAuthPassword");
        assertThat(failed.getStatus()).isEqualTo(407);
        assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(calls()).hasSize(1);
        assertNoCredentialReachedTheProxy(way);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECURE, PLAIN})
    void F46_aRefusedProxyPasswordIsNeverPrinted(String way) {
        component().getConfiguration().setProxyAuthUsername("user-1");
        component().getConfiguration().setProxyAuthPassword(PASSWORD);
        server.always("** **", Answers.status(407).header("Proxy-Authenticate", "Basic realm=\"" + PASSWORD + "\"")
                .body("{\"message\": \"no such user\"}"));

        Exchange exchange = send(CREATE + way, age());

        assertThat(unauthorized(exchange).getMessage()).contains("the proxy asks for a credential (407)");
        assertThat(text(exchange.getException())).doesNotContain(PASSWORD);
        assertThat(calls()).hasSizeLessThanOrEqualTo(2);
        assertNoCredentialReachedTheProxy(way);
    }

    @ParameterizedTest
    @CsvSource({"403, false", "404, false", "502, true", "503, true", "504, true"})
    void F46_aRefusedTunnelCarriedNothing(int status, boolean again) {
        server.always("CONNECT **", Answers.status(status).header("Content-Type", "text/html").body("<h1>Blocked by policy</h1>"));

        PersonalizeUnavailableException failed = unavailable(send(CREATE + SECURE, age()));

        assertThat(failed.getMessage()).contains("no response from service.invalid: the proxy refused the tunnel with " + status);
        assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(calls()).hasSize(again ? 3 : 1).containsOnly(CONNECT);
        assertNoCredentialReachedTheProxy(SECURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void F46_aRefusedTunnelDoesNotTellThatADefinitionIsGone(int status) {
        server.always("CONNECT **", Answers.status(status));

        assertThat(unavailable(send(DELETE + SECURE, null)).getOutcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(unavailable(send(UPDATE + SECURE, age())).getOutcome()).isEqualTo(Outcome.BLOCKED);

        assertThat(calls()).containsExactly(CONNECT, CONNECT);
    }

    @Test
    void F46_aTunnelThatIsAPageIsNoTunnel() {
        server.always("CONNECT **",
                Answers.ok("<html>Sign in to the network</html>").header("Content-Type", "text/html").then(Ending.FIN));

        PersonalizeUnavailableException failed = unavailable(send(CREATE + SECURE + "&requestTimeout=2000", age()));

        assertThat(failed.getMessage()).contains("no response from service.invalid: ").hasSizeLessThan(1000);
        assertThat(calls()).containsOnly(CONNECT);
        assertNoCredentialReachedTheProxy(SECURE);
    }

    @Test
    void F46_aPageInPlaceOfTheServiceIsNoAnswer() {
        server.always("** **", Answers.ok("<html>Sign in to the network</html>").header("Content-Type", "text/html"));

        assertThat(unavailable(send(LIST + PLAIN, null)).getMessage())
                .contains("not JSON from service.invalid (status 200): the content type is text/html");
    }

    @Test
    void F46_aProxyThatIsNotThereIsTriedAgain() {
        server.refuseConnections();

        PersonalizeUnavailableException failed = unavailable(send(CREATE + SECURE, age()));

        assertThat(failed.getMessage()).contains("Connection refused", "given up after 3 attempts");
        assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
    }

    /** What goes through a tunnel is for the service only, the credential first of all. */
    private void assertNoCredentialReachedTheProxy(String way) {
        if (way.equals(SECURE)) {
            assertThat(server.recorded()).allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("CONNECT");
                assertThat(request.header("authtoken")).isNull();
                assertThat(request.header("x-project-uid")).isNull();
                assertThat(request.text()).isEmpty();
            });
        }
    }
}
