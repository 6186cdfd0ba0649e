// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.document.Document;
import io.github.camelpersonalize.model.JsonPointer;
import io.github.camelpersonalize.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Builds a manifest from a document and collects its errors. */
final class ManifestBuilder {

    private static final List<String> NAMES = List.of("attributes", "events", "audiences", "experiences", "priority", "onConflict");
    private static final String MEMBERS = String.join(", ", NAMES.subList(0, NAMES.size() - 1)) + " and " + NAMES.get(NAMES.size() - 1);
    private static final List<String> POLICIES = List.of("update", "skip", "fail");

    /** The most errors of a section: a list of invalid items can be long, and each error is longer than its item. */
    private static final int MAX_DIAGNOSTICS = 1000;

    private final Document document;
    private final EntryCheck entryCheck;
    private final DesiredPriorityCheck priorityCheck;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Duplicates duplicates = new Duplicates();
    private @Nullable DesiredPriority priority;
    private @Nullable String onConflict;

    ManifestBuilder(Document document, EntryCheck entryCheck, DesiredPriorityCheck priorityCheck) {
        this.document = document;
        this.entryCheck = entryCheck;
        this.priorityCheck = priorityCheck;
    }

    void read() {
        if (!document.tree().isObject()) {
            report("", document.tree().isNull() ? "the document is empty" : "must be an object with any of the members " + MEMBERS);
        }
        for (Map.Entry<String, JsonNode> member : document.tree().properties()) {
            String pointer = JsonPointer.of(member.getKey());
            Optional<Resource> resource = Manifest.RESOURCES.stream().filter(kind -> kind.name().equals(member.getKey())).findFirst();
            if (resource.isPresent()) {
                section(resource.get(), pointer, member.getValue());
            } else {
                member(member.getKey(), pointer, member.getValue());
            }
        }
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    Manifest manifest() {
        return new Manifest(entries, Optional.ofNullable(priority), Optional.ofNullable(onConflict));
    }

    private void section(Resource resource, String pointer, JsonNode section) {
        if (!section.isArray()) {
            report(pointer, "must be a list of " + resource + "; leave it out if there are none");
            return;
        }
        for (int i = 0; i < section.size(); i++) {
            if (diagnostics.size() >= MAX_DIAGNOSTICS) {
                report(pointer, "has more errors; only the first " + diagnostics.size() + " are listed");
                return;
            }
            entry(resource, pointer + "/" + i, section.get(i));
        }
    }

    private void entry(Resource resource, String pointer, JsonNode definition) {
        entryCheck.validate(resource, definition).forEach(error -> report(pointer + error.pointer(), error.message()));
        Optional<String> key = EntryCheck.key(resource, definition);
        if (key.isPresent()) {
            Entry entry = new Entry(resource, key.get(), (ObjectNode) definition, document.position(pointer));
            entries.add(entry);
            duplicates.violation(entry).ifPresent(violation -> report(pointer + "/" + resource.naturalKey(), violation));
        }
    }

    private void member(String name, String pointer, JsonNode value) {
        switch (name) {
            case "priority" -> {
                priorityCheck.validate(value).forEach(error -> report(pointer + error.pointer(), error.message()));
                priority = value instanceof ArrayNode experiences ? new DesiredPriority(experiences, document.position(pointer)) : null;
            }
            case "onConflict" -> {
                if (!POLICIES.contains(value.asText())) {
                    report(pointer, "must be one of " + String.join(", ", POLICIES));
                }
                onConflict = value.textValue();
            }
            case "$schema" -> {
                if (!value.isTextual()) {
                    report(pointer, "must be the address of a JSON schema");
                }
            }
            default -> diagnostics.add(
                    new Diagnostic(document.namePosition(pointer), pointer,
                            "is not a member of a manifest" + Nearest.question(name, NAMES) + "; the members are " + MEMBERS));
        }
    }

    private void report(String pointer, String message) {
        diagnostics.add(document.diagnostic(pointer, message));
    }
}
