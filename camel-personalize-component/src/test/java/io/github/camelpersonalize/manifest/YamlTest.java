// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.manifest.Documents.READER;
import static io.github.camelpersonalize.manifest.Documents.faults;
import static io.github.camelpersonalize.manifest.Documents.json;
import static io.github.camelpersonalize.manifest.Documents.manifest;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** The YAML of manifests: what JSON can say, by the core schema of YAML 1.2. */
class YamlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true                   | true
            False                  | false
            null                   | null
            ~                      | null
            12                     | 12
            -0                     | 0
            9007199254740993       | 9007199254740993
            123456789012345678901  | 123456789012345678901
            33.333333333333333333  | 33.333333333333333333
            1.50                   | 1.50
            1e3                    | 1e3
            yes                    | "yes"
            no                     | "no"
            on                     | "on"
            Off                    | "Off"
            y                      | "y"
            2026-11-24             | "2026-11-24"
            2026-11-24T10:00:00Z   | "2026-11-24T10:00:00Z"
            12:30:45               | "12:30:45"
            1_000                  | "1_000"
            0b101                  | "0b101"
            0x                     | "0x"
            1.2.3                  | "1.2.3"
            "12"                   | "12"
            'true'                 | "true"
            "\\u00e9\\ud83d\\ude00" | "é😀"
            """)
    void plainScalarsMeanWhatTheCoreSchemaSays(String scalar, String json) {
        assertThat(manifest("audiences:\n- name: A\n  rules: {value: " + scalar + "}\n").entries().get(0).definition().at("/rules/value"))
                .isEqualTo(json(json));
    }

    @Test
    void whatLooksLikeAVariableIsAText() {
        assertThat(manifest("audiences:\n- name: ${HOME}\n").entries().get(0).key()).isEqualTo("${HOME}");
    }

    @Test
    void jsonWithinYamlIsReadAsJson() {
        assertThat(manifest("audiences: [{\t\"name\":\t\"a\\/b\"\t}]").entries().get(0).key()).isEqualTo("a/b");
    }

    @Test
    void onlyLineFeedAndCarriageReturnEndALine() {
        assertThat(faults("# \u2028events: &a []\u2029\u0085- b\nevents: [7]\n"))
                .containsExactly("project.yaml:2:10: /events/0 must be an object; it is 7");
        assertThat(manifest("audiences: [{name: A, description: 'a\u2028b\u2029c\u0085d'}]").entries().get(0).definition())
                .isEqualTo(json("{\"name\": \"A\", \"description\": \"a\u2028b\u2029c\u0085d\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events: []\n# ", "a: ", "a: \"", "a: |\n  "})
    void F16_aLineOfTheGreatestSizeIsReadInATimeThatPeopleWait(String start) {
        String text = start + "x".repeat(16 * 1024 * 1024 - start.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> READER.read(text, "project.yaml"));
    }

    @Test
    void aValueThatIsLeftOutIsNull() {
        assertThat(manifest("audiences:\n- name: A\n  rules:\n").entries().get(0).definition())
                .isEqualTo(json("{\"name\": \"A\", \"rules\": null}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".NaN", ".inf", "-.INF"})
    void F15_whatIsNoNumberIsAFault(String scalar) {
        assertThat(faults("audiences: [{name: A, rules: {value: " + scalar + "}}]"))
                .containsExactly("project.yaml:1:38: /audiences/0/rules/value"
                        + " is " + scalar + ", which is no JSON number; write it in quotes if it is a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01234", "007", "-012", "00.5", "+49301234567", "+12", "+1.5", "+.5", "0x1F", "0o17", ".5", "5.", "1.e3", "-.5",
            "00"})
    void F96_aNumberThatMayBeATextWithoutItsQuotesIsAFault(String scalar) {
        assertThat(faults("audiences:\n- name: A\n  rules: {value: " + scalar + "}"))
                .containsExactly("project.yaml:3:18: /audiences/0/rules/value"
                        + " is " + scalar + ", which is no JSON number; write it in quotes if it is a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'01234'", "\"+49 30 1234567\"", "+49 30 1234567", "01.02.2026", "0-8000", "+", "0x", "08:30"})
    void F96_inQuotesOrWithAnythingElseInItItIsAText(String scalar) {
        assertThat(manifest("audiences:\n- name: A\n  rules: {value: " + scalar + "}\n").entries().get(0).definition().at("/rules/value"))
                .isEqualTo(json("\"" + scalar.replaceAll("['\"]", "") + "\""));
    }

    @Test
    void F96_aNameIsAText() {
        assertThat(faults("audiences: [{name: A, rules: {01234: 1}}]"))
                .containsExactly("project.yaml:1:31: /audiences/0/rules/01234 has a name that is no text; write it in quotes");
    }

    @Test
    void F17_aMemberThatIsThereTwiceIsAFault() {
        assertThat(faults("events:\n  - key: a\n    name: A\n    key: b\nevents: []\n")).containsExactly(
                "project.yaml:4:5: /events/0/key is there twice, first at project.yaml:2:5; remove one of them",
                "project.yaml:5:1: /events is there twice, first at project.yaml:1:1; remove one of them");
        assertThat(faults(READER.read("{\"events\": [],\n \"events\": []}", null)))
                .containsExactly("line 2, column 2: /events is there twice, first at line 1, column 2; remove one of them");
    }

    @Test
    void F16_aLaughThatWouldExpandToBillionsIsRefused() {
        assertThat(faults("""
                audiences:
                  - &a {name: lol}
                  - &b [*a, *a]
                """)).containsExactly(
                "project.yaml:2:5: /audiences/0 has an anchor, &a; remove it, and write out what its aliases stand for",
                "project.yaml:3:5: /audiences/1 has an anchor, &b; remove it, and write out what its aliases stand for",
                "project.yaml:3:9: /audiences/1/0 is an alias, *a; write out what it stands for",
                "project.yaml:3:13: /audiences/1/1 is an alias, *a; write out what it stands for");
    }

    @Test
    void mergeKeysAreRefused() {
        assertThat(faults("audiences: [{name: A, rules: {<<: {value: 1}}}]"))
                .containsExactly("project.yaml:1:31: /audiences/0/rules/<< is a merge key; write out the members that it stands for");
        assertThat(manifest("audiences: [{name: A, rules: {\"<<\": 1}}]").entries().get(0).definition().at("/rules/<<").intValue()).isOne();
    }

    @Test
    void F14_tagsAreRefusedWhateverTheyName() {
        assertThat(faults("audiences: [!!javax.script.ScriptEngineManager {name: A, rules: !x {value: !!str 12}}]")).containsExactly(
                "project.yaml:1:13: /audiences/0 has a tag, tag:yaml.org,2002:javax.script.ScriptEngineManager; remove it",
                "project.yaml:1:65: /audiences/0/rules has a tag, !x; remove it",
                "project.yaml:1:76: /audiences/0/rules/value has a tag, tag:yaml.org,2002:str; remove it");
    }

    @Test
    void namesThatAreNoTextAreRefused() {
        assertThat(faults("audiences: [{name: A, rules: {12: x, true: x, on: x}}]")).containsExactly(
                "project.yaml:1:31: /audiences/0/rules/12 has a name that is no text; write it in quotes",
                "project.yaml:1:38: /audiences/0/rules/true has a name that is no text; write it in quotes");
        assertThat(faults("? [a]\n: x\n")).containsExactly("project.yaml:1:3: a member name must be a text");
    }

    @Test
    void F15_aSecondDocumentIsRefused() {
        assertThat(faults("---\nevents: []\n---\nevents: []\n"))
                .containsExactly("project.yaml:3:1: there is a second document; write all into one, or into files of their own");
        assertThat(manifest("%YAML 1.2\n---\nevents: []\n...\n").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "# nothing\n", "---\n"})
    void F15_anEmptyDocumentIsRefused(String text) {
        assertThat(faults(text)).singleElement().asString().matches("project.yaml:[12]:1: the document is empty");
    }

    @Test
    void syntaxFaultsHaveTheirPlaces() {
        assertThat(faults("events:\n  - key: a\n   name: A\n")).containsExactly("project.yaml:3:4: while parsing a block collection,"
                + " expected <block end>, but found '<block mapping start>'; look at the indentation");
        assertThat(faults("events:\n\t- key: a\n")).containsExactly("project.yaml:2:1: while scanning for the next token,"
                + " found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)");
        assertThat(faults(READER.read("{\"events\": [\n  }", "project.json"))).singleElement()
                .isEqualTo("project.json:2:3: Unexpected close marker '}': expected ']'");
    }

    @Test
    void faultsBeforeASyntaxFaultAreToldToo() {
        assertThat(faults("events: &a []\naudiences: [\n")).containsExactly(
                "project.yaml:1:9: /events has an anchor, &a; remove it, and write out what its aliases stand for",
                "project.yaml:3:1: while parsing a flow node, expected the node content, but found '<stream end>'");
    }

    @Test
    void F15_onlyUtf8IsRead() {
        assertThat(faults(READER.read("events:\n- {key: é}".getBytes(ISO_8859_1), "project.yaml")))
                .containsExactly("project.yaml:2:9: the bytes are not valid UTF-8 at offset 16");
        assertThat(faults("\uFEFFevents: []"))
                .containsExactly("project.yaml:1:1: the document begins with a byte order mark; write it as UTF-8 without one");
        assertThat(faults("events: []\n# \u0007\n"))
                .containsExactly("project.yaml:2:3: the character U+0007 may not stand in YAML; write it as an escape, in double quotes");
        assertThat(faults("audiences: [{name: A, rules: {value: \"\\ud83d\"}}]"))
                .containsExactly("project.yaml:1:38: /audiences/0/rules/value has half a surrogate pair, which no encoding can carry");
        assertThat(manifest(READER.read("audiences: [{name: 😀 été}]".getBytes(UTF_8), null)).entries().get(0).key()).isEqualTo("😀 été");
    }

    @Test
    void F16_documentsAreBounded() {
        assertThat(faults("[".repeat(101))).containsExactly("project.yaml:1:101: the document is nested deeper than 100 levels");
        assertThat(faults("a: " + "1".repeat(1001))).containsExactly("project.yaml:1:4: a number has more than 1000 characters");
        assertThat(faults("a: 0x" + "1".repeat(1001))).contains("project.yaml:1:4: /a is 0x" + "1".repeat(98)
                + "…, which is no JSON number; write it in quotes if it is a text");
        assertThat(faults("a: 1e99999999999")).contains("project.yaml:1:4: /a has an exponent of more digits than a number can have");
        assertThat(faults("a: " + "x".repeat(1024 * 1024 + 1)))
                .containsExactly("project.yaml:1:4: a text has more than 1048576 characters");
        assertThat(faults(READER.read(new byte[16 * 1024 * 1024 + 1], null)))
                .containsExactly("line 1, column 1: the document is larger than 16 MB");
        assertThat(faults("events: [" + "*a, ".repeat(5000) + "]")).hasSize(1001).last()
                .isEqualTo("project.yaml:1:4010: the document has more errors; only the first 1000 are listed");
    }
}
