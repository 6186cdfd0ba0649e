// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import org.jspecify.annotations.Nullable;

/** The entries of a ledger, found by uid and, while they are about to be created, by name; and how they have changed since they were stored. */
final class LedgerEntries {

    /** How many entries one array of the stored text has at most: one that is read may have 100 000 items. */
    private static final int PART = 10_000;

    private static final String REMOVED = "removed";

    private final Set<LedgerEntry> entries = new LinkedHashSet<>();
    private final Map<Resource, Map<String, Set<LedgerEntry>>> byUid = new EnumMap<>(Resource.class);
    private final Map<Reference, Set<LedgerEntry>> intended = new HashMap<>();

    /** What was added and removed since it was stored. */
    private final List<JsonNode> changes = new ArrayList<>();

    boolean add(LedgerEntry entry) {
        boolean isNew = entries.add(entry);
        if (isNew) {
            place(entry).add(entry);
            changes.add(entry.row());
        }
        return isNew;
    }

    boolean remove(LedgerEntry entry) {
        boolean isKnown = entries.remove(entry);
        if (isKnown) {
            place(entry).remove(entry);
            changes.add(JsonNodeFactory.instance.objectNode().set(REMOVED, entry.row()));
        }
        return isKnown;
    }

    /** Repeats a change that was stored. */
    void repeat(JsonNode change) {
        if (change.has(REMOVED)) {
            LedgerEntry.of(change.get(REMOVED)).ifPresent(this::remove);
        } else {
            LedgerEntry.of(change).ifPresent(this::add);
        }
    }

    private Set<LedgerEntry> place(LedgerEntry entry) {
        return entry.uid() == null
                ? intended.computeIfAbsent(entry.name(), any -> new LinkedHashSet<>())
                : byUid.computeIfAbsent(entry.resource(), any -> new HashMap<>()).computeIfAbsent(entry.uid(),
                        any -> new LinkedHashSet<>());
    }

    Set<LedgerEntry> withUid(Resource resource, @Nullable String uid) {
        return byUid.getOrDefault(resource, Map.of()).getOrDefault(String.valueOf(uid), Set.of());
    }

    /** Those about to be created with this name. */
    Set<LedgerEntry> intended(Reference name) {
        return intended.getOrDefault(name, Set.of());
    }

    Collection<LedgerEntry> all() {
        return List.copyOf(entries);
    }

    /** What is not stored yet. */
    List<JsonNode> changes() {
        return changes;
    }

    /** All is stored. */
    void stored() {
        changes.clear();
    }

    /** All entries as they are stored. */
    List<ArrayNode> rows() {
        List<ArrayNode> parts = new ArrayList<>(List.of(JsonNodeFactory.instance.arrayNode()));
        for (LedgerEntry entry : entries) {
            if (parts.get(parts.size() - 1).size() == PART) {
                parts.add(JsonNodeFactory.instance.arrayNode());
            }
            parts.get(parts.size() - 1).add(entry.row());
        }
        return parts;
    }
}
