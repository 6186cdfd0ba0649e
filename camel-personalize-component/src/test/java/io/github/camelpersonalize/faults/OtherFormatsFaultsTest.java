// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts in other formats where a definition in JSON is expected: told with line and column, what they look like, and what to do. */
class OtherFormatsFaultsTest extends FaultRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert";
    private static final String EXPECTED = ": was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
    private static final String YAML = "; the text looks like YAML, which only the operations of personalize:project read: put"
            + " unmarshal().yaml() before this step";
    private static final String CSV = "; the text looks like CSV: put unmarshal().custom(\"personalize-csv\") before this step";
    private static final String LINES = "; the text looks like JSON lines, one document a line: split it by lines before this step";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `key: age\nname: Age\n`                   | `Unrecognized token 'key'EXPECTED at line 1, column 4YAML`
            `---\nkey: age\n`                         | `Unexpected character ('-' (code 45)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value at line 1, column 2YAML`
            `# ours\n\nkey:\n  - age\n`               | `Unexpected character ('#' (code 35)): expected a valid valueVALUE at line 1, column 1YAML`
            `- key: age\n- key: city\n`               | `Unexpected character (' ' (code 32)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value at line 1, column 2YAML`
            `"key": age`                              | `Unexpected character (':' (code 58)): expected a valid valueVALUE at line 1, column 6YAML`
            `key,name\nage,Age\n`                     | `Unrecognized token 'key'EXPECTED at line 1, column 4CSV`
            `"key";"name"\r\n"age";"Age"\r\n`         | `Unexpected character (';' (code 59)): expected a valid valueVALUE at line 1, column 6CSV`
            `key\tname\nage\tAge`                     | `Unrecognized token 'key'EXPECTED at line 1, column 4CSV`
            `<attribute><key>age</key></attribute>`   | `Unexpected character ('<' (code 60)): expected a valid valueVALUE at line 1, column 1; the text looks like XML: turn it into JSON, or into a Map, before this step`
            `{"key": "age"}\r\n{"key": "city"}\r\n`   | `there is more after the end of the JSON document at line 2, column 1LINES`
            `nope`                                    | `Unrecognized token 'nope'EXPECTED at line 1, column 5`
            `Hello, world`                            | `Unrecognized token 'Hello'EXPECTED at line 1, column 6`
            `{"key": age,\n"name": "Age"}`            | `Unrecognized token 'age'EXPECTED at line 1, column 12`
            """)
    void F101_aTextInAnotherFormatIsToldAsOne(String text, String told) {
        String body = text.translateEscapes();
        String message = "attribute: "
                + told.replace("EXPECTED", EXPECTED).replace("YAML", YAML).replace("CSV", CSV).replace("LINES", LINES)
                        .replace("VALUE", EXPECTED.substring(": was expecting".length()));

        assertThat(rejected(send(UPSERT, body))).hasMessage(message);
        assertThat(rejected(send(UPSERT, body.getBytes(StandardCharsets.UTF_8)))).hasMessage(message);
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "{", "[1", "7, 8"})
    void whatLooksLikeNothingElseIsNot(String text) {
        assertThat(rejected(send(UPSERT, text)).getMessage()).doesNotContain("looks like");
    }

    @Test
    void yamlIsReadWhereAProjectIsMeant() {
        assertThat(send("personalize:project?operation=upsert", "attributes:\n  - key: age\n    name: Age\n    data_type: number\n")
                .getException())
                .isNull();
    }
}
