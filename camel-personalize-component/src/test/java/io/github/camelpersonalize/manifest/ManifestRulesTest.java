// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.manifest.Documents.READER;
import static io.github.camelpersonalize.manifest.Documents.faults;
import static io.github.camelpersonalize.manifest.Documents.json;
import static io.github.camelpersonalize.manifest.Documents.manifest;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for a manifest besides the rules for bodies. */
class ManifestRulesTest {

    private static final ManifestReader UNCHECKED = new ManifestReader(Dialect.CONTRACT, false);

    @Test
    void keysReferencesAndMembersOfTheServiceAreCheckedEvenIfDefinitionsAreNot() {
        assertThat(faults(UNCHECKED.read("""
                attributes:
                  - {name: Age}
                  - zip
                  - {key: [], name: "ref:audience/"}
                  - {key: "ref:attribute/age"}
                  - {key: age, uid: a1}
                """, "x.yaml"))).containsExactly("x.yaml:2:5: /attributes/0/key is missing", "x.yaml:3:5: /attributes/1 must be an object",
                "x.yaml:4:11: /attributes/2/key is missing",
                "x.yaml:4:21: /attributes/2/name \"ref:audience/\" is no reference (did you mean \"audience\"?), which would be ref:attribute/<key>,"
                        + " ref:event/<key>, ref:audience/<name> or ref:experience/<name>; write ref:text/… for a text that begins with ref:",
                "x.yaml:5:11: /attributes/3/key is a reference; a definition needs its own key",
                "x.yaml:6:21: /attributes/4/uid is set by the service; leave it out");
        assertThat(manifest(UNCHECKED.read("attributes: [{key: ' age', data_type: int}]", null)).entries())
                .hasToString("[attribute \" age\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "true", "[]", "{}", "[fail]", "Fail", "'null'"})
    void F18_whatToDoOnConflictIsOneOfThreeWords(String value) {
        assertThat(faults("events: []\nonConflict: " + value)).singleElement().asString()
                .matches("project.yaml:2:1[23]: /onConflict must be one of update, skip, fail");
    }

    @Test
    void aDocumentThatIsNullIsEmpty() {
        assertThat(faults("null")).containsExactly("project.yaml:1:1: the document is empty");
    }

    @Test
    void aManifestWithoutDefinitionsIsEmptyWhateverElseItHas() {
        assertThat(manifest("priority: [e1]\nonConflict: skip").isEmpty()).isTrue();
        assertThat(manifest("events: [{key: a, name: A}]").isEmpty()).isFalse();
    }

    @Test
    void asManyErrorsAsAreReportedNeedNoRemark() {
        assertThat(faults("events: [" + "7, ".repeat(1000) + "]")).hasSize(1000).last()
                .isEqualTo("project.yaml:1:3007: /events/999 must be an object; it is 7");
    }

    @Test
    void whatIsFoundInTheTextIsNotReportedAgain() {
        assertThat(faults("events: [!x 7]\nonConflict: .nan\n")).containsExactly("project.yaml:1:10: /events/0 has a tag, !x; remove it",
                "project.yaml:2:13: /onConflict is .nan, which is no JSON number; write it in quotes if it is a text");
    }

    @Test
    void manifestsMayRepeatWhatToDoOnConflict() {
        ParseResult one = READER.read("onConflict: fail\npriority: [e1]", "one.yaml");
        ParseResult two = READER.read("onConflict: fail", "two.yaml");

        assertThat(ManifestReader.merge(List.of(one, two))).isEqualTo(one);
    }

    @Test
    void anInvalidManifestReadsAsItsErrorsALineEach() {
        ParseResult read = READER.read(json("{\"events\": {}, \"onConflict\": 7}"), "x.json");

        assertThat(read).hasToString("""
                x.json: /events must be a list of events; leave it out if there are none
                x.json: /onConflict must be one of update, skip, fail""");
        assertThat(read.<Integer>fold(manifest -> 0, List::size)).isEqualTo(2);
        assertThat(READER.read(json("{}"), null).<Integer>fold(manifest -> manifest.entries().size(), List::size)).isZero();
    }
}
