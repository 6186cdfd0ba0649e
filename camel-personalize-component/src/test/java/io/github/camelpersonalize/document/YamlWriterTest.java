// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The YAML that people get: as plain as it can be read back. */
class YamlWriterTest {

    @Test
    void membersOfTheDocumentAreSeparatedByAnEmptyLine() {
        assertThat(yaml("""
                {"a": 1, "b": [], "c": {}, "d": [1, [2, 3], {"x": null, "z": []}, true, 1.50], "two words": {"e": [{"f": 1, "g": 2}]}}"""))
                .isEqualTo("""
                        a: 1

                        b: []

                        c: {}

                        d:
                          - 1
                          -   - 2
                              - 3
                          - x: null
                            z: []
                          - true
                          - 1.50

                        two words:
                          e:
                            - f: 1
                              g: 2
                        """);
    }

    @Test
    void aDocumentWithoutMembersIsAnEmptyObject() {
        assertThat(yaml("{}")).isEqualTo("{}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "été 😀", "ref:audience/A", "a\u00a0b"})
    void aTextThatNothingElseCouldBeIsPlain(String text) {
        assertThat(written(text)).isEqualTo("t: " + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "1.5", "true", "null", "~", "", "0x1F", "yes", "NO", "on", "Off", "y", "2026-11-24",
            "2026-11-24T10:00:00Z", "12:30:45",
            "1_000", "0b101", "<<", "="})
    void aTextThatAReaderOfYamlOrYaml11WouldTakeForSomethingElseIsInDoubleQuotes(String text) {
        assertThat(written(text)).isEqualTo("t: \"" + text + "\"\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `a\\nb`       | `|-\\n  a\\n  b`
            `a\\nb\\n`    | `|\\n  a\\n  b`
            `a\\n\\n b`   | `|-\\n  a\\n\\n   b`
            """)
    void aTextOfSeveralLinesHasTheseBelowEachOther(String text, String written) {
        assertThat(written(text.translateEscapes())).isEqualTo("t: " + written.translateEscapes() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\na", "\\na\\nb", "a\\nb\\n\\n", " a\\nb", "\\ta\\nb", "a \\nb", "a\\t\\nb", "a\\nb "})
    void aTextWhoseWhiteSpaceWouldNotBeSeenIsInDoubleQuotes(String text) {
        assertThat(written(text.translateEscapes())).isEqualTo("t: \"" + text + "\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u2028b", "a\\nb\\u2028c", "a\\u200bb", "a\\u202eb\\nc", "\\u2066a", "a\\u061cb"})
    void whatIsInvisibleIsEscaped(String text) {
        assertThat(written(unescaped(text))).isEqualTo("t: \"" + text + "\"\n");
    }

    @Test
    void whatYaml11TakesForALineEndIsEscaped() {
        assertThat(written("a\rb")).isEqualTo("t: \"a\\rb\"\n");
        assertThat(written("a\u0085\nb")).isEqualTo("t: \"a\\N\\nb\"\n");
    }

    @Test
    void namesAreWrittenAsTexts() {
        assertThat(yaml("{\"yes\": {\"12\": 1}, \"a: b\": 2}")).isEqualTo("\"yes\":\n  \"12\": 1\n\n'a: b': 2\n");
    }

    private static String unescaped(String text) {
        return Json.read("\"" + text + "\"").textValue();
    }

    private static String written(String text) {
        return YamlWriter.yaml(JsonNodeFactory.instance.objectNode().put("t", text));
    }

    private static String yaml(String json) {
        return YamlWriter.yaml((ObjectNode) Json.read(json));
    }
}
