// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What is known of an exchange without a whole response. */
class TransportExceptionTest {

    private static final String RETRY = "may be sent again";
    private static final String DOUBT = "may have been carried out";
    private static final String MISCONFIGURED = "is misconfigured";
    private static final String UNREACHABLE = "is unreachable";

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new ConnectException("Connection refused"), "Connection refused", List.of(RETRY, UNREACHABLE)),
                arguments(new UnknownHostException("service.invalid"), "its name cannot be resolved", List.of(RETRY, UNREACHABLE)),
                arguments(new ConnectTimeoutException("Connect timed out"), "Connect timed out", List.of(RETRY, UNREACHABLE)),
                arguments(new ConnectionRequestTimeoutException("Timeout deadline"),
                        "all connections were in use for too long; raise connectionsPerRoute or maxTotalConnections", List.of(RETRY)),
                arguments(handshake("Remote host terminated the handshake", new EOFException()), "Remote host terminated the handshake",
                        List.of(RETRY)),
                arguments(handshake("(certificate_unknown) PKIX path building failed", new CertificateException()),
                        "its certificate is not accepted: PKIX path building failed", List.of(MISCONFIGURED)),
                arguments(handshake("No appropriate protocol", null), "No appropriate protocol", List.of(MISCONFIGURED)),
                arguments(new SSLPeerUnverifiedException("Certificate for <a.example> doesn't match"),
                        "its certificate is not accepted: Certificate for a.example doesn't match", List.of(MISCONFIGURED)),
                arguments(new SSLException("Unsupported or unrecognized SSL message"), "it does not speak TLS at this port",
                        List.of(MISCONFIGURED)),
                arguments(new SSLException("Tag mismatch"), "Tag mismatch", List.of(RETRY, DOUBT)),
                arguments(new SocketException("Connection reset"), "Connection reset", List.of(RETRY, DOUBT)),
                arguments(new SocketException(), "SocketException", List.of(RETRY, DOUBT)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureTellsWhyAndWhatMayHaveBecomeOfTheRequest(IOException failure, String why, List<String> facts) {
        TransportException classified = TransportException.of(failure);

        assertThat(classified).hasMessage(why).hasCause(failure);
        assertThat(facts(classified)).isEqualTo(facts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad_certificate", "unsupported_certificate", "certificate_required", "certificate_unknown", "unknown_ca",
            "access_denied"})
    void anAlertAboutTheClientsCertificateSaysSo(String alert) {
        TransportException classified = TransportException.of(new SSLHandshakeException("Received fatal alert: " + alert));

        assertThat(classified).hasMessage("it asks for a certificate of this client, or does not accept the one that it has got"
                + " (Received fatal alert: " + alert + ")");
        assertThat(facts(classified)).containsExactly(MISCONFIGURED);
    }

    @Test
    void anotherAlertIsAsItIs() {
        assertThat(TransportException.of(new SSLHandshakeException("Received fatal alert: protocol_version")))
                .hasMessage("Received fatal alert: protocol_version");
    }

    @Test
    void whatIsClassifiedStaysSo() {
        TransportException classified = TransportException.responseTooLarge(10);

        assertThat(TransportException.of(classified)).isSameAs(classified);
    }

    @Test
    void anExchangeThatTookTooLongMayHaveBeenCarriedOut() {
        TransportException late = TransportException.timeout(Duration.ofSeconds(2));

        assertThat(late).hasMessage("no complete response within requestTimeout=2000ms");
        assertThat(facts(late)).containsExactly(RETRY, DOUBT);
    }

    @Test
    void aResponseThatIsTooLargeWouldBeSoAgain() {
        TransportException large = TransportException.responseTooLarge(1024);

        assertThat(large).hasMessage("the response is larger than maxResponseSize=1024 bytes");
        assertThat(facts(large)).containsExactly(DOUBT);
    }

    @ParameterizedTest
    @CsvSource({"403, false", "404, false", "408, true", "429, true", "499, false", "500, true", "503, true"})
    void aRefusedTunnelCarriedNothing(int status, boolean again) {
        TransportException refused = TransportException.tunnelRefused(status);

        assertThat(refused).hasMessage("the proxy refused the tunnel with " + status);
        assertThat(facts(refused)).isEqualTo(again ? List.of(RETRY) : List.of());
    }

    private static SSLHandshakeException handshake(String message, Exception cause) {
        SSLHandshakeException failed = new SSLHandshakeException(message);
        failed.initCause(cause);
        return failed;
    }

    private static List<String> facts(TransportException failure) {
        List<String> facts = new ArrayList<>();
        add(facts, failure.mayRetry(), RETRY);
        add(facts, failure.inDoubt(), DOUBT);
        add(facts, failure.isMisconfigured(), MISCONFIGURED);
        add(facts, failure.isUnreachable(), UNREACHABLE);
        return facts;
    }

    private static void add(List<String> facts, boolean holds, String fact) {
        if (holds) {
            facts.add(fact);
        }
    }
}
