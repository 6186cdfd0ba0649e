// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.List;

import io.github.camelpersonalize.document.DocumentReader.Reading;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What a document may be, up to its bounds, and where its parts are. */
class DocumentReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"x.json", "x.yaml"})
    void aDocumentKnowsWhereItsValuesAndNamesBegin(String source) {
        Document document = document("{\"a\": [7,\n  {\"b/c\": true}]}", source);

        assertThat(document.position("/a/1/b~1c")).hasToString(source + ":2:11");
        assertThat(document.namePosition("/a/1/b~1c")).hasToString(source + ":2:4");
        assertThat(document.position("/a/0")).hasToString(source + ":1:8");
        assertThat(document.position("")).hasToString(source + ":1:1");
        assertThat(document.diagnostic("/a/0", "is wrong")).hasToString(source + ":1:8: /a/0 is wrong");
    }

    @Test
    void whatIsNotThereIsWhereTheInnermostValueAroundItBegins() {
        Document document = document("a:\n  - b: 1\n", null);

        assertThat(document.position("/a/0/c/d")).hasToString("line 2, column 5");
        assertThat(document.position("/x")).hasToString("line 1, column 1");
    }

    @Test
    void bytesAreReadAsTheirTextIs() {
        assertThat(DocumentReader.read("a: é".getBytes(UTF_8), "x.yaml").document().orElseThrow().tree())
                .isEqualTo(Json.read("{\"a\": \"é\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.json", "x.yaml"})
    void whatJsonSaysIsReadAsJsonIs(String source) {
        String text = "{\"a\": [true, false, null, 0, -12, 2147483648, 9223372036854775808, 1.50, 1e3, \"\", {}, []]}";

        assertThat(document(text, source).tree()).isEqualTo(Json.read(text));
    }

    @Test
    void whatYamlHasBesidesJsonIsToldAtItsPlace() {
        assertThat(errors("""
                a: !x b
                <<: *c
                12: &d {}
                e: !y [1e99999999999, &f .inf]
                e: 1
                "\\ud83d": "\\ude00"
                """, "x.yaml")).containsExactly("x.yaml:1:4: /a has a tag, !x; remove it",
                "x.yaml:2:1: /<< is a merge key; write out the members that it stands for",
                "x.yaml:2:5: /<< is an alias, *c; write out what it stands for",
                "x.yaml:3:1: /12 has a name that is no text; write it in quotes",
                "x.yaml:3:5: /12 has an anchor, &d; remove it, and write out what its aliases stand for",
                "x.yaml:4:4: /e has a tag, !y; remove it",
                "x.yaml:4:8: /e/0 has an exponent of more digits than a number can have",
                "x.yaml:4:23: /e/1 is .inf, which is no JSON number; write it in quotes if it is a text",
                "x.yaml:4:23: /e/1 has an anchor, &f; remove it, and write out what its aliases stand for",
                "x.yaml:5:1: /e is there twice, first at x.yaml:4:1; remove one of them",
                "x.yaml:6:1: /\ud83d has half a surrogate pair in its name, which no encoding can carry",
                "x.yaml:6:11: /\ud83d has half a surrogate pair, which no encoding can carry");
    }

    @Test
    void afterASyntaxErrorNothingIsRead() {
        assertThat(errors("a: &b 1\nc: [\n", "x.yaml")).containsExactly(
                "x.yaml:1:4: /a has an anchor, &b; remove it, and write out what its aliases stand for",
                "x.yaml:3:1: while parsing a flow node, expected the node content, but found '<stream end>'");
        assertThat(errors("a:\n  - b\n c: d\n", "x.yaml")).containsExactly("x.yaml:3:2: while parsing a block mapping,"
                + " expected <block end>, but found '<block mapping start>'; look at the indentation");
        assertThat(errors("a: 1\n---\nb: 2\n", "x.yaml"))
                .containsExactly("x.yaml:2:1: there is a second document; write all into one, or into files of their own");
        assertThat(errors("a: [1, {*b : 2}]", "x.yaml")).containsExactly("x.yaml:1:9: a member name must be a text");
        assertThat(errors("a: 1\n# é\u0007\n", "x.yaml"))
                .containsExactly("x.yaml:2:4: the character U+0007 may not stand in YAML; write it as an escape, in double quotes");
    }

    @Test
    void bytesThatAreNotUtf8AreToldWithTheirPlace() {
        assertThat(DocumentReader.read("é: 1\nb: é".getBytes(ISO_8859_1), "x.yaml").diagnostics()).extracting(Diagnostic::toString)
                .containsExactly("x.yaml:1:1: the bytes are not valid UTF-8 at offset 0");
        assertThat(DocumentReader.read("a: 1\nb: é".getBytes(ISO_8859_1), "x.yaml").diagnostics()).extracting(Diagnostic::toString)
                .containsExactly("x.yaml:2:4: the bytes are not valid UTF-8 at offset 8");
    }

    @Test
    void afterTheEndOfAJsonDocumentNothingMayFollow() {
        assertThat(errors("{}\n {}", "x.json")).containsExactly("x.json:2:2: there is more after the end of the JSON document");
        assertThat(errors("[1, 2] ", "x.json")).isEmpty();
    }

    @Test
    void halfASurrogatePairIsAnErrorOfANameAndOfAText() {
        assertThat(errors("{\"a\\ud83d\": \"\\ude00\"}", "x.json")).containsExactly(
                "x.json:1:2: /a\ud83d has half a surrogate pair in its name, which no encoding can carry",
                "x.json:1:13: /a\ud83d has half a surrogate pair, which no encoding can carry");
    }

    @Test
    void F16_aDocumentMayBeAsLargeAsItsBound() {
        String text = "{}" + " ".repeat(JsonLimits.MAX_BODY - 2);

        assertThat(errors(text, "x.json")).isEmpty();
        assertThat(DocumentReader.read(text.getBytes(UTF_8), "x.json").diagnostics()).isEmpty();
        assertThat(errors(text + " ", "x.json")).containsExactly("x.json:1:1: the document is larger than 16 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.json", "x.yaml"})
    void F16_aMemberNameMayBeAsLongAsItsBound(String source) {
        String name = "n".repeat(JsonLimits.MAX_NAME);

        assertThat(errors("{\"" + name + "\": 1}", source)).isEmpty();
        assertThat(errors("{\"n" + name + "\": 1}", source)).singleElement().asString().startsWith(source + ":1:");
    }

    @Test
    void F16_whatIsTooLongInYamlIsToldWithItsBound() {
        assertThat(errors("{" + "n".repeat(1001) + ": 1}", "x.yaml"))
                .containsExactly("x.yaml:1:2: a member name has more than 1000 characters");
        assertThat(errors("a: " + "x".repeat(JsonLimits.MAX_STRING), "x.yaml")).isEmpty();
        assertThat(errors("a: " + "1".repeat(JsonLimits.MAX_NUMBER), "x.yaml")).isEmpty();
    }

    @Test
    void F16_aDocumentMayHaveAsManyErrorsAsAreListed() {
        assertThat(errors("[" + "*a ,".repeat(1000) + "]", "x.yaml")).hasSize(1000).last()
                .isEqualTo("x.yaml:1:3998: /999 is an alias, *a; write out what it stands for");
    }

    @Test
    void F16_aNumberThatIsNoneIsShownUpToAHundredCharacters() {
        String number = "0x" + "1".repeat(98);

        assertThat(errors("a: " + number, "x.yaml"))
                .containsExactly("x.yaml:1:4: /a is " + number + ", which is no JSON number; write it in quotes if it is a text");
        assertThat(errors("a: " + number + "1", "x.yaml"))
                .containsExactly("x.yaml:1:4: /a is " + number + "…, which is no JSON number; write it in quotes if it is a text");
    }

    @Test
    void F16_aListMayHaveAsManyItemsAndADocumentAsManyValuesAsTheirBounds() {
        String list = "[" + "0,".repeat(JsonLimits.MAX_ITEMS - 1) + "0]";
        String most = "[" + (list + ",").repeat(4) + list.replaceFirst("0,0,0,0,0,0,", "") + "]";

        assertThat(errors(list, "x.json")).isEmpty();
        assertThat(errors(list.replace("]", ",0]"), "x.json")).containsExactly("x.json:1:200002: a list has more than 100000 items");
        assertThat(errors(most, "x.json")).isEmpty();
        assertThat(errors(most.replace("]]", ",0]]"), "x.json")).singleElement().asString()
                .endsWith(": the document has more than 500000 values; split it");
    }

    @Test
    void aPlaceOfWhichNothingIsKnownIsLeftOutOfAMessage() {
        assertThat(new Diagnostic(Position.unknown(null), "/a", "is wrong")).hasToString("/a is wrong");
        assertThat(new Diagnostic(Position.unknown("x.json"), "", "is wrong")).hasToString("x.json: is wrong");
        assertThat(new Diagnostic(new Position(null, 2, 3), "", "is wrong")).hasToString("line 2, column 3: is wrong");
    }

    private static Document document(String text, String source) {
        Reading reading = DocumentReader.read(text, source);
        assertThat(reading.diagnostics()).isEmpty();
        return reading.document().orElseThrow();
    }

    private static List<String> errors(String text, String source) {
        return DocumentReader.read(text, source).diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
