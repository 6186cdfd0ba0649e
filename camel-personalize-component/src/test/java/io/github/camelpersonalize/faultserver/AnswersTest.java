// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

import io.github.camelpersonalize.faultserver.RawClient.End;
import io.github.camelpersonalize.faultserver.RawClient.Received;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelpersonalize.faultserver.Answers.chunked;
import static io.github.camelpersonalize.faultserver.Answers.chunkedGarbage;
import static io.github.camelpersonalize.faultserver.Answers.chunkedTruncated;
import static io.github.camelpersonalize.faultserver.Answers.chunkedUnfinished;
import static io.github.camelpersonalize.faultserver.Answers.closing;
import static io.github.camelpersonalize.faultserver.Answers.earlyHints;
import static io.github.camelpersonalize.faultserver.Answers.fin;
import static io.github.camelpersonalize.faultserver.Answers.good;
import static io.github.camelpersonalize.faultserver.Answers.halfUntilClose;
import static io.github.camelpersonalize.faultserver.Answers.hugeHeaders;
import static io.github.camelpersonalize.faultserver.Answers.malformedStatusLine;
import static io.github.camelpersonalize.faultserver.Answers.ok;
import static io.github.camelpersonalize.faultserver.Answers.reset;
import static io.github.camelpersonalize.faultserver.Answers.shortLength;
import static io.github.camelpersonalize.faultserver.Answers.slow;
import static io.github.camelpersonalize.faultserver.Answers.stall;
import static io.github.camelpersonalize.faultserver.Answers.status;
import static io.github.camelpersonalize.faultserver.Answers.truncated;
import static io.github.camelpersonalize.faultserver.Answers.twoLengths;
import static io.github.camelpersonalize.faultserver.RawClient.request;
import static io.github.camelpersonalize.faultserver.RawClient.End.CLOSED;
import static io.github.camelpersonalize.faultserver.RawClient.End.OPEN;
import static io.github.camelpersonalize.faultserver.RawClient.End.RESET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each answer byte by byte, as a socket sees it: {@code |} stands for the end of a line. */
class AnswersTest {

    private static final String LIST = request("GET /attributes", "");
    private static final String TYPE = "Content-Type: application/json|";
    private static final String HEAD = "HTTP/1.1 200 OK|" + TYPE + "Content-Length: 11||";
    private static final String CHUNKS = "HTTP/1.1 200 OK|" + TYPE + "Transfer-Encoding: chunked||";
    private static final String HINT = "HTTP/1.1 103 Early Hints|Link: </style.css>; rel=preload||";

    @AutoClose
    private final FaultServer server = new FaultServer();

