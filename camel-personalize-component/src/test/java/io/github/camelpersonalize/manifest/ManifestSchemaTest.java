// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.manifest.Documents.READER;
import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The schema for editors says what the reader says. */
class ManifestSchemaTest {

    private static final JsonNode SCHEMA = resource(Manifest.class, "manifest.schema.json");

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'$schema': 'manifest.schema.json', 'onConflict': 'fail'}",
            "{'attributes': [{'key': 'age', 'name': 'Age', 'data_type': 'number', 'owner': {'team': 'ref:audience/A'}}], 'events': []}",
            "{'audiences': [{'name': 'A', 'description': null, 'rules': {'attribute': 'age', 'in': ['ref:audience/B', 'ref:text/ref:x', 1.5]}}]}",
            "{'audiences': [{'name': 'ref:text/ref:x'}, {'name': 'two words'}]}",
            "{'experiences': [{'name': 'E', 'type': 'AB_TEST', 'variants': [{'name': 'A', 'traffic_percentage': 100}, {'audience_uid': 'u1'}]}]}",
            "{'priority': ['ref:experience/E/1', '64c7787b']}"})
    void whatTheReaderAcceptsTheSchemaAccepts(String document) {
        assertThat(READER.read(json(document.replace('\'', '"')), null)).isInstanceOf(ParseResult.Parsed.class);
        assertThat(isValid(document)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'atributes': []}", "{'events': null}", "{'onConflict': 'overwrite'}", "{'$schema': 1}",
            "{'events': [1]}",
            "{'attributes': [{'name': 'Age', 'data_type': 'number'}]}",
            "{'attributes': [{'key': 'age', 'name': 'Age', 'data_type': 'int'}]}",
            "{'events': [{'key': ' a', 'name': 'A'}]}", "{'events': [{'key': 'ref:event/a', 'name': 'A'}]}",
            "{'events': [{'key': 'a', 'name': 'A', 'uid': '64c7787b'}]}", "{'events': [{'key': 'a', 'name': 'A', 'created_at': null}]}",
            "{'audiences': [{'name': 'A', 'rules': {'in': ['ref:audiences/B']}}]}",
            "{'audiences': [{'name': 'A', 'description': 'ref: x'}]}",
            "{'audiences': [{'name': 'A', 'owner': 'ref:audience/'}]}", "{'audiences': [{'name': 'A', 'rules': []}]}",
            "{'experiences': [{'name': 'E', 'type': 'AB_TEST', 'status': 'DRAFT'}]}",
            "{'experiences': [{'name': 'E', 'type': 'AB_TEST', 'variants': [{'uid': 'v1'}]}]}",
            "{'experiences': [{'name': 'E', 'type': 'AB_TEST', 'variants': [{'traffic_percentage': 101}]}]}", "{'priority': {}}",
            "{'priority': ['ref:audience/A']}", "{'priority': ['a/b']}", "{'priority': ['a', 'a']}"})
    void whatTheReaderRefusesTheSchemaRefuses(String document) {
        assertThat(READER.read(json(document.replace('\'', '"')), null)).isInstanceOf(ParseResult.Invalid.class);
        assertThat(isValid(document)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"attributes", "events", "audiences", "experiences"})
    void entriesHaveTheRulesOfBodies(Resource resource) {
        ObjectNode body = (ObjectNode) resource(BodyCheck.class, "contract/" + resource.kind() + ".json");
        body.remove(List.of("$schema", "title"));
        body.findParents("uid").forEach(properties -> ((ObjectNode) properties).remove("uid"));

        assertThat(withoutExtras(SCHEMA.at("/$defs/" + resource.kind()))).isEqualTo(body);
    }

    /** Without what only manifests have: descriptions, references, and members that are forbidden. */
    private static JsonNode withoutExtras(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        strip(copy, false);
        return copy;
    }

    private static void strip(JsonNode node, boolean isProperties) {
        if (node instanceof ObjectNode object && isProperties) {
            object.properties().removeIf(property -> property.getValue().isBoolean());
        } else if (node instanceof ObjectNode object) {
            object.remove(Set.of("description", "$ref", "additionalProperties"));
        }
        node.properties().forEach(member -> strip(member.getValue(), !isProperties && member.getKey().equals("properties")));
    }

    private static boolean isValid(String document) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA).validate(json(document.replace('\'', '"'))).isEmpty();
    }

    private static JsonNode resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
