// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What the page of a Kamelet says of its properties, from the Kamelet itself. */
final class KameletPage {

    private final JsonNode definition;

    KameletPage(JsonNode kamelet) {
        this.definition = kamelet.at("/spec/definition");
    }

    /** The page with description and properties as they should be. */
    Page of(Page page) {
        return page.with("description", text(definition) + "\n").with("properties", properties());
    }

    private String properties() {
        if (definition.path("properties").isEmpty()) {
            return "It has no properties.\n";
        }
        Set<String> required = definition.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return ComponentPage.table("[width=\"100%\",cols=\"2,6,2,1,2\",options=\"header\"]",
                "Name | Description | Default | Type | Example",
                definition.path("properties").propertyStream().map(property -> row(property, required.contains(property.getKey()))));
    }

    private static String row(Map.Entry<String, JsonNode> property, boolean isRequired) {
        JsonNode meaning = property.getValue();
        String need = isRequired ? "*Required.* " : "";
        return "| `%s` | %s%s%s | %s | %s | %s".formatted(property.getKey(), need, text(meaning), values(meaning),
                code(meaning.path("default")),
                meaning.path("type").asText(), code(meaning.path("example")));
    }

    private static String values(JsonNode meaning) {
        return meaning.path("enum").isEmpty()
                ? ""
                : meaning.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining("`, `", " Values: `", "`."));
    }

    /** Descriptions have line breaks where the file has. */
    private static String text(JsonNode described) {
        return ComponentPage.escaped(
                Stream.of(described.path("description").asText().split("\\R")).map(String::strip).collect(Collectors.joining(" ")));
    }

    private static String code(JsonNode value) {
        return value.isMissingNode() ? "" : "`" + value.asText() + "`";
    }
}
