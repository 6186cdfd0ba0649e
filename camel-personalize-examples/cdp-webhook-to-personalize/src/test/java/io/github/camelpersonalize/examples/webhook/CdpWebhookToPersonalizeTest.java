// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Over HTTP on both sides. */
class CdpWebhookToPersonalizeTest {

    private static final String SECRET = "a-long-secret";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static PersonalizeEmulator emulator;

    private Connector connector;
    private int port;

    @BeforeAll
    static void startService() {
        emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
    }

    @AfterAll
    static void stopService() {
        emulator.close();
    }

    @BeforeEach
    void startConnector() throws Exception {
        emulator.reset();
        start(Service.properties(emulator));
    }

    @AfterEach
    void stopConnector() {
        connector.close();
    }

    @Test
    void traitsBecomeAttributesOfTheirSimpleType() throws Exception {
        HttpResponse<String> answer = send(
                """
                        {"type":"identify","traits":{"age":37.5,"plan":"pro","newsletter":false,"address":{"city":"Lisbon"},"tags":["a"],"email":null}}
                        """);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"created\":[\"attributes/age\",\"attributes/plan\",\"attributes/newsletter\"]}");
        assertThat(emulator.project("demo").attributes())
                .extracting(attribute -> attribute.get("name").textValue() + " " + attribute.get("key").textValue() + " "
                        + attribute.get("data_type").textValue())
                .containsExactly("age age number", "plan plan string", "newsletter newsletter boolean");
    }

    @Test
    void theNameOfATrackBecomesAnEvent() throws Exception {
        assertThat(send("{\"type\":\"track\",\"event\":\"Order Completed\"}").body())
                .isEqualTo("{\"created\":[\"events/order_completed\"]}");

        assertThat(emulator.project("demo").event("order_completed").get("name").textValue()).isEqualTo("Order Completed");
    }

    @Test
    void whatIsImpliedAgainCostsNothing() throws Exception {
        send("{\"type\":\"identify\",\"traits\":{\"age\":37}}");
        long requests = emulator.requestCount();

        HttpResponse<String> again = send("{\"type\":\"identify\",\"traits\":{\"age\":24}}");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo("{\"created\":[]}");
        assertThat(emulator.requestCount()).isEqualTo(requests);
    }

    @Test
    void aDefinitionIsCreatedOnceByManyMessagesAtATime() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CLIENT.sendAsync(request("{\"type\":\"track\",\"event\":\"Signed Up\"}"), BodyHandlers.ofString())).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        assertThat(emulator.requests()).extracting(RecordedRequest::toString).containsExactly("POST /events 201");
    }

    @Test
    void whatTheProjectHasAlreadyIsNoError() throws Exception {
        emulator.seed("demo", "{\"attributes\":[{\"name\":\"Age\",\"key\":\"age\",\"data_type\":\"string\"}]}");

        HttpResponse<String> answer = send("{\"type\":\"identify\",\"traits\":{\"age\":37}}");
        HttpResponse<String> again = send("{\"type\":\"identify\",\"traits\":{\"age\":37}}");

        assertThat(List.of(answer.statusCode(), again.statusCode())).containsExactly(202, 202);
        assertThat(emulator.requests()).extracting(RecordedRequest::toString).containsExactly("POST /attributes 400",
                "GET /attributes 200");
        assertThat(emulator.project("demo").attribute("age").get("data_type").textValue()).isEqualTo("string");
    }

    @Test
    void whatTheServiceRefusesForAnotherReasonIsTheMessagesFault() throws Exception {
        emulator.script(Script.on("POST", "/events").then(Step.status(400)));

        HttpResponse<String> answer = send("{\"type\":\"track\",\"event\":\"Signed Up\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"event \\\"signed_up\\\": the service refused it with 400: Scripted answer\"}");
    }

    @Test
    void whileTheServiceIsDownTheSenderIsAskedToComeAgain() throws Exception {
        emulator.script(Script.on("*", "/**").then(2, Step.status(503)));

        HttpResponse<String> answer = send("{\"type\":\"track\",\"event\":\"Signed Up\"}");
        HttpResponse<String> again = send("{\"type\":\"track\",\"event\":\"Signed Up\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).isEqualTo("{\"error\":\"the message cannot be served now; send it again later\"}");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo("{\"created\":[\"events/signed_up\"]}");
    }

    @Test
    void aWrongCredentialOfOursIsNotToldToTheSender() throws Exception {
        connector.close();
        Map<String, String> service = new HashMap<>(Service.properties(emulator));
        service.put("camel.component.personalize.authtoken", "an-authtoken-of-old");
        start(service);

        HttpResponse<String> answer = send("{\"type\":\"track\",\"event\":\"Signed Up\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"error\":\"the message cannot be served now; send it again later\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"identify"}                     | traits must be an object
            {"type":"identify","traits":"none"}     | traits must be an object
            {"type":"track"}                        | event must be a name
            {"type":"track","event":7}              | event must be a name
            {"type":"track","event":" "}            | event must be a name
            {"type":"delete"}                       | type must be one of identify, track, page, screen, group, alias
            {"event":"Signed Up"}                   | type must be one of identify, track, page, screen, group, alias
            [1]                                     | type must be one of identify, track, page, screen, group, alias
            {"type":                                | the message is not JSON, see line 1, column 9
            {"type":"track","event":"a"} {}         | the message is not JSON, see line 1, column 30
            {"type":"identify","traits":{"":1}}     | attribute: /name must not be empty; /key must not be empty
            """)
    void aBadMessageIsToldWhatIsWrongWithIt(String message, String error) throws Exception {
        HttpResponse<String> answer = send(message);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(emulator.requestCount()).isZero();
    }

    @Test
    void anEmptyMessageIsABadOne() throws Exception {
        assertThat(send("").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"a-long-secreT", "a-long-secret-and-more", "''", "geheim-öäü"})
    void whoDoesNotKnowTheSecretIsTurnedAwayBeforeTheBodyIsRead(String guess) throws Exception {
        String head = raw("POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Webhook-Secret: " + guess
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n");

        assertThat(head).startsWith("HTTP/1.1 401 ").contains("{\"error\":\"the header X-Webhook-Secret is missing or wrong\"}");
    }

    @Test
    void aFormIsTurnedAwayBeforeItIsRead() throws Exception {
        String head = raw("POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Webhook-Secret: " + SECRET
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\n");

        assertThat(head).startsWith("HTTP/1.1 415 ").contains("{\"error\":\"the message must be sent as application/json\"}");
    }

    @Test
    void aBodyWithoutAnEndIsCutOff() throws Exception {
        InputStream spaces = new InputStream() {

            @Override
            public int read() {
                return ' ';
            }
        };
        String head = raw("POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Webhook-Secret: " + SECRET
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + "10001\r\n"
                + new String(spaces.readNBytes(0x10001), StandardCharsets.US_ASCII) + "\r\n");

        assertThat(head).startsWith("HTTP/1.1 413 ").contains("{\"error\":\"the message has more than 65536 bytes\"}");
    }

    @Test
    void headersOfTheSenderGoNowhere() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(webhook()).header("X-Webhook-Secret", SECRET)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("X-Project-Uid", "another").header("Authtoken", "mine").header("CamelPersonalizeProjectUid", "another")
                        .POST(BodyPublishers.ofString("{\"type\":\"track\",\"event\":\"Signed Up\"}")).build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("x-") || name.equalsIgnoreCase("authtoken"));
        assertThat(emulator.project("demo").events()).hasSize(1);
        assertThat(emulator.project("another").exists()).isFalse();
    }

    @Test
    void theDemoEndsAsItShould() throws Exception {
        Demo demo = new Demo(Service.properties(emulator), new PrintStream(PrintStream.nullOutputStream()));

        assertThat(demo.run()).isEqualTo(Demo.EXPECTED);
        assertThat(emulator.project("demo").attributes()).hasSize(4);
        assertThat(emulator.project("demo").events()).hasSize(2);
        assertThat(emulator.requestCount()).isEqualTo(6);
    }

    private void start(Map<String, String> service) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Map<String, String> properties = new HashMap<>(service);
        properties.put("webhook.host", "127.0.0.1");
        properties.put("webhook.port", String.valueOf(port));
        properties.put("webhook.secret", SECRET);
        properties.put("camel.component.personalize.requests-per-second", "1000");
        properties.put("camel.component.personalize.max-retries", "0");
        connector = new Connector(properties).start();
    }

    private HttpResponse<String> send(String message) throws Exception {
        return CLIENT.send(request(message), BodyHandlers.ofString());
    }

    private HttpRequest request(String message) {
        return HttpRequest.newBuilder(webhook()).header("X-Webhook-Secret", SECRET).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message)).build();
    }

    private URI webhook() {
        return URI.create("http://127.0.0.1:" + port + "/webhook");
    }

    /** What comes back although the body was announced and never came, or never ended. */
    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            StringBuilder answer = new StringBuilder();
            while (!answer.toString().contains("\"}")) {
                answer.append((char) socket.getInputStream().read());
            }
            return answer.toString();
        }
    }
}
