// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.text.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The attributes, events and audiences of a project that nothing refers to. Camel converts it to a text for people ({@code String}) and to JSON
 * ({@code byte[]}, {@code InputStream}, {@code JsonNode}).
 *
 * @param unused attributes, events and audiences, each sorted by natural key
 * @param lookedAt how many definitions of each resource, and how many of their versions, were looked at
 * @param manifest all other definitions of the project: a plan of it with {@code prune=all} deletes those that are unused. {@code null} when the project
 *            has definitions that no manifest can have, because such a plan could delete them, too
 */
public record UnusedDefinitions(List<Unused> unused, Map<String, Integer> lookedAt,
        @Nullable ExportedManifest manifest) implements JsonDocument {

    public UnusedDefinitions {
        unused = List.copyOf(unused);
    }

    /**
     * A definition that nothing refers to.
     *
     * @param kind {@code attribute}, {@code event} or {@code audience}
     * @param key its natural key, or else its uid
     * @param uid its uid
     */
    public record Unused(String kind, String key, String uid) implements Comparable<Unused> {

        @Override
        public int compareTo(Unused other) {
            return Comparator.comparing(Unused::kind).thenComparing(Unused::key).thenComparing(Unused::uid).compare(this, other);
        }

        @Override
        public String toString() {
            return kind + " " + Quoted.of(key) + " (uid " + uid + ")";
        }
    }

    /**
     * With the manifest of the others.
     *
     * @param export the whole project
     * @param foreign how many definitions the export leaves out because they do not belong to the project: they are never deleted
     */
    public static UnusedDefinitions of(List<Unused> unused, Map<String, Integer> lookedAt, ExportedManifest export, int foreign) {
        boolean isWhole = export.skipped().size() == foreign;
        return new UnusedDefinitions(unused, lookedAt, isWhole ? without(unused, export) : null);
    }

    private static ExportedManifest without(List<Unused> unused, ExportedManifest export) {
        Set<Reference> gone = unused.stream().map(one -> new Reference(Resource.ofKind(one.kind()).orElseThrow(), one.key()))
                .collect(Collectors.toSet());
        ObjectNode document = export.document().deepCopy();
        for (Resource resource : Manifest.RESOURCES) {
            for (Iterator<JsonNode> entries = document.path(resource.name()).elements(); entries.hasNext();) {
                String key = Reference.unescape(entries.next().path(resource.naturalKey()).asText());
                if (gone.contains(new Reference(resource, key))) {
                    entries.remove();
                }
            }
            if (document.path(resource.name()).isEmpty()) {
                document.remove(resource.name());
            }
        }
        return new ExportedManifest(document, export.skipped());
    }

    @Override
    @JsonValue
    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        unused.forEach(one -> json.withArray("unused").addObject().put("kind", one.kind()).put("key", one.key()).put("uid", one.uid()));
        json.withArray("unused");
        lookedAt.forEach(json.withObject("lookedAt")::put);
        if (manifest != null) {
            json.set("manifest", manifest.document());
        }
        return json;
    }

    @Override
    public String toText() {
        String found = unused.stream().map(one -> "  " + one + "\n").collect(Collectors.joining());
        String looked = lookedAt.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return "Nothing refers to " + unused.size() + (unused.size() == 1 ? " definition" : " definitions")
                + (found.isEmpty() ? ".\n" : ":\n")
                + found + "Looked at: " + looked + ".\n";
    }

    @Override
    public String toString() {
        return toText();
    }
}
