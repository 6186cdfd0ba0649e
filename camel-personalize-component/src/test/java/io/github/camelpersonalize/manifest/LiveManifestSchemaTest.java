// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The schema for editors says what the reader says of manifests with versions of experiences. */
class LiveManifestSchemaTest {

    private static final ManifestReader READER = new ManifestReader(Dialect.LIVE);
    private static final JsonNode JSON = resource(Manifest.class, "manifest.live.schema.json");
    private static final JsonSchema SCHEMA = schema(JSON);
    private static final JsonSchema OF_CONTRACT = schema(resource(Manifest.class, "manifest.schema.json"));

    @Test
    void theManifestOfTheDocsIsValidAndOneOfTheOtherDialectIsNot() throws IOException {
        JsonNode live = yaml("manifest-live.yaml");
        JsonNode contract = yaml("manifest.yaml");

        assertThat(SCHEMA.validate(live)).isEmpty();
        assertThat(OF_CONTRACT.validate(contract)).isEmpty();
        assertThat(SCHEMA.validate(contract)).isNotEmpty();
        assertThat(OF_CONTRACT.validate(live)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'$schema': 'manifest.live.schema.json', 'onConflict': 'fail'}",
            "{'attributes': [{'key': 'tier', 'name': 'Tier', 'description': '', 'owner': {'team': 'ref:audience/A'}}], 'events': [{'key': 'e'}]}",
            "{'audiences': [{'name': 'A', 'definition': {'__type': 'RuleCombination', 'combinationType': 'OR', 'rules': []}}]}",
            "{'experiences': [{'name': 'E', '__type': 'SEGMENTED', 'tags': ['home']}]}",
            "{'experiences': [{'name': 'E', '__type': 'SEGMENTED', 'status': 'PAUSED', 'variants': [{'__type': 'SegmentedVariant', 'name': 'V',"
                    + " 'audiences': ['ref:audience/A'], 'audienceCombinationType': 'OR', 'lyticsAudiences': ['ref:audience/L']}]}]}",
            "{'experiences': [{'name': 'E', '__type': 'AB_TEST', 'variants': [{'__type': 'ABTestVariant', 'name': 'V', 'trafficDistribution': 100}],"
                    + " 'metrics': [{'__type': 'Primary', 'event': 'ref:event/e', 'name': 'N'}], 'variantSplit': 'EQUALLY_SPLIT',"
                    + " 'targeting': {'audience': {'audiences': ['ref:audience/A'], 'audienceCombinationType': 'AND'}}}]}",
            "{'priority': ['ref:experience/E/1', '64c7787b']}"})
    void whatTheReaderAcceptsTheSchemaAccepts(String document) {
        assertThat(READER.read(json(document.replace('\'', '"')), null)).isInstanceOf(ParseResult.Parsed.class);
        assertThat(isValid(document)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'atributes': []}", "{'events': null}", "{'attributes': [{'name': 'Tier'}]}",
            "{'attributes': [{'key': 'tier', 'name': 'Tier', 'data_type': 'string'}]}", "{'events': [{'key': 'e', 'name': 'E'}]}",
            "{'events': [{'key': 'e', 'createdAt': '2026'}]}", "{'audiences': [{'name': 'A'}]}",
            "{'audiences': [{'name': 'A', 'rules': {}, 'definition': {'__type': 'RuleCombination', 'combinationType': 'OR', 'rules': []}}]}",
            "{'audiences': [{'name': 'A', 'definition': {'__type': 'Rule'}}]}",
            "{'audiences': [{'name': 'A', 'definition': {'__type': 'RuleCombination', 'combinationType': 'XOR', 'rules': []}}]}",
            "{'audiences': [{'name': 'A', 'definition': {'__type': 'RuleCombination', 'combinationType': 'OR', 'rules': [{'__type': 'Rule',"
                    + " 'attribute': {'__type': 'PresetAttributeReference', 'ref': 'ref:attribute/tier'}, 'attributeMatchCondition': 'IS_TRUE'}]}}]}",
            "{'audiences': [{'name': 'A', 'definition': {'__type': 'RuleCombination', 'combinationType': 'OR', 'rules': [{'__type': 'Rule',"
                    + " 'attribute': {'__type': 'CustomAttributeReference', 'ref': 'ref:attributes/t'}, 'attributeMatchCondition': 'IS_TRUE'}]}}]}",
            "{'experiences': [{'name': 'E', 'type': 'SEGMENTED'}]}",
            "{'experiences': [{'name': 'E', '__type': 'SEGMENTED', 'status': 'ARCHIVED'}]}",
            "{'experiences': [{'name': 'E', '__type': 'SEGMENTED', 'latestVersion': 'v'}]}",
            "{'experiences': [{'name': 'E', '__type': 'SEGMENTED', 'tags': ['two words']}]}",
            "{'experiences': [{'name': 'E', '__type': 'SEGMENTED', 'variants': [{'__type': 'SegmentedVariant', 'name': 'V'}]}]}",
            "{'experiences': [{'name': 'E', '__type': 'AB_TEST', 'variants': [{'__type': 'ABTestVariant', 'name': 'V', 'shortUid': '0'}]}]}",
            "{'experiences': [{'name': 'E', '__type': 'AB_TEST', 'variants': [{'__type': 'ABTestVariant', 'name': 'V', 'traffic_percentage': 9}]}]}",
            "{'experiences': [{'name': 'E', '__type': 'AB_TEST', 'metrics': [{'__type': 'Primary', 'event': 'ref:events/e'}]}]}",
            "{'priority': ['ref:audience/A']}"})
    void whatTheReaderRefusesTheSchemaRefuses(String document) {
        assertThat(READER.read(json(document.replace('\'', '"')), null)).isInstanceOf(ParseResult.Invalid.class);
        assertThat(isValid(document)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"attribute, attribute", "event, event", "audience, audience", "rules, rules"})
    void entriesHaveTheRulesOfBodies(String name, String body) {
        assertThat(bare(JSON.at("/$defs/" + name))).isEqualTo(bare(resource(BodyCheck.class, "live/" + body + ".json")));
    }

    @Test
    void anExperienceHasTheRulesOfItselfAndOfItsVersion() {
        JsonNode version = bare(resource(BodyCheck.class, "live/version.json"));
        ObjectNode properties = (ObjectNode) bare(resource(BodyCheck.class, "live/experience.json")).path("properties");
        properties.setAll((ObjectNode) version.path("properties"));
        ObjectNode variant = (ObjectNode) version.at("/$defs/variant");
        ((ObjectNode) variant.path("properties")).remove("shortUid");

        assertThat(bare(JSON.at("/$defs/experience/properties"))).isEqualTo(properties);
        assertThat(withoutLists(bare(JSON.at("/$defs/variant")))).isEqualTo(withoutLists(variant));
    }

    /** Of the lists of uids, only manifests say what may be in them. */
    private static JsonNode withoutLists(JsonNode variant) {
        ((ObjectNode) variant.path("properties")).remove(Set.of("audiences", "lyticsAudiences"));
        return variant;
    }

    /** Without titles and descriptions, references to other schemas, messages, and what only manifests have. */
    private static JsonNode bare(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isBoolean() || member.getKey().equals("message"));
            if (!object.path("description").isObject()) {
                object.remove("description");
            }
            if (object.path("allOf").size() == 1) {
                object.remove("allOf");
            }
            object.remove(Set.of("$schema", "$id", "title", "$ref", "additionalProperties"));
        }
        node.forEach(LiveManifestSchemaTest::strip);
    }

    private static boolean isValid(String document) {
        return SCHEMA.validate(json(document.replace('\'', '"'))).isEmpty();
    }

    private static JsonSchema schema(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }

    private static JsonNode yaml(String file) throws IOException {
        Object document = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("src/test/resources/docs", file)));
        return Json.of(document);
    }

    private static JsonNode resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