    static Stream<Arguments> answers() {
        return Stream.of( //
                arguments("good", good(), HEAD + "{\"data\":[]}", OPEN),
                arguments("good, then closed", closing(), HEAD + "{\"data\":[]}", CLOSED),
                arguments("good, then reset", good().then(Ending.RESET), HEAD + "{\"data\":[]}", RESET),
                arguments("good in chunks", chunked(), CHUNKS + "5|{\"dat|6|a\":[]}|0||", OPEN),
                arguments("early hints", earlyHints(), HINT + HINT + HEAD + "{\"data\":[]}", OPEN),
                arguments("a status", status(204), "HTTP/1.1 204 OK||", OPEN),
                arguments("an error", status(503).header("Retry-After", "2"),
                        "HTTP/1.1 503 Error|" + TYPE + "Retry-After: 2|Content-Length: 35||{\"message\":\"scripted\",\"status\":503}",
                        OPEN),
                arguments("another body", ok("[]"), "HTTP/1.1 200 OK|" + TYPE + "Content-Length: 2||[]", OPEN),
                arguments("another type", good().header("content-type", "text/html").body("<p>"),
                        "HTTP/1.1 200 OK|content-type: text/html|Content-Length: 3||<p>", OPEN),
                arguments("no type", good().header("Content-Type", null), "HTTP/1.1 200 OK|Content-Length: 11||{\"data\":[]}", OPEN),
                arguments("reset", reset(), "", RESET), //
                arguments("reset after the head", reset().afterHeaders(), HEAD, RESET),
                arguments("reset in the body", reset().afterBody(4), HEAD + "{\"da", RESET),
                arguments("reset in the head", reset().afterBytes(8), "HTTP/1.1", RESET),
                arguments("reset while the client sends", reset().unread(), "", RESET), //
                arguments("fin", fin(), "", CLOSED), //
                arguments("fin after the head", fin().afterHeaders(), HEAD, CLOSED),
                arguments("fin in the body", fin().afterBody(4), HEAD + "{\"da", CLOSED),
                arguments("fin in the head", fin().afterBytes(8), "HTTP/1.1", CLOSED),
                arguments("fin while the client sends", fin().unread(), "", CLOSED), //
                arguments("stall", stall(), "", OPEN), //
                arguments("stall after the head", stall().afterHeaders(), HEAD, OPEN),
                arguments("stall in the body", stall().afterBody(4), HEAD + "{\"da", OPEN),
                arguments("truncated", truncated(), HEAD.replace("11", "27") + "{\"data\":[]}", CLOSED),
                arguments("short length", shortLength(), HEAD.replace("11", "5") + "{\"data\":[]}", OPEN),
                arguments("two lengths", twoLengths(),
                        "HTTP/1.1 200 OK|" + TYPE + "Content-Length: 11|Content-Length: 27||{\"data\":[]}", OPEN),
                arguments("half until close", halfUntilClose(), "HTTP/1.1 200 OK|" + TYPE + "Connection: close||{\"dat", CLOSED),
                arguments("chunked garbage", chunkedGarbage(), CHUNKS + "this is no chunk|{\"data\":[]}", OPEN),
                arguments("chunked truncated", chunkedTruncated(), CHUNKS + "b|{\"dat", CLOSED),
                arguments("chunked unfinished", chunkedUnfinished(), CHUNKS + "b|{\"data\":[]}|", CLOSED),
                arguments("malformed", malformedStatusLine(), "HTTP/1.1 two-hundred OK|" + TYPE + "Content-Length: 11||{\"data\":[]}",
                        OPEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void isOnTheWireWhatItsNameSays(String name, Answer answer, String wire, End end) throws IOException {
        server.on("GET /attributes", answer);
        assertReceives(LIST, wire.replace("|", "\r\n"), end);
        Awaitility.await().until(() -> server.unused().isEmpty());
    }

    @Test
    void hugeHeadersHaveTheSizeThatWasAskedFor() throws IOException {
        server.on("GET /attributes", hugeHeaders(64));
        try (RawClient client = new RawClient(server)) {
            int size = 64 * 1024 + HEAD.replace("|", "\r\n").length() + 11;
            assertThat(client.send(LIST).receive(size)).hasSize(size).contains("\r\nX-Padding-0: xxx", "\r\nX-Padding-63: xxx")
                    .endsWith("\r\n\r\n{\"data\":[]}");
        }
    }

    @Test
    void aSlowBodyComesAtItsPaceAfterItsHead() throws IOException {
        server.on("GET /attributes", slow(50));
        try (RawClient client = new RawClient(server)) {
            client.send(LIST).receive(HEAD.replace("|", "\r\n").length());
            long began = System.nanoTime();
            assertThat(client.receive(11)).isEqualTo("{\"data\":[]}");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(190), Duration.ofSeconds(2));
        }
    }

    @Test
    void aResetWhileTheClientSendsEndsItsSending() throws IOException {
        server.on("POST /attributes", reset().unread());
        try (RawClient client = new RawClient(server)) {
            client.send("POST /attributes HTTP/1.1\r\nContent-Length: 100000000\r\n\r\n");
            assertThat(catchThrowable(() -> {
                for (int sent = 0; sent < 100_000_000; sent += 100_000) {
                    client.send("x".repeat(100_000));
                }
            })).isInstanceOf(IOException.class);
        }
        assertThat(server.recorded()).singleElement()
                .returns(false, RecordedRequest::complete)
                .returns("POST /attributes", RecordedRequest::toString);
    }

    @Test
    void anAnswerCutAtAByteCountsRequestAndAnswerTogether() throws IOException {
        String create = request("POST /events", "{\"key\":\"a\"}");
        server.on("POST /events", reset().cutAt(create.length() - 1), fin().cutAt(create.length()), fin().cutAt(create.length() + 12));
        assertReceives(create, "", RESET);
        assertThat(server.state("events")).isEmpty();
        assertReceives(create, "", CLOSED);
        assertThat(server.state("events")).hasSize(1);
        assertReceives(create, "HTTP/1.1 400", CLOSED);
        assertThat(server.recorded()).extracting(RecordedRequest::complete).containsExactly(false, true, true);
        assertThat(server.recorded().get(0).text()).isEqualTo("{\"key\":\"a\"");
    }

    private void assertReceives(String request, String text, End end) throws IOException {
        try (RawClient client = new RawClient(server)) {
            Received expected = new Received(text, end);
            assertThat(client.send(request).receive(expected)).isEqualTo(expected);
        }
    }
}
