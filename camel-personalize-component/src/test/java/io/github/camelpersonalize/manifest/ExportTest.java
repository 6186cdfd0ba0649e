// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static io.github.camelpersonalize.manifest.Documents.manifest;
import static org.assertj.core.api.Assertions.assertThat;

class ExportTest {

    private static final Export EXPORT = new Export(Dialect.CONTRACT);

    @Test
    void aProjectIsExportedForPeople() {
        ExportedManifest exported = EXPORT.of(
                Map.of(Resource.attributes, list("""
                        [{"uid": "a2", "name": "Zip code", "data_type": "string", "key": "zip", "created_at": "2026-01-01T00:00:00.000Z"},
                         {"uid": "a1", "name": "Age", "data_type": "number", "key": "age", "created_at": "2026-01-01T00:00:00.000Z"},
                         {"uid": "COUNTRY", "name": "Country", "__type": "PRESET"}]"""), Resource.events, list("""
                        [{"uid": "e1", "key": "on", "name": "2026-11-24"}]"""), Resource.audiences, list("""
                        [{"uid": "d1", "name": "Adults", "description": "Everyone who may buy wine:\\n- in France\\n- in Spain",
                          "rules": {"attribute": "a1", "operator": "at_least", "value": 21.50}},
                         {"uid": "d2", "name": "Buyers", "source": "LYTICS"}]"""), Resource.experiences,
                        list("""
                                [{"uid": "x1", "name": "Hero", "type": "SEGMENTED", "status": "ACTIVE", "created_at": "2026-01-01T00:00:00.000Z",
                                  "variants": [{"uid": "v1", "name": "Grown up", "audience_uid": "d1"}, {"uid": "v2", "name": "Buyer", "audience_uid": "d2"}]},
                                 {"uid": "x2", "name": "Footer", "type": "AB_TEST", "status": "DRAFT", "variants": []}]""")),
                List.of("x2", "x1"));

        assertThat(exported.toText()).isEqualTo("""
                # Not exported:
                #   attribute "Country": a preset, which every project has
                #   audience "Buyers": comes from Lytics; its uid d2 stays in experience "Hero"

                attributes:
                  - key: age
                    name: Age
                    data_type: number
                  - key: zip
                    name: Zip code
                    data_type: string

                events:
                  - key: "on"
                    name: "2026-11-24"

                audiences:
                  - name: Adults
                    description: |-
                      Everyone who may buy wine:
                      - in France
                      - in Spain
                    rules:
                      attribute: ref:attribute/age
                      operator: at_least
                      value: 21.50

                experiences:
                  - name: Footer
                    type: AB_TEST
                    variants: []
                  - name: Hero
                    type: SEGMENTED
                    variants:
                      - name: Grown up
                        audience_uid: ref:audience/Adults
                      - name: Buyer
                        audience_uid: d2

                priority:
                  - ref:experience/Footer
                  - ref:experience/Hero
                """);
        assertThat(manifest(exported.toText()).entries()).extracting(Entry::toString).containsExactly("attribute \"age\"",
                "attribute \"zip\"",
                "event \"on\"", "audience \"Adults\"", "experience \"Footer\"", "experience \"Hero\"");
    }

    @Test
    void theOrderOfTheListsDoesNotMatter() {
        List<JsonNode> events = list(
                "[{\"uid\": \"1\", \"key\": \"b\", \"name\": \"B\"}, {\"uid\": \"2\", \"key\": \"a\", \"name\": \"A\"}]");

        assertThat(exported(Resource.events, events)).isEqualTo(exported(Resource.events, List.of(events.get(1), events.get(0))));
    }

    @Test
    void textsThatBeginLikeReferencesAreEscaped() {
        ExportedManifest exported = exported(Resource.audiences,
                list("""
                        [{"uid": "d1", "name": "ref:audience/x", "description": "ref: see the wiki", "rules": {"in": "d1", "text": "ref:text/y"}}]"""));

        assertThat(exported.toJson()).isEqualTo(json("""
                {"audiences": [{"name": "ref:text/ref:audience/x", "description": "ref:text/ref: see the wiki",
                                "rules": {"in": "ref:audience/ref:audience/x", "text": "ref:text/ref:text/y"}}]}"""));
        assertThat(manifest(exported.toText()).entries()).extracting(Entry::key).containsExactly("ref:audience/x");
    }

    @Test
    void aKeyThatIsTheUidOfAnotherDefinitionStaysAKey() {
        assertThat(
                exported(Resource.audiences, list("[{\"uid\": \"d1\", \"name\": \"d2\"}, {\"uid\": \"d2\", \"name\": \"d1\"}]")).toJson())
                .isEqualTo(json("{\"audiences\": [{\"name\": \"d1\"}, {\"name\": \"d2\"}]}"));
    }

    @Test
    void F08_definitionsThatNobodyCanTellApartAreLeftOut() {
        ExportedManifest exported = exported(Resource.audiences,
                list("[{\"uid\": \"1\", \"name\": \"Adults\"}, {\"uid\": \"2\", \"name\": \"adults\"}, {\"uid\": \"3\", \"name\": \"Minors\"}]"));

        assertThat(exported.toJson()).isEqualTo(json("{\"audiences\": [{\"name\": \"Minors\"}]}"));
        assertThat(exported.skipped()).containsExactly(
                new Skipped("audience", "Adults", "one of 2 audiences that have this name, or one that looks the same"),
                new Skipped("audience", "adults", "one of 2 audiences that have this name, or one that looks the same"));
    }

    @Test
    void whatCouldNotBeReadAgainIsLeftOut() {
        ExportedManifest exported = exported(Resource.attributes,
                list("""
                        [{"uid": "1", "key": " age", "name": "Age", "data_type": "int"}, {"uid": "2", "name": "Zip", "data_type": "string"}, "text"]"""));

        assertThat(exported.toJson()).isEqualTo(json("{}"));
        assertThat(exported.skipped()).extracting(Skipped::toString).containsExactly(
                "attribute \"\": not valid: /name is missing; /key is missing;"
                        + " /data_type is missing",
                "attribute \" age\": not valid: /data_type must be one of string, number, boolean, date; it is \"int\";"
                        + " /key begins or ends with white space; remove it; with validate=false it is exported and applied as it is",
                "attribute \"Zip\": not valid: /key is missing");
        assertThat(exported.toText()).endsWith("\n\n{}\n");
    }

    @Test
    void commentsStayComments() {
        assertThat(exported(Resource.audiences, list("[{\"uid\": \"1\", \"name\": \"a\\nevents: []\", \"source\": \"LYTICS\"}]")).toText())
                .isEqualTo("# Not exported:\n#   audience \"a\\nevents: []\": comes from Lytics\n\n{}\n");
    }

    private static ExportedManifest exported(Resource resource, List<JsonNode> actual) {
        return EXPORT.of(Map.of(resource, actual), List.of());
    }

    private static List<JsonNode> list(String json) {
        List<JsonNode> list = new ArrayList<>();
        json(json).forEach(list::add);
        return list;
    }
}
