// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What an export makes of definitions that do not belong to the project, and of versions. */
class LiveExportTest {

    private static final Export EXPORT = new Export(Dialect.LIVE, false);
    private static final String HERO = """
            {"uid": "x1", "name": "Hero", "description": "l1", "variants": [{"name": "A", "audiences": ["l1", "d1"]}]}""";

    @Test
    void whatAVersionSaysOfAnAudienceOfLyticsIsAReferenceToIt() {
        ExportedManifest exported = exported(HERO, "{'uid': 'd1', 'name': 'Adults'}", "{'uid': 'l1', 'name': 'Churn', 'source': 'lytics'}");

        assertThat(exported.toJson()).isEqualTo(json("""
                {"audiences": [{"name": "Adults"}],
                 "experiences": [{"name": "Hero", "description": "l1",
                                  "variants": [{"name": "A", "audiences": ["ref:audience/Churn", "ref:audience/Adults"]}]}]}"""));
        assertThat(exported.skipped())
                .containsExactly(new Skipped("audience", "Churn", "comes from Lytics; its uid l1 stays in experience \"Hero\""));
    }

    @Test
    void aReferenceThatCouldMeanTheProjectsOwnAudienceIsNotMade() {
        ExportedManifest exported = exported(HERO, "{'uid': 'd1', 'name': 'Churn'}", "{'uid': 'l1', 'name': 'Churn', 'source': 'LYTICS'}");

        assertThat(exported.toJson().at("/experiences/0/variants/0/audiences")).isEqualTo(json("[\"l1\", \"ref:audience/Churn\"]"));
    }

    @Test
    void norOneThatCouldMeanEitherOfTwo() {
        ExportedManifest exported = exported(HERO, "{'uid': 'l1', 'name': 'Churn', 'source': 'LYTICS'}",
                "{'uid': 'd1', 'name': 'Churn', 'source': 'LYTICS'}");

        assertThat(exported.toJson().at("/experiences/0/variants/0/audiences")).isEqualTo(json("[\"l1\", \"d1\"]"));
    }

    @Test
    void presetsAreNeitherExportedNorToldAndTheirUidsStay() {
        ExportedManifest exported = EXPORT.of(Map.of(Resource.attributes, list("{'uid': 'COUNTRY', '__type': 'PRESET'}"),
                Resource.experiences, list("{'uid': 'x1', 'name': 'Hero', 'variants': [{'name': 'COUNTRY'}]}")), List.of());

        assertThat(exported.toJson()).isEqualTo(json("{\"experiences\": [{\"name\": \"Hero\", \"variants\": [{\"name\": \"COUNTRY\"}]}]}"));
        assertThat(exported.skipped()).isEmpty();
    }

    @Test
    void whatIsLeftOutNamesAllThatKeepItsUid() {
        Map<Resource, List<JsonNode>> actual = new LinkedHashMap<>();
        actual.put(Resource.audiences, list("{'uid': 'd2', 'name': 'ADULTS'}", "{'uid': 'd1', 'name': 'Adults'}"));
        actual.put(Resource.experiences,
                list("{'uid': 'x2', 'name': 'Hero', 'goal': 'd1'}", "{'uid': 'x1', 'name': 'Footer', 'goal': 'd1'}"));

        assertThat(EXPORT.of(actual, List.of("d1")).skipped()).extracting(Skipped::toString).containsExactly(
                "audience \"ADULTS\": one of 2 audiences that have this name, or one that looks the same",
                "audience \"Adults\": one of 2 audiences that have this name, or one that looks the same;"
                        + " its uid d1 stays in experience \"Footer\", experience \"Hero\", priority");
    }

    @Test
    void draftsAreToldAtTheEnd() {
        List<JsonNode> experiences = list("{'uid': 'x1', 'name': 'Hero'}", "{'uid': 'x2'}");

        ExportedManifest exported = EXPORT.of(Map.of(Resource.experiences, experiences), List.of(),
                Map.of(Resource.experiences, experiences));

        assertThat(exported).hasToString("""
                # Not exported:
                #   experience "x2": not valid: /name is missing
                #   experience "Hero": its draft, which differs from the version that is exported
                #   experience "": its draft, which differs from the version that is exported

                experiences:
                  - name: Hero
                """);
    }

    @Test
    void unlessDefinitionsAreValidatedOnlyThoseWithoutAKeyAreLeftOut() {
        String audience = "{'uid': 'd1', 'name': 'A', 'definition': 7}";

        assertThat(exported(HERO, audience).toJson().path("audiences")).isEqualTo(json("[{\"name\": \"A\", \"definition\": 7}]"));
        assertThat(new Export(Dialect.LIVE).of(Map.of(Resource.audiences, list(audience)), List.of()).toJson()).isEqualTo(json("{}"));
    }

    private static ExportedManifest exported(String experience, String... audiences) {
        return EXPORT.of(Map.of(Resource.audiences, list(audiences), Resource.experiences, list(experience)), List.of());
    }

    private static List<JsonNode> list(String... definitions) {
        List<JsonNode> list = new ArrayList<>();
        for (String definition : definitions) {
            list.add(json(definition.replace('\'', '"')));
        }
        return list;
    }
}
