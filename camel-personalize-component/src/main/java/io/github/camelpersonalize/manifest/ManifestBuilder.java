// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.document.Document;
import io.github.camelpersonalize.model.JsonPointer;

/** A manifest that is being read. */
final class ManifestBuilder {

    private static final String MEMBERS = "attributes, events, audiences, experiences, priority and onConflict";
    private static final List<String> POLICIES = List.of("update", "skip", "fail");

    /** A list of wrong items can be as long as any, and each fault is longer than its item. */
    private static final int MAX_FAULTS = 1000;

    private final Document document;
    private final EntryCheck entryCheck;
    private final DesiredPriorityCheck orderCheck;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private final Duplicates duplicates = new Duplicates();
    private DesiredPriority order;
    private String onConflict;

    ManifestBuilder(Document document, EntryCheck entryCheck, DesiredPriorityCheck orderCheck) {
        this.document = document;
        this.entryCheck = entryCheck;
        this.orderCheck = orderCheck;
    }

    void read() {
        if (!document.tree().isObject()) {
            report("", document.tree().isNull() ? "the document is empty" : "must be an object with members among " + MEMBERS);
        }
        for (Map.Entry<String, JsonNode> member : document.tree().properties()) {
            String pointer = JsonPointer.of(member.getKey());
            Optional<Resource> section = Manifest.RESOURCES.stream().filter(kind -> kind.name().equals(member.getKey())).findFirst();
            section.ifPresentOrElse(resource -> section(resource, pointer, member.getValue()),
                    () -> member(member.getKey(), pointer, member.getValue()));
        }
    }

    List<Diagnostic> diagnostics() {
        return faults;
    }

    Manifest manifest() {
        return new Manifest(entries, Optional.ofNullable(order), Optional.ofNullable(onConflict));
    }

    private void section(Resource resource, String pointer, JsonNode section) {
        if (!section.isArray()) {
            report(pointer, "must be a list of " + resource + "; leave it out if there are none");
        }
        for (int i = 0; section.isArray() && i < section.size(); i++) {
            if (faults.size() >= MAX_FAULTS) {
                report(pointer, "has more faults; these are the first " + faults.size());
                return;
            }
            entry(resource, pointer + "/" + i, section.get(i));
        }
    }

    private void entry(Resource resource, String pointer, JsonNode definition) {
        List<FieldError> wrong = entryCheck.validate(resource, definition);
        wrong.forEach(fault -> report(pointer + fault.pointer(), fault.message()));
        EntryCheck.key(resource, definition).ifPresent(key -> {
            Entry entry = new Entry(resource, key, (ObjectNode) definition, document.position(pointer));
            entries.add(entry);
            duplicates.violation(entry).ifPresent(text -> report(pointer + "/" + resource.naturalKey(), text));
        });
    }

    private void member(String name, String pointer, JsonNode value) {
        switch (name) {
            case "priority" -> {
                orderCheck.validate(value).forEach(fault -> report(pointer + fault.pointer(), fault.message()));
                order = value instanceof ArrayNode experiences ? new DesiredPriority(experiences, document.position(pointer)) : null;
            }
            case "onConflict" -> {
                if (!POLICIES.contains(value.textValue())) {
                    report(pointer, "must be one of " + String.join(", ", POLICIES));
                }
                onConflict = value.textValue();
            }
            case "$schema" -> {
                if (!value.isTextual()) {
                    report(pointer, "must be the address of a JSON schema");
                }
            }
            default ->
                faults.add(new Diagnostic(document.namePosition(pointer), pointer, "is no member of a manifest, which has " + MEMBERS));
        }
    }

    private void report(String pointer, String message) {
        faults.add(document.diagnostic(pointer, message));
    }
}
