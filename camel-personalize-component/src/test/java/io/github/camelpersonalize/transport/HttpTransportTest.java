// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.api.HttpMethod;
import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.Ending;
import io.github.camelpersonalize.faultserver.Framing;
import io.github.camelpersonalize.faultserver.RecordedRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One exchange: what is sent, and what counts as a whole response. */
class HttpTransportTest extends Exchanges {

    @Test
    void aRequestIsSentAsItIs() throws Exception {
        byte[] body = "{\"name\": \"Gr\u00fcn\"}".getBytes(UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("authtoken", "t1");
        headers.put("content-type", "application/json");
        headers.put("user-agent", "camel-personalize/1");

        clients.transport(direct()).send(new Request(HttpMethod.POST, URI.create(server.baseUrl() + "/events?a=b"), headers, body), BOUNDS);

        RecordedRequest request = server.recorded().get(0);
        assertThat(request).hasToString("POST /events?a=b");
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.headers()).extracting(line -> line.replaceAll("(?i)(host): .*", "$1").replaceAll("^C", "c"))
                .containsExactlyInAnyOrder("authtoken: t1", "content-type: application/json", "user-agent: camel-personalize/1",
                        "content-Length: " + body.length, "Host",
                        "connection: keep-alive");
    }

    @Test
    void aRequestWithoutBodyHasNone() throws Exception {
        getEvents();

        assertThat(server.recorded().get(0).header("content-length")).isNull();
        assertThat(server.recorded().get(0).header("transfer-encoding")).isNull();
    }

    @Test
    void ofAResponseOnlyTheHeadersThatAreReadAreKept() throws Exception {
        server.on(EVENTS, Answers.ok("{}").header("CamelFileName", "/etc/passwd").header("Set-Cookie", "a=b").header("RETRY-After", "3"));

        Response response = getEvents();

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsOnlyKeys("content-type", "retry-after").containsEntry("retry-after", "3");
        assertThat(text(response)).isEqualTo("{}");
    }

    /** RFC 9110, section 5.3. */
    @Test
    void aHeaderThatIsThereSeveralTimesIsAList() throws Exception {
        server.on(EVENTS, Answers.ok("{}").header("Retry-After", "3\r\nRetry-After: 4"));

        assertThat(getEvents().header("retry-after")).isEqualTo("3, 4");
    }

    @ParameterizedTest
    @EnumSource(value = Framing.class, names = {"LENGTH", "CHUNKED", "EARLY_HINTS"})
    void aBodyIsReadHoweverItIsFramed(Framing framing) throws Exception {
        server.on(EVENTS, Answers.ok("{\"data\": []}").framed(framing));

        assertThat(text(getEvents())).isEqualTo("{\"data\": []}");
    }

    @ParameterizedTest
    @EnumSource(value = Framing.class, names = {"TRUNCATED", "CHUNKED_GARBAGE", "CHUNKED_TRUNCATED", "CHUNKED_UNFINISHED",
            "MALFORMED_STATUS_LINE"})
    void aResponseThatBreaksOffIsNone(Framing framing) {
        server.on(EVENTS, Answers.ok("{\"data\": []}").framed(framing));

        assertThatThrownBy(this::getEvents).isInstanceOf(IOException.class);
    }

    @Test
    void aHeadThatBreaksOffIsNoResponseWithoutBody() {
        server.on(EVENTS, Answers.ok("{}").afterBytes("HTTP/1.1 200 OK\r\n".length()).then(Ending.FIN));

        assertThatThrownBy(this::getEvents).isInstanceOf(ConnectionClosedException.class)
                .hasMessage("the response ended within its headers");
    }

    @Test
    void aConnectionThatEndsBeforeTheResponseDoesNotEndWithinIt() {
        server.on(EVENTS, Answers.fin());

        assertThatThrownBy(this::getEvents).isInstanceOf(IOException.class).hasMessageContaining("failed to respond");
    }

