// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

import io.github.camelpersonalize.credentials.TokenServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever an authorization server answers, the message says what to do, whether it passes is right, and no secret is in it. */
class RefusalsTest extends AtTheTokenServer {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | invalid_grant          | the refresh token has expired, was revoked or used before: have the app authorized again and set refreshToken
            401 | invalid_client         | check clientId and clientSecret
            400 | unauthorized_client    | allow this grant in the app's settings, or use another one
            400 | unsupported_grant_type | check tokenUrl
            400 | invalid_scope          | check scope
            400 | invalid_request        | check tokenUrl, clientId, clientSecret, refreshToken and scope
            403 | access_denied          | check tokenUrl, clientId, clientSecret, refreshToken and scope""")
    void anErrorCodeIsToldWithWhatToDo(int status, String code, String advice) {
        server.then(status, """
                {"error": "%s"}""".formatted(code));

        assertThat(refusal()).hasMessage(
                the("refused the refresh_token grant with " + status + " " + code + "; " + advice)).matches(e -> !e.isTransient());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | invalid_client         | check clientId and clientSecret
            400 | invalid_grant          | check clientId and clientSecret
            400 | unsupported_grant_type | set refreshToken""")
    void theAdviceForClientCredentialsIsNotToMendARefreshToken(int status, String code, String advice) {
        server.then(status, """
                {"error": "%s"}""".formatted(code));

        assertThat(reported(credentials(new OAuthSettings(server.url(), "app", SECRET, null, null))))
                .hasMessage(the("refused the client_credentials grant with " + status + " " + code + "; " + advice));
    }

    @Test
    void theServersDescriptionIsToldAsOneBoundedLine() {
        server.then(400, """
                {"error": "invalid_grant", "error_description": "Token\\r\\nexpired \\u001b[31m \\"now\\" %s"}"""
                .formatted("x".repeat(500)));

        assertThat(refusal().getMessage())
                .startsWith(the("refused the refresh_token grant with 400 invalid_grant (Token expired \\u001b[31m \"now\" xxx"))
                .contains("xxx…); the refresh token has expired").hasSizeLessThan(500);
    }

    @Test
    void aServerThatRepeatsSecretsIsNotQuotedWithThem() {
        server.then(400, """
                {"error": "canary-refresh-1", "error_description": "canary-client-secret (canary-cli…) of canary%2Drefresh",
                 "error_uri": "https://example.com/canary-refresh-1"}""");

        assertThat(refusal()).hasMessage(the("refused the refresh_token grant with 400 *** (*** (***…) of canary%2Drefresh);"
                + " check tokenUrl, clientId, clientSecret, refreshToken and scope"));
    }

    @Test
    void anErrorThatIsAnsweredWith200IsAnError() {
        server.then(200, """
                {"error": "invalid_grant", "access_token": "canary-access"}""");

        assertThat(refusal()).hasMessageStartingWith(the("refused the refresh_token grant with 200 invalid_grant; the refresh token"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void anOutagePasses(int status) {
        server.then(new Answer(status, Map.of("Content-Type", "text/html"), "<h1>canary-refresh-1</h1>"));

        assertThat(refusal()).hasMessage(the("failed with " + status)).matches(CredentialsException::isTransient);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporarily_unavailable", "server_error", "slow_down"})
    void anErrorCodeOfAnOutagePassesWhateverTheStatus(String code) {
        server.then(400, """
                {"error": "%s", "error_description": "Later"}""".formatted(code));

        assertThat(refusal()).hasMessage(the("refused the refresh_token grant with 400 " + code + " (Later)"))
                .matches(CredentialsException::isTransient);
    }

    @ParameterizedTest
    @CsvSource({"404,text/html,<h1>Not found</h1>", "400,application/json,{}", "401,application/json,'{\"error\": 1}'",
            "400,application/json,'{\"message\": \"canary-refresh-1\"}'"})
    void aRefusalWithoutAnErrorCodeIsATokenUrlThatIsWrong(int status, String type, String body) {
        server.then(new Answer(status, Map.of("Content-Type", type), body));

        assertThat(refusal()).hasMessage(the("responded with " + status + " without an OAuth error code; check tokenUrl"))
                .matches(e -> !e.isTransient());
    }

    @Test
    void aProxyThatWantsACredentialSaysSo() {
        server.then(407, "{}");

        assertThat(refusal()).hasMessage("the proxy asks for a credential (407); check proxyAuthUsername and proxyAuthPassword")
                .matches(e -> !e.isTransient());
    }

    /** Whatever a gateway sends, it is an outage, and no exception of the JVM. */
    @ParameterizedTest
    @ValueSource(strings = {";", ";;", " ; charset=utf-8", "", "/", "a;b;c", "text/html;", ",", "application/json;;charset", "\u00fc"})
    void F119_aContentTypeThatIsNoneIsGarbageAsAnyOther(String type) {
        server.then(new Answer(200, Map.of("Content-Type", type), "<html>canary-refresh-1</html>"));

        assertThat(refusal()).hasMessageStartingWith(the("responded with 200 and no JSON object"))
                .hasMessageEndingWith("; check tokenUrl and what stands between this machine and the server")
                .matches(CredentialsException::isTransient);
    }

    @ParameterizedTest
    @CsvSource({"text/html; charset=utf-8,<html>canary-refresh-1</html>,' (content type text/html)'",
            "application/json,'{\"access_token\": \"canary-access',' (content type application/json)'",
            "application/json,'[\"canary-access\"]',' (content type application/json)'",
            "application/json,'',' (content type application/json)'"})
    void aPageOfWhateverStandsInBetweenIsNoToken(String type, String body, String told) {
        server.then(new Answer(200, Map.of("Content-Type", type), body));

        assertThat(refusal()).hasMessage(
                the("responded with 200 and no JSON object" + told
                        + "; check tokenUrl and what stands between this machine and the server"))
                .matches(CredentialsException::isTransient);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"token_type": "Bearer"}                                       | without an access_token
            {"access_token": "", "token_type": "Bearer"}                   | without an access_token
            {"access_token": ["canary-access"], "token_type": "Bearer"}    | without an access_token
            {"access_token": "canary-access"}                              | with a token_type other than Bearer
            {"access_token": "canary-access", "token_type": "mac"}         | with a token_type other than Bearer
            {"access_token": "canary-\\u0000", "token_type": "Bearer"}     | with an access_token that no header can carry
            {"access_token": "canary\\r\\nhost: x", "token_type": "Bearer"} | with an access_token that no header can carry""")
    void anAnswerWithoutABearerTokenIsToldSo(String body, String how) {
        server.then(200, body);

        assertThat(refusal()).hasMessage(the("responded " + how + "; check tokenUrl")).matches(e -> !e.isTransient());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        server.then(new Answer(status, Map.of("Location", server.url() + "?canary-refresh-1"), ""));

        assertThat(refusal()).hasMessage(the(
                "responded with " + status
                        + ", a redirect, which is not followed, because it would carry the secrets there; check tokenUrl"));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerWithoutBoundIsNotReadToItsEnd() {
        server.then(200, "{\"access_token\": \"" + "x".repeat(1024 * 1024) + "\"}");

        assertThat(refusal()).hasMessage(
                "no response from the authorization server " + server.host()
                        + ": the response is larger than maxResponseSize=1048576 bytes")
                .matches(CredentialsException::isTransient);
    }

    @Test
    void aServerThatIsNotThereIsAnOutage() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(reported(credentials(at(URI.create("http://127.0.0.1:" + port + "/token")))))
                .hasMessageStartingWith("no response from the authorization server 127.0.0.1:" + port + ": ")
                .hasMessageContaining("refused")
                .matches(CredentialsException::isTransient);
    }

    @Test
    void aServerThatSpeaksAnotherProtocolIsNotQuotedWithSecrets() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answerOnce(other, "220 canary-client-secret is my name\r\n"));
            thread.start();

            CredentialsException failure = reported(credentials(at(URI.create("http://127.0.0.1:" + other.getLocalPort() + "/token"))));

            assertThat(failure).hasMessageStartingWith("no response from the authorization server")
                    .matches(CredentialsException::isTransient);
            thread.join();
        }
    }

    private static void answerOnce(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[8192]);
            socket.getOutputStream().write(answer.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String the(String rest) {
        return "the authorization server " + server.host() + " " + rest;
    }

    private CredentialsException refusal() {
        return reported(credentials());
    }

    /** The failure, after a look for secrets at all that is printed of it. */
    private static CredentialsException reported(OAuthCredentials credentials) {
        CredentialsException failure = failure(credentials);
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).doesNotContain(SECRET, REFRESH_TOKEN, "canary-access");
        return failure;
    }
}
