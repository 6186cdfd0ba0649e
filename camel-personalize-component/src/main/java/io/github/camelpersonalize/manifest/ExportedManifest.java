// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.document.YamlWriter;
import io.github.camelpersonalize.model.JsonDocument;

/**
 * A project as a manifest. Camel converts it to YAML ({@code String}) and to JSON ({@code byte[]}, {@code InputStream}, {@code JsonNode}).
 *
 * @param document the manifest, as {@link ManifestReader} reads it
 * @param skipped the definitions that are left out
 */
public record ExportedManifest(ObjectNode document, List<Skipped> skipped) implements JsonDocument {

    public ExportedManifest {
        skipped = List.copyOf(skipped);
    }

    @Override
    @JsonValue
    public JsonNode toJson() {
        return document;
    }

    /** YAML, with the definitions that are left out in comments at the top. */
    @Override
    public String toText() {
        if (skipped.isEmpty()) {
            return YamlWriter.yaml(document);
        }
        String comments = skipped.stream().map(entry -> "#   " + entry + "\n").collect(Collectors.joining());
        return "# Not exported:\n" + comments + "\n" + YamlWriter.yaml(document);
    }

    @Override
    public String toString() {
        return toText();
    }
}
