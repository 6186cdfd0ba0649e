// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.document.Position;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.manifest.Documents.READER;
import static io.github.camelpersonalize.manifest.Documents.faults;
import static io.github.camelpersonalize.manifest.Documents.json;
import static io.github.camelpersonalize.manifest.Documents.manifest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ManifestReaderTest {

    private static final String YAML = """
            onConflict: skip
            audiences:
              - name: Adults
                rules: {attribute: age, operator: at_least, value: 21}
            attributes:
              - {key: age, name: Age, data_type: number}
            experiences:
              - name: Hero
                type: SEGMENTED
                variants:
                  - {name: Grown up, audience_uid: "ref:audience/Adults"}
            priority: ["ref:experience/Hero"]
            """;

    private static final String JSON = """
            {"onConflict": "skip",
             "audiences": [
               {"name": "Adults", "rules": {"attribute": "age", "operator": "at_least", "value": 21}}],
             "attributes": [{"key": "age", "name": "Age", "data_type": "number"}],
             "experiences": [
               {"name": "Hero", "type": "SEGMENTED",
                "variants": [{"name": "Grown up", "audience_uid": "ref:audience/Adults"}]}],
             "priority": ["ref:experience/Hero"]}
            """;

    @Test
    void aDocumentOfYamlIsAManifest() {
        Manifest manifest = manifest(READER.read(YAML, "project.yaml"));

        assertThat(manifest.entries()).extracting(Entry::toString).containsExactly("audience \"Adults\"", "attribute \"age\"",
                "experience \"Hero\"");
        assertThat(manifest.entries()).extracting(Entry::resource).containsExactly(Resource.audiences, Resource.attributes,
                Resource.experiences);
        assertThat(manifest.entries()).extracting(entry -> entry.position().toString()).containsExactly("project.yaml:3:5",
                "project.yaml:6:5", "project.yaml:8:5");
        assertThat(manifest.entries().get(0).definition())
                .isEqualTo(json("{\"name\": \"Adults\", \"rules\": {\"attribute\": \"age\", \"operator\": \"at_least\", \"value\": 21}}"));
        assertThat(manifest.priority().orElseThrow().experiences()).isEqualTo(json("[\"ref:experience/Hero\"]"));
        assertThat(manifest.priority().orElseThrow().position()).hasToString("project.yaml:12:11");
        assertThat(manifest.onConflict()).contains("skip");
    }

    @Test
    void aDocumentOfJsonIsTheSameManifest() {
        Manifest manifest = manifest(READER.read(JSON.getBytes(UTF_8), "project.json"));

        assertThat(manifest.entries()).extracting(Entry::definition)
                .isEqualTo(manifest(YAML).entries().stream().map(Entry::definition).toList());
        assertThat(manifest.entries()).extracting(entry -> entry.position().toString()).containsExactly("project.json:3:4",
                "project.json:4:17", "project.json:6:4");
    }

    @Test
    void aMapIsTheSameManifestWithoutPlaces() {
        Manifest manifest = manifest(READER.read(Json.of(Json.definition(json(JSON))), null));

        assertThat(manifest.entries()).extracting(Entry::definition)
                .isEqualTo(manifest(YAML).entries().stream().map(Entry::definition).toList());
        assertThat(manifest.entries()).extracting(Entry::position).containsOnly(Position.unknown(null));
    }

    @Test
    void theNameOfTheFileOrElseTheFirstCharacterDecidesBetweenYamlAndJson() {
        assertThat(manifest(READER.read("{events: []}", "project.YAML")).isEmpty()).isTrue();
        assertThat(manifest(READER.read("  {\"events\": []}", "project.txt")).isEmpty()).isTrue();
        assertThat(manifest(READER.read("{\"events\": []}", "project.yml")).isEmpty()).isTrue();
        assertThat(faults(READER.read("events: []", "project.json")))
                .containsExactly("project.json:1:7: Unrecognized token 'events': was expecting"
                        + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
    }

    @Test
    void anObjectWithoutMembersIsAnEmptyManifest() {
        assertThat(manifest("{}")).isEqualTo(new Manifest(List.of(), Optional.empty(), Optional.empty()));
        assertThat(manifest("{}").isEmpty()).isTrue();
        assertThat(manifest("$schema: https://example.com/manifest.schema.json\n").isEmpty()).isTrue();
    }

    @Test
    void F18_allErrorsAreReportedAtOnceEachWithItsPosition() {
        assertThat(faults("""
                attributes:
                  - {key: age, name: Age, data_type: int}
                  - {name: Zip code, data_type: string}
                  - zip
                audiences: none
                events:
                experiences:
                  - name: Hero
                    type: AB_TEST
                    variants:
                      - {name: A, traffic_percentage: 30}
                      - {name: B, traffic_percentage: 60, audience_uid: "ref:audience/Adults"}
                atributes: []
                priority: {}
                onConflict: overwrite
                $schema: 7
                """)).containsExactly(
                "project.yaml:2:38: /attributes/0/data_type must be one of string, number, boolean, date; it is \"int\"",
                "project.yaml:3:5: /attributes/1/key is missing", //
                "project.yaml:4:5: /attributes/2 must be an object; it is \"zip\"",
                "project.yaml:5:12: /audiences must be a list of audiences; leave it out if there are none",
                "project.yaml:6:8: /events must be a list of events; leave it out if there are none",
                "project.yaml:11:7: /experiences/0/variants the traffic_percentage of all variants adds up to 90, not 100",
                "project.yaml:12:9: /experiences/0/variants/1 has both audience_uid and traffic_percentage; it may have one of them",
                "project.yaml:13:1: /atributes is not a member of a manifest (did you mean \"attributes\"?); the members are attributes, events, audiences,"
                        + " experiences, priority and onConflict",
                "project.yaml:14:11: /priority must be a list of experiences, highest first",
                "project.yaml:15:13: /onConflict must be one of update, skip, fail",
                "project.yaml:16:10: /$schema must be the address of a JSON schema");
    }

    @Test
    void faultsOfJsonHaveTheirPlacesToo() {
        assertThat(faults(READER.read("{\"events\": [\n  {\"key\": \"a\", \"name\": 7}]}", "project.json")))
                .containsExactly("project.json:2:24: /events/0/name must be a string; it is 7");
    }

    @Test
    void faultsOfATextWithoutANameHaveLineAndColumn() {
        assertThat(faults(READER.read("events:\n  - {key: a}\n", null))).containsExactly("line 2, column 5: /events/0/name is missing");
    }

    @Test
    void faultsOfAMapHaveAPointer() {
        assertThat(faults(READER.read(Json.of(Map.of("events", List.of(Map.of("name", "A")))), null)))
                .containsExactly("/events/0/key is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "text", "[{\"key\": \"age\"}]"})
    void aManifestIsAnObject(String text) {
        assertThat(faults(READER.read(text, null))).containsExactly(
                "line 1, column 1: must be an object with any of the members attributes, events, audiences, experiences, priority and onConflict");
    }

    @Test
    void whatTheServiceSetsIsRejected() {
        assertThat(faults("""
                events:
                  - {key: a, name: A, uid: 64c7787b, created_at: "2026-01-01T00:00:00.000Z"}
                experiences:
                  - name: Hero
                    type: SEGMENTED
                    status: ACTIVE
                    variants: [{uid: v1, name: Grown up}]
                """)).containsExactly("project.yaml:2:28: /events/0/uid is set by the service; leave it out",
                "project.yaml:2:50: /events/0/created_at is set by the service; leave it out",
                "project.yaml:6:13: /experiences/0/status is set by the service; leave it out",
                "project.yaml:7:22: /experiences/0/variants/0/uid is set by the service; leave it out");
    }

    @Test
    void membersThatTheSchemaDoesNotNameAreKept() {
        assertThat(manifest("events: [{key: a, name: A, owner: {team: 7}}]").entries().get(0).definition())
                .isEqualTo(json("{\"key\": \"a\", \"name\": \"A\", \"owner\": {\"team\": 7}}"));
    }

    @Test
    void twoEntriesOfOneKindMustNotShareANaturalKey() {
        assertThat(faults("""
                events:
                  - {key: buy, name: Buy}
                attributes:
                  - {key: buy, name: Buys, data_type: number}
                  - {key: buy, name: Bought, data_type: boolean}
                """)).containsExactly(
                "project.yaml:5:11: /attributes/1/key \"buy\" is also the key of the attribute at project.yaml:4:5; remove one of them");
        assertThat(faults(READER.read(json("{\"events\": [{\"key\": \"a\", \"name\": \"A\"}, {\"key\": \"a\", \"name\": \"B\"}]}"), null)))
                .containsExactly("/events/1/key \"a\" is also the key of another event; remove one of them");
    }

    @Test
    void F19_norMayTheyHaveKeysThatLookTheSame() {
        assertThat(faults("audiences:\n  - name: Adults\n  - name: ADULTS\n")).containsExactly("project.yaml:3:11: /audiences/1/name"
                + " \"ADULTS\" looks the same as \"Adults\", the name of the audience at project.yaml:2:5; rename one of them");
    }

    @Test
    void F19_aKeyWithSpaceAtItsEndsIsRejectedEscapedOrNot() {
        assertThat(faults("audiences:\n  - name: 'Adults '\n  - name: 'ref:text/ref:x '\n")).containsExactly(
                "project.yaml:2:11: /audiences/0/name begins or ends with white space; remove it",
                "project.yaml:3:11: /audiences/1/name begins or ends with white space; remove it");
    }

    @Test
    void aKeyIsNoReference() {
        assertThat(faults("audiences: [{name: \"ref:audience/Adults\"}]")).containsExactly(
                "project.yaml:1:20: /audiences/0/name is a reference; a definition needs its own name");
        assertThat(manifest("audiences: [{name: \"ref:text/ref:audience/Adults\"}]").entries().get(0).key())
                .isEqualTo("ref:audience/Adults");
    }

    @Test
    void aTextThatOnlyLooksLikeAReferenceIsNeverSentAsText() {
        assertThat(faults("audiences: [{name: A, description: \"ref:audence/Adults\"}]")).containsExactly(
                "project.yaml:1:36: /audiences/0/description \"ref:audence/Adults\" is no reference (did you mean \"audience\"?), which would be ref:attribute/<key>,"
                        + " ref:event/<key>, ref:audience/<name> or ref:experience/<name>; write ref:text/… for a text that begins with ref:");
    }

    @Test
    void F24_anOrderOfPriorityNamesEachExperienceOnce() {
        assertThat(faults("priority: [\"ref:experience/A\", 64c7787b, \"ref:experience/A\", \"ref:audience/A\", \"a/b\", versions, 7]"))
                .containsExactly("project.yaml:1:42: /priority/2 is a duplicate of /priority/0; remove one of them",
                        "project.yaml:1:62: /priority/3 must be ref:experience/<name> or a uid",
                        "project.yaml:1:80: /priority/4 must be ref:experience/<name> or a uid",
                        "project.yaml:1:87: /priority/5 must be ref:experience/<name> or a uid",
                        "project.yaml:1:97: /priority/6 must be ref:experience/<name> or a uid");
    }

    @Test
    void onlyTheFirstThousandErrorsAreReported() {
        assertThat(faults("events: [" + "7, ".repeat(5000) + "7]")).hasSize(1001).first()
                .isEqualTo("project.yaml:1:9: /events has more errors; only the first 1000 are listed");
    }

    @Test
    void manifestsOfSeveralFilesAreOne() {
        ParseResult attributes = READER.read("attributes: [{key: a, name: A, data_type: date}]", "attributes.yaml");
        ParseResult events = READER.read("events: [{key: a, name: A}]\npriority: [e1]\nonConflict: fail", "events.yaml");

        Manifest merged = manifest(ManifestReader.merge(List.of(attributes, events)));

        assertThat(merged.entries()).extracting(Entry::toString).containsExactly("attribute \"a\"", "event \"a\"");
        assertThat(merged.priority()).isEqualTo(manifest(events).priority());
        assertThat(merged.onConflict()).contains("fail");
    }

    @Test
    void manifestsThatContradictEachOtherAreRejected() {
        ParseResult one = READER.read("events: [{key: a, name: A}]\npriority: [e1]\nonConflict: fail", "one.yaml");
        ParseResult two = READER.read("events: [{key: a, name: B}]\npriority: [e2]\nonConflict: skip", "two.yaml");

        assertThat(faults(ManifestReader.merge(List.of(one, two)))).containsExactly(
                "two.yaml:1:10: \"a\" is also the key of the event at one.yaml:1:10; remove one of them",
                "two.yaml:2:11: /priority is also set at one.yaml:2:11; remove one of them",
                "/onConflict is fail in one manifest and skip in another");
    }

    @Test
    void ifAManifestIsInvalidOnlyItsErrorsAreReported() {
        ParseResult one = READER.read("events: [{key: a, name: A}]", "one.yaml");
        ParseResult two = READER.read("events: [{key: b}]", "two.yaml");

        assertThat(faults(ManifestReader.merge(List.of(one, one, two)))).containsExactly("two.yaml:1:10: /events/0/name is missing");
    }
}
