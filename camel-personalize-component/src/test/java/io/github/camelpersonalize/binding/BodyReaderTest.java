// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.document.CsvRow;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonLimits;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The body of a message is read, whatever its type, and can be read again. */
class BodyReaderTest extends BoundMessages {

    private static final String TEXT = "{\"key\":\"age\",\"name\":\"Größe\"}";
    private static final Map<String, Object> SERIALIZED = Map.of(Exchange.CONTENT_TYPE, "application/x-java-serialized-object");
    private static final Map<String, Object> LATIN = Map.of(Exchange.CHARSET_NAME, "iso-8859-1");

    @TempDir
    static Path folder;

    static Stream<Object> bodies() throws IOException {
        Path path = Files.writeString(folder.resolve("body.json"), TEXT);
        Definition definition = Json.definition(Json.read(TEXT));
        GenericFile<File> file = new GenericFile<>();
        file.setFile(path.toFile());
        return Stream.of(TEXT, new StringBuilder(TEXT), TEXT.getBytes(UTF_8), new StringReader(TEXT),
                new ByteArrayInputStream(TEXT.getBytes(UTF_8)), path, path.toFile(), file, Json.read(TEXT), definition,
                Map.copyOf(definition),
                new Attribute(null, "Größe", "age", null, null, null));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyIsReadAsOftenAsOneLikes(Object body) {
        Message message = message(body);

        assertThat(BodyReader.read(message)).isEqualTo(Json.read(TEXT));
        assertThat(BodyReader.read(message)).isEqualTo(Json.read(TEXT));
        assertThat(json(BodyReader.content(message))).isEqualTo(Json.read(TEXT));
    }

    private static JsonNode json(Object content) {
        return content instanceof JsonNode tree ? tree : BodyReader.json(content);
    }

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of(null, "the message has no body"), Arguments.of(1, "a Integer is no definition"),
                Arguments.of(true, "a Boolean is no definition"), Arguments.of(TimeUnit.DAYS, "a TimeUnit is no definition"),
                Arguments.of(new Object(), "a java.lang.Object cannot be written as JSON: it is a java.lang.Object"),
                Arguments.of(Path.of("missing.json"), "a body of type sun.nio.fs.UnixPath that cannot be read"),
                Arguments.of(new File("missing.json"), "a body of type java.io.File that cannot be read"),
                Arguments.of(CsvRow.faulty(3, "a quote has no end"), "a quote has no end"),
                Arguments.of(new byte[]{(byte) 0xAC, (byte) 0xED, 0, 5},
                        "the body is a serialized Java object, which is never deserialized; send JSON"),
                Arguments.of("x".repeat(JsonLimits.MAX_BODY + 1), "the body is larger than 16777216 bytes; split it"),
                Arguments.of(new byte[JsonLimits.MAX_BODY + 1], "the body is larger than 16777216 bytes; split it"),
                Arguments.of("key: age\nname: Age", "Unrecognized token 'key': was expecting (JSON String, Number, Array, Object or token"
                        + " 'null', 'true' or 'false') at line 1, column 4; the text looks like YAML, which only the operations of"
                        + " personalize:project read: put unmarshal().yaml() before this step"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoDefinitionIsRefused(Object body, String why) {
        assertThatThrownBy(() -> BodyReader.read(message(body))).isInstanceOf(JsonException.class).hasMessage(why);
    }

    @Test
    void aBodyIsAsLongAsItMayBe() {
        byte[] most = ("\"" + " ".repeat(10) + "\"").getBytes(UTF_8);
        byte[] padded = new byte[JsonLimits.MAX_BODY];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(most, 0, padded, 0, most.length);

        assertThat(BodyReader.read(message(padded)).isTextual()).isTrue();
        assertThat(BodyReader.read(message(new String(padded, UTF_8))).isTextual()).isTrue();
    }

    @Test
    void aTypeOfSerializedObjectsIsRefusedWithoutALook() {
        assertThatThrownBy(() -> BodyReader.read(message(TEXT, SERIALIZED))).isInstanceOf(JsonException.class)
                .hasMessage("the body is a serialized Java object, which is never deserialized; send JSON");
    }

    @Test
    void aDefinitionStaysOneWhereItIsWanted() {
        Definition definition = Json.definition(Json.read(TEXT));

        assertThat(BodyReader.contentOrDefinition(message(definition))).isSameAs(definition);
        assertThat(BodyReader.contentOrDefinition(message(Map.of("a", 1)))).isEqualTo(Json.read("{\"a\": 1}"));
    }

    @Test
    void onlyAContentIsCheckedForTextsThatNoEncodingCanCarry() {
        assertThat(BodyReader.read(message(Map.of("a", "\ud800")))).hasSize(1);
        assertThatThrownBy(() -> BodyReader.content(message(Map.of("a", "\ud800")))).isInstanceOf(JsonException.class)
                .hasMessage("/a the text has half a surrogate pair, which no encoding can carry");
    }

    @Test
    void bytesAreOfTheCharsetOfTheMessageUnlessTheyAreUtf8() {
        assertThat(BodyReader.read(message(TEXT.getBytes(ISO_8859_1), LATIN))).isEqualTo(Json.read(TEXT));
        assertThat(BodyReader.read(message(TEXT.getBytes(UTF_8), LATIN))).isEqualTo(Json.read(TEXT));
        assertThat(BodyReader.read(message("{\"a\": 1}".getBytes(UTF_16BE), Map.of(Exchange.CHARSET_NAME, "UTF-16BE"))))
                .isEqualTo(Json.read("{\"a\": 1}"));
    }

    @Test
    void theExchangeMayNameTheCharset() {
        Message message = message(TEXT.getBytes(ISO_8859_1));
        message.getExchange().setProperty(Exchange.CHARSET_NAME, "iso-8859-1");

        assertThat(BodyReader.read(message)).isEqualTo(Json.read(TEXT));
    }

    @Test
    void aCharsetThatIsWrongIsTold() {
        byte[] latin = TEXT.getBytes(ISO_8859_1);

        assertThatThrownBy(() -> BodyReader.read(message(latin, Map.of(Exchange.CHARSET_NAME, "latin-9000"))))
                .isInstanceOf(JsonException.class).hasMessage("the charset of the body, \"latin-9000\", is unknown");
        assertThatThrownBy(() -> BodyReader.read(message(latin, Map.of(Exchange.CHARSET_NAME, "us-ascii"))))
                .isInstanceOf(JsonException.class).hasMessage("the bytes are not valid US-ASCII at offset 23");
    }

    @Test
    void aFileIsOfTheCharsetOfItsEndpointAlone() throws IOException {
        GenericFile<File> file = new GenericFile<>();
        file.setFile(Files.write(folder.resolve("latin.json"), TEXT.getBytes(ISO_8859_1)).toFile());

        assertThat(BodyReader.read(message(file, LATIN))).isEqualTo(Json.read(TEXT));
        assertThatThrownBy(() -> BodyReader.read(message(file))).isInstanceOf(JsonException.class)
                .hasMessage("the bytes are not valid UTF-8 at offset 23");
    }

    @Test
    void aFileThatWasReadIsWhatWasRead() {
        GenericFile<File> file = new GenericFile<>();
        file.setBody(TEXT.getBytes(UTF_8));

        assertThat(BodyReader.read(message(file))).isEqualTo(Json.read(TEXT));
    }

    static Stream<Arguments> texts() {
        return Stream.of(Arguments.of("Größe", null), Arguments.of("\uFEFFGröße", null), Arguments.of(new StringReader("Größe"), null),
                Arguments.of("Größe".getBytes(UTF_8), null), Arguments.of("\uFEFFGröße".getBytes(UTF_8), null),
                Arguments.of("\uFEFFGröße".getBytes(UTF_16BE), null), Arguments.of("\uFEFFGröße".getBytes(StandardCharsets.UTF_16LE), null),
                Arguments.of("\uFEFFGröße".getBytes(UTF_8), ISO_8859_1), Arguments.of("Größe".getBytes(ISO_8859_1), ISO_8859_1),
                Arguments.of(new ByteArrayInputStream("Größe".getBytes(UTF_8)), null));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsReadInTheCharsetThatItsFirstBytesTellOrTheCallerKnows(Object body, Charset charset) {
        assertThat(BodyReader.text(message(body), body, charset)).isEqualTo("Größe");
    }

    @Test
    void elseItIsReadInTheCharsetOfTheMessage() {
        byte[] latin = "Größe".getBytes(ISO_8859_1);

        assertThat(BodyReader.text(message(latin, LATIN), latin, null)).isEqualTo("Größe");
        assertThat(BodyReader.text(message(latin, Map.of(Exchange.CONTENT_TYPE, "text/csv; charset=iso-8859-1")), latin, null))
                .isEqualTo("Größe");
        assertThat(BodyReader.text(message(latin), latin, null)).isEqualTo("Gr\uFFFD\uFFFDe");
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThatThrownBy(() -> BodyReader.text(message(null), List.of(), null)).isInstanceOf(JsonException.class)
                .hasMessage("a body of type java.util.ImmutableCollections$ListN is no text");
        assertThatThrownBy(() -> BodyReader.text(message(null), null, null)).isInstanceOf(JsonException.class)
                .hasMessage("a body of type null is no text");
    }

    @Test
    void aReaderThatWasClosedCannotBeRead() throws IOException {
        Reader closed = new StringReader(TEXT);
        closed.close();

        assertThatThrownBy(() -> BodyReader.text(message(closed), closed, null)).isInstanceOf(JsonException.class)
                .hasMessage("a body of type java.io.StringReader that cannot be read");
    }

    @Test
    void aStreamIsClosedWhenItWasRead() {
        boolean[] isClosed = {false};
        InputStream stream = new ByteArrayInputStream(TEXT.getBytes(UTF_8)) {

            @Override
            public void close() {
                isClosed[0] = true;
            }
        };

        BodyReader.read(message(stream));

        assertThat(isClosed).containsExactly(true);
    }
}
