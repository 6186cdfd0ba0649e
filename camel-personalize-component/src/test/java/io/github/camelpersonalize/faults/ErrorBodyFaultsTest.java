// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What a server says of an error, and how it packs its answers: told in a few clean words, and never unpacked. */
@BothDialects
class ErrorBodyFaultsTest extends FaultRoutes {

    private static final String CREATE = "personalize:attributes?operation=create";
    private static final String REFUSED = "attribute \"age\": the service refused it with 400";
    private static final int MIB = 1024 * 1024;
    private static final byte[] BOMB = gzip(new byte[50 * MIB]);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '>', value = {
            "{\"message\": \"Type is odd.\", \"status\": 400} > Type is odd",
            "{\"error_message\": \"Type is odd.\", \"error_code\": 119} > Type is odd",
            "{\"error\": \"Bad Request\"} > Bad Request",
            "{\"message\": \" \", \"error\": {\"reason\": \"x\"}} > {\"reason\":\"x\"}",
            "{\"errors\": {\"key\": [\"is short\"]}} > /key is short",
            "{\"errors\": [\"is short\"]} > [\"is short\"]", "{\"message\": \"And so on...\"} > And so on...",
            "[\"no\"] > [\"no\"]", "\"no\" > no", "{\"odd\": 1} > {\"odd\":1}"})
    void F35_whatTheServiceSaysIsToldWhateverItsShape(String body, String told) {
        PersonalizeRejectedException refused = refused(Step.status(400).body(body));

        assertThat(refused).hasMessage(REFUSED + ": " + told);
        assertThat(refused.getStatus()).isEqualTo(400);
    }

    @Test
    void F35_complaintsAboutMembersAreToldOneByOne() {
        PersonalizeRejectedException refused = refused(Step.status(422).body("""
                {"message": "Invalid.", "code": "E42", "errors": {"key": ["is short", {"message": "is\\nodd"}], "name": "is long",
                 "a/b": 5}}"""));

        assertThat(refused).hasMessage("attribute \"age\": the service refused it with 422: Invalid; "
                + "/key is short; /key is odd; /name is long; /a~1b 5");
        assertThat(refused.getCode()).isEqualTo("E42");
        assertThat(refused.getFieldErrors()).containsExactly(new FieldError("/key", "is short"), new FieldError("/key", "is odd"),
                new FieldError("/name", "is long"), new FieldError("/a~1b", "5"));
    }

    @Test
    void F35_ofManyComplaintsTheFirst50AreKeptAndFiveTold() {
        PersonalizeRejectedException refused = refused(
                Step.status(400).body("{\"message\": \"Invalid.\", \"errors\": {\"key\": [" + "\"no\", ".repeat(500) + "\"no\"]}}"));

        assertThat(refused).hasMessage(REFUSED + ": Invalid" + "; /key no".repeat(5) + "; and 45 more");
        assertThat(refused.getFieldErrors()).hasSize(50).containsOnly(new FieldError("/key", "no"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"text/plain, ` Type\r\n is\todd. `, Type is odd", "text/plain, ``, ``",
            "text/html, `<html><head><title>Bad</title><script>x()</script></head><body>Type <b>is</b> odd.</body>`, Bad Type is odd",
            "application/json, `not JSON`, not JSON", "application/json, `{\"message\": \"cut`, `{\"message\": \"cut`"})
    void F35_aTextOrAPageIsToldAsOneLineWithoutMarkup(String type, String body, String told) {
        PersonalizeRejectedException refused = refused(Step.status(400).header("Content-Type", type).body(body));

        assertThat(refused).hasMessage(REFUSED + (told.isEmpty() ? "" : ": " + told));
        assertThat(refused).hasNoCause();
    }

    @Test
    void F35_F108_charactersThatSteerATerminalOrALogAreWrittenAsEscapes() {
        PersonalizeRejectedException refused = refused(
                Step.status(400).body("{\"message\": \"a\\u001b[31mb\\u009b2Jc\\r\\n2026-01-01 ERROR forged\\u202egnp\\u2028x\\u0000y\"}"));

        assertThat(refused).hasMessage(REFUSED + ": a\\u001b[31mb\\u009b2Jc 2026-01-01 ERROR forged\\u202egnp\\u2028x\\u0000y");
    }

    @Test
    void F35_bytesThatAreNotUtf8AreToldAsFarAsTheyCan() {
        PersonalizeRejectedException refused = refused(
                Step.status(400).header("Content-Type", "text/plain").body(new byte[]{'a', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, 'b'}));

        assertThat(refused).hasMessage(REFUSED + ": a\uFFFD(\uFFFDb");
    }

    @Test
    void F35_theCredentialIsMaskedWhereTheServerRepeatsIt() {
        String token = emulator().authtoken();
        PersonalizeRejectedException refused = refused(Step.status(400).body("{\"message\": \"authtoken " + token
                + " is odd\", \"code\": \"" + token + "\", \"errors\": {\"" + token + "\": \"" + token + "\"}}"));

        assertThat(refused).hasMessage(REFUSED + ": authtoken *** is odd; /*** ***");
        assertThat(refused.getCode()).isEqualTo("***");
        assertThat(refused.getFieldErrors()).containsExactly(new FieldError("/***", "***"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json"})
    void F35_of10MebibytesTheFirst512CharactersAreTold(String type) {
        byte[] body = ("{\"message\": \"" + "x".repeat(10 * MIB) + "\"}").getBytes(UTF_8);

        PersonalizeRejectedException refused = refused(Step.status(400).header("Content-Type", type).body(body));

        assertThat(refused.getMessage()).startsWith(REFUSED + ": {\"message\": \"xxx").endsWith("xxx…").hasSize(REFUSED.length() + 2 + 513);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 503})
    void F35_anErrorLargerThanAnAnswerMayBeKeepsItsStatus(int status) {
        emulator().script(Script.on("POST", "/attributes")
                .then(Step.status(status).header("Content-Type", "text/plain").body("busy " + "x".repeat(100_000))));

        Exchange exchange = send(CREATE + "&maxResponseSize=1KB", age());

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeStatusCode")).isEqualTo(status);
        assertThat(exchange.getException()).hasMessageContaining(status + ": busy xxxxx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "Content-Length: 107374182400", "Transfer-Encoding: chunked"})
    void F35_anErrorWithoutEndIsCutOff(String framing) {
        AtomicLong sent = new AtomicLong();
        try (RawServer server = new RawServer(out -> pour("400 Bad Request", framing, out, sent))) {
            Exchange exchange = send(CREATE + "&baseUrl=" + server.baseUrl(), age());

            assertThat(rejected(exchange)).hasMessageStartingWith(REFUSED + ": no no no ");
            assertThat(server.requests()).hasSize(1);
            assertThat(sent.get()).isLessThan(32L * MIB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "Content-Length: 107374182400", "Transfer-Encoding: chunked"})
    void F36_anAnswerWithoutEndIsCutOff(String framing) {
        AtomicLong sent = new AtomicLong();
        try (RawServer server = new RawServer(out -> pour("200 OK", framing, out, sent))) {
            Exchange exchange = send("personalize:attributes?operation=list&maxResponseSize=1MB&baseUrl=" + server.baseUrl(), null);

            assertThat(unavailable(exchange))
                    .hasMessage("attribute: no response from 127.0.0.1: the response is larger than maxResponseSize=1048576 bytes");
            assertThat(sent.get()).isLessThan(32L * MIB);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void F35_aCompressedErrorIsToldByItsStatusOnly(int status) {
        emulator().script(Script.on("POST", "/attributes")
                .then(Step.status(status).header("Content-Encoding", "gzip").body(BOMB)));

        Exchange exchange = send(CREATE, age());

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeStatusCode")).isEqualTo(status);
        assertThat(exchange.getException().getMessage())
                .matches("attribute \"age\": the service (refused it|failed) with " + status + ".{0,60}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "create", "update&uid=a1", "delete&uid=a1"})
    void F36_compressionIsNotAskedFor(String operation) {
        send("personalize:attributes?operation=" + operation, age());

        assertThat(emulator().requests()).isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKeys("accept-encoding", "te"));
    }

    static List<Object[]> encodings() {
        byte[] list = "[]".getBytes(UTF_8);
        return List.of(new Object[]{"gzip", gzip(list)}, new Object[]{"GZIP", BOMB}, new Object[]{"x-gzip", gzip(list)},
                new Object[]{"gzip, gzip", gzip(BOMB)}, new Object[]{"deflate", deflate(list)}, new Object[]{"br", list},
                new Object[]{"zstd", list}, new Object[]{"identity, gzip", gzip(list)}, new Object[]{"aes128gcm", list});
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void F36_anEncodedAnswerIsRefusedAndNeverUnpacked(String encoding, byte[] body) {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).header("Content-Encoding", encoding).body(body)));

        PersonalizeUnavailableException failed = unavailable(send("personalize:attributes?operation=list", null));

        assertThat(failed)
                .hasMessage("attribute: not JSON from 127.0.0.1 (status 200): the response is compressed, which was not asked for;"
                        + " check baseUrl and what stands between this machine and the service");
    }

    @Test
    void F36_bytesThatAreCompressedWithoutSayingSoAreNotJson() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body(BOMB)));

        assertThat(unavailable(send("personalize:attributes?operation=list", null)))
                .hasMessageStartingWith("attribute: not JSON from 127.0.0.1 (status 200): the bytes are not valid UTF-8 at offset 1;");
    }

    @Test
    void F36_theEncodingThatIsNoneIsRead() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).header("Content-Encoding", "identity").body("[]")));
        emulator().script(Script.on("POST", "/attributes")
                .then(Step.status(400).header("Content-Encoding", "identity").body("{\"message\": \"Type is odd.\"}")));

        assertThat(send("personalize:attributes?operation=list", null).getException()).isNull();
        assertThat(rejected(send(CREATE, age()))).hasMessage(REFUSED + ": Type is odd");
    }

    @Test
    void F36_anAnswerLargerThanItMayBeIsRefused() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("[" + " ".repeat(1024) + "]")));

        assertThat(unavailable(send("personalize:attributes?operation=list&maxResponseSize=1KB", null)))
                .hasMessage("attribute: no response from 127.0.0.1: the response is larger than maxResponseSize=1024 bytes");
    }

    private PersonalizeRejectedException refused(Step step) {
        emulator().script(Script.on("POST", "/attributes").then(step));

        Exchange exchange = send(CREATE, age());

        assertThat(bodyOf(exchange)).isEqualTo(age());
        assertThat(calls()).containsExactly("POST /attributes");
        return rejected(exchange);
    }

    /** A text that does not end by itself; it ends with the connection, or with 200 MiB. */
    private static void pour(String status, String framing, OutputStream out, AtomicLong sent) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\n" + framing + "\r\n\r\n").getBytes(ISO_8859_1));
        String text = "no ".repeat(10_000);
        byte[] block = (framing.endsWith("chunked") ? "7530\r\n" + text + "\r\n" : text).getBytes(ISO_8859_1);
        while (sent.addAndGet(block.length) < 200L * MIB) {
            out.write(block);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
