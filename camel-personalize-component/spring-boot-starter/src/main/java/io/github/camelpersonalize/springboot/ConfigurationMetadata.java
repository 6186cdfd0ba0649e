// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what IDEs read to complete and explain properties. Part of the build, not of the jar. */
final class ConfigurationMetadata {

    private static final Map<String, String> TYPES = Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long",
            "java.lang.Long", "double", "java.lang.Double");
    private static final String SOURCE = "io.github.camelpersonalize.springboot.PersonalizeComponentAutoConfiguration";

    private final ObjectNode document = new ObjectMapper().createObjectNode();

    private ConfigurationMetadata(Catalogue catalogue) {
        document.putArray("groups").addObject().put("name", ComponentProperties.PREFIX).put("type", SOURCE).put("sourceType", SOURCE);
        document.putArray("properties");
        document.putArray("hints");
        catalogue.options().forEach(this::add);
        add("enabled", "java.lang.Boolean", "Whether the component is configured by these properties.").put("defaultValue", true);
        add("customizer.enabled", "java.lang.Boolean", "Whether these properties are set on the component.").put("defaultValue", true);
    }

    /**
     * @param arguments
     *            the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, of(Catalogue.read()));
    }

    /** The metadata, as JSON. */
    static String of(Catalogue catalogue) {
        return new ConfigurationMetadata(catalogue).document.toPrettyString() + "\n";
    }

    private void add(Option option) {
        JsonNode entry = option.entry();
        ObjectNode property = add(option.dashed(), type(entry), entry.path("description").asText());
        if (entry.has("defaultValue")) {
            property.set("defaultValue", entry.get("defaultValue"));
        }
        if (entry.path("deprecated").asBoolean()) {
            property.putObject("deprecation").put("reason", entry.path("deprecationNote").asText());
        }
        if (entry.has("enum") && type(entry).equals("java.lang.String")) {
            ObjectNode hint = document.withArray("hints").addObject().put("name", property.path("name").asText());
            entry.get("enum").forEach(value -> hint.withArray("values").addObject().set("value", value));
        }
    }

    private ObjectNode add(String name, String type, String description) {
        return document.withArray("properties").addObject().put("name", ComponentProperties.PREFIX + "." + name).put("type", type)
                .put("description", description).put("sourceType", SOURCE);
    }

    /** Times are numbers of milliseconds in the component, and durations to those who write them. */
    private static String type(JsonNode entry) {
        if (entry.path("type").asText().equals("duration")) {
            return "java.time.Duration";
        }
        String type = entry.path("javaType").asText();
        return TYPES.getOrDefault(type, type);
    }
}
