// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What a text that is not JSON looks like by its first two lines. */
class OtherFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"a": 1}\\n{"b": 2}\\n{`         | JSON lines, one document a line: split it by lines before this step
            `\\n {"a": 1} \\n\\n{"b": 2}`     | JSON lines, one document a line: split it by lines before this step
            `<a>1</a>`                       | XML: turn it into JSON, or into a Map, before this step
            `key: age`                       | YAML, which only the operations of personalize:project read: put unmarshal().yaml() before this step
            `# ours\\n---\\nkey: age`         | YAML, which only the operations of personalize:project read: put unmarshal().yaml() before this step
            `- age\\n- city`                 | YAML, which only the operations of personalize:project read: put unmarshal().yaml() before this step
            `key,name\\nage,Age`             | CSV: put unmarshal().custom("personalize-csv") before this step
            `"key";"name"\\n"age";"Age"`     | CSV: put unmarshal().custom("personalize-csv") before this step
            """)
    void itIsToldWithTheStepThatTurnsItIntoJson(String text, String told) {
        String body = text.translateEscapes();

        assertThat(OtherFormat.advice(body)).isEqualTo("; the text looks like " + told);
        assertThat(OtherFormat.advice(body.getBytes(UTF_8))).isEqualTo("; the text looks like " + told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment", "nope", "{\"a\": 1}", "{\"a\":\n1}", "{\"a\": 1}\nno", "a,b", "a,b\nc", "[1,2]\n[3,4]"})
    void whatLooksLikeNothingElseIsNotTold(String text) {
        assertThat(OtherFormat.advice(text)).isEmpty();
        assertThat(OtherFormat.advice(text.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void onlyTheBeginningOfALongTextIsLookedAt() {
        assertThat(OtherFormat.advice("\n".repeat(1990) + "<a>")).contains("XML");
        assertThat(OtherFormat.advice("\n".repeat(2000) + "<a>")).isEmpty();
        assertThat(OtherFormat.advice(("\n".repeat(2000) + "<a>").getBytes(UTF_8))).isEmpty();
    }
}
