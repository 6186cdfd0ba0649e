// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.camelpersonalize.Samples;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Definitions in other charsets than UTF-8: the charset that the route names counts, never that of the JVM, and no character is lost. */
class CharsetFaultsTest extends FaultRoutes {

    private static final String NAME = "Größe in €";
    private static final String SIZE = Samples.CONTRACT.attribute("size", NAME);
    private static final String UPSERT = "personalize:attributes?operation=upsert";
    private static final String WINDOWS = "windows-1252";
    private static final Charset WINDOWS_1252 = Charset.forName(WINDOWS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {WINDOWS, "ISO-8859-15", "UTF-16", "UTF-16LE", "IBM01140", "UTF-8"})
    void F92_aFileIsReadInItsOwnCharset(String charset) throws Exception {
        Files.write(folder.resolve("size.json"), SIZE.getBytes(charset));

        readFile(charset, UPSERT);

        assertThat(createdName()).isEqualTo(NAME);
    }

    @Test
    void F92_aManifestIsReadInTheCharsetOfItsFile() throws Exception {
        Files.write(folder.resolve("project.yaml"), ("attributes:\n- " + SIZE).getBytes(WINDOWS_1252));

        readFile(WINDOWS, "personalize:project?operation=apply");

        assertThat(createdName()).isEqualTo(NAME);
    }

    @Test
    void F92_theCharsetOfTheJvmDoesNotCount() throws Exception {
        Files.write(folder.resolve("size.json"), SIZE.getBytes(WINDOWS_1252));
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=US-ASCII",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", System.getProperty("java.class.path"), Other.class.getName(),
                folder.toString(), emulator().baseUrl(), emulator().authtoken()).inheritIO().start();

        assertThat(other.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(createdName()).isEqualTo(NAME);
    }

    /** In the other JVM. */
    static final class Other {

        public static void main(String[] arguments) throws Exception {
            try (CamelContext context = new DefaultCamelContext()) {
                context.addRoutes(route(Path.of(arguments[0]), WINDOWS,
                        UPSERT + "&projectUid=" + PROJECT + "&baseUrl=" + arguments[1] + "&authtoken=" + arguments[2]));
                MockEndpoint done = done(context);
                context.start();
                MockEndpoint.assertIsSatisfied(1, TimeUnit.MINUTES, done);
            }
        }
    }

    @Test
    void F92_bytesThatAreNotOfTheCharsetAreAFaultAndNeverAQuestionMark() throws Exception {
        Files.write(folder.resolve("size.json"), SIZE.getBytes(UTF_8));
        MockEndpoint failed = context.getEndpoint("mock:failed", MockEndpoint.class);
        failed.expectedMessageCount(1);

        readFile("US-ASCII", UPSERT);

        failed.assertIsSatisfied();
        assertThat(failed.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .hasMessage("attribute: the bytes are not valid US-ASCII at offset 12 (size.json:1)");
        assertNothingWasSent();
    }

    @Test
    void F92_bytesAndStreamsAreReadInTheCharsetOfTheExchange() {
        sendIn(WINDOWS, SIZE.getBytes(WINDOWS_1252));
        sendIn(WINDOWS, new ByteArrayInputStream(SIZE.replace("Größe", "Maß").getBytes(WINDOWS_1252)));

        assertThat(emulator().requests()).extracting(RecordedRequest::body).filteredOn(body -> !body.isEmpty())
                .satisfiesExactly(first -> assertThat(first).contains(NAME), second -> assertThat(second).contains("Maß in €"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void F92_bytesOfUtf16ThatUtf8WouldHaveTooAreReadInTheCharsetOfTheExchange(String charset) {
        sendIn(charset, Samples.CONTRACT.attribute("size", "Size").getBytes(Charset.forName(charset)));

        assertThat(createdName()).isEqualTo("Size");
    }

    @Test
    void F92_jsonThatAStepHasWrittenIsUtf8WhateverTheFileWas() {
        sendIn(WINDOWS, SIZE.getBytes(UTF_8));

        assertThat(createdName()).isEqualTo(NAME);
    }

    @Test
    void F92_aReaderKeepsCharactersThatTheCharsetDoesNotHave() {
        sendIn("ISO-8859-1", new StringReader(SIZE));

        assertThat(createdName()).isEqualTo(NAME);
    }

    @Test
    void F92_aCharsetThatNobodyKnowsIsNamed() {
        Exchange exchange = sendIn("latin-9000", SIZE.getBytes(ISO_8859_1));

        assertThat(rejected(exchange)).hasMessage("attribute: the charset of the body, \"latin-9000\", is unknown");
    }

    private Exchange sendIn(String charset, Object body) {
        return send(UPSERT, body, Map.of(Exchange.CHARSET_NAME, charset));
    }

    private String createdName() {
        return emulator().project(PROJECT).attribute("size").path("name").textValue();
    }

    private void readFile(String charset, String uri) throws Exception {
        MockEndpoint done = done(context);
        context.addRoutes(route(folder, charset, uri));
        MockEndpoint.assertIsSatisfied(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS, done);
    }

    private static MockEndpoint done(CamelContext context) {
        MockEndpoint done = context.getEndpoint("mock:done", MockEndpoint.class);
        done.expectedMessageCount(1);
        return done;
    }

    private static RouteBuilder route(Path folder, String charset, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).to("mock:failed", "mock:done");
                from("file:" + folder + "?initialDelay=0&noop=true&charset=" + charset).to(uri).to("mock:done");
            }
        };
    }
}
