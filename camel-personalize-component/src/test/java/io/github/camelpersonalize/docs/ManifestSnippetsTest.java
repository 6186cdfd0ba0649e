// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.manifest.Export;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests that the documentation shows. */
class ManifestSnippetsTest {

    private final ManifestReader reader = new ManifestReader(Dialect.CONTRACT);

    @Test
    void aManifest() {
        assertThat(reader.read(new Snippet("manifest.yaml").text(), null)).isInstanceOfSatisfying(ParseResult.Parsed.class,
                read -> assertThat(read.manifest().entries()).extracting(Object::toString).containsExactly("attribute \"age\"",
                        "event \"purchase\"", "audience \"Adults\"", "experience \"Home page hero\""));
    }

    @Test
    void aManifestWithFaults() {
        assertThat(reader.read(new Snippet("manifest-faults.yaml").text(), "project.yaml"))
                .hasToString(new Snippet("manifest-faults.txt").text().strip());
    }

    @Test
    void anExport() {
        Map<Resource, List<JsonNode>> actual = Map.of(Resource.attributes, List.of(Json.read("""
                {"uid": "a1", "name": "Age", "key": "age", "data_type": "number", "created_at": "2026-01-01T00:00:00.000Z"}"""),
                Json.read("""
                        {"uid": "COUNTRY", "name": "Country", "__type": "PRESET"}""")), Resource.audiences, List.of(Json.read("""
                        {"uid": "d1", "name": "Adults", "description": "Everyone who may buy\\n- wine\\n- cheese",
                         "rules": {"attribute": "a1", "operator": "at_least", "value": 21}}""")));

        assertThat(new Export(Dialect.CONTRACT).of(actual, List.of())).hasToString(new Snippet("manifest-export.yaml").text());
    }
}