    @ParameterizedTest
    @CsvSource({"90, true", "110, false"})
    void aHeadHasNoMoreThan100Headers(int headers, boolean accepted) throws Exception {
        Answer answer = Answers.ok("{}");
        for (int i = 0; i < headers; i++) {
            answer = answer.header("X-" + i, "1");
        }
        server.on(EVENTS, answer);

        assertHead(accepted);
    }

    @ParameterizedTest
    @CsvSource({"16000, true", "16400, false"})
    void aHeaderHasNoMoreThan16Kilobytes(int length, boolean accepted) throws Exception {
        server.on(EVENTS, Answers.ok("{}").header("X-Long", "x".repeat(length)));

        assertHead(accepted);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1000})
    void aBodyUpToTheLimitIsRead(int size) throws Exception {
        server.on(EVENTS, Answers.ok("x".repeat(size)));

        assertThat(getEvents().body()).hasSize(size);
    }

    @Test
    void aLongerOneIsAnErrorAndItsConnectionIsNotUsedAgain() throws Exception {
        server.on(EVENTS, Answers.ok("x".repeat(1001)));

        assertThatThrownBy(this::getEvents).isInstanceOf(TransportException.class)
                .hasMessage("the response is larger than maxResponseSize=1000 bytes");

        assertThat(getEvents().status()).isEqualTo(200);
        assertThat(server.recorded()).extracting(RecordedRequest::connection).containsExactly(1, 2);
    }

    /** The end of its body is not waited for: it would take hours here. */
    @Test
    void ofALongErrorTheBeginningIsEnough() throws Exception {
        String start = "x".repeat(64 * 1024 + 1);
        server.on(EVENTS, Answers.status(500).body(start + "y".repeat(1 << 20)));

        Response response = getEvents();

        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response)).isEqualTo(start);
        assertThat(getEvents().status()).isEqualTo(200);
        assertThat(server.recorded()).extracting(RecordedRequest::connection).containsExactly(1, 2);
    }

    @Test
    void anErrorOfLessThanThatIsWhole() throws Exception {
        server.on(EVENTS, Answers.status(500).body("x".repeat(64 * 1024)));

        assertThat(getEvents().body()).hasSize(64 * 1024);
        assertThat(getEvents().status()).isEqualTo(200);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aResponseThatDoesNotComeEndsWithItsTime() {
        server.on(EVENTS, Answers.stall());

        assertThatThrownBy(() -> get(direct(), server.baseUrl() + "/events", new Bounds(Duration.ofMillis(200), 1000)))
                .isInstanceOf(TransportException.class).hasMessage("no complete response within requestTimeout=200ms");
    }

    @Test
    void aBodyThatTricklesDoesSoToo() {
        server.on(EVENTS, Answers.ok("x".repeat(1000)).slow(10));

        assertThatThrownBy(() -> get(direct(), server.baseUrl() + "/events", new Bounds(Duration.ofMillis(200), 1000)))
                .isInstanceOf(TransportException.class).hasMessage("no complete response within requestTimeout=200ms");
    }

    @Test
    void aRedirectIsNotFollowedBecauseItWouldTakeTheCredentialAlong() throws Exception {
        server.on(EVENTS, Answers.status(302).header("Location", server.baseUrl() + "/elsewhere"));

        Response response = getEvents();

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("location")).isEqualTo(server.baseUrl() + "/elsewhere");
        assertThat(server.requests()).isEqualTo(List.of(EVENTS));
    }

    @Test
    void afterTheStopNothingIsSent() {
        Transport transport = clients.transport(direct());
        clients.stop();

        assertThatThrownBy(
                () -> transport.send(new Request(HttpMethod.GET, URI.create(server.baseUrl() + "/events"), Map.of(), null), BOUNDS))
                .isInstanceOf(IOException.class).hasMessage("Connection pool shut down");
        assertThat(server.requests()).isEmpty();
    }

    private void assertHead(boolean accepted) throws IOException {
        if (accepted) {
            assertThat(getEvents().status()).isEqualTo(200);
        } else {
            assertThatThrownBy(this::getEvents).isInstanceOf(MessageConstraintException.class);
        }
    }
}
