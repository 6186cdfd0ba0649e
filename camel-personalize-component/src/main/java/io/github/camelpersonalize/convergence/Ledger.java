// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.project.DefinitionIndex;
import io.github.camelpersonalize.state.ChecksummedText;
import io.github.camelpersonalize.state.StateStore;

/**
 * Which definitions of a project {@code apply} has created, and for which owner, so that {@code prune=owned} deletes nothing else. An entry is made
 * before the definition is, without a uid, so that a process that is killed in between still knows what it has created. Used by one thread.
 */
final class Ledger {

    private static final int FORMAT = 1;
    private static final String PROJECT = "projectUid";

    /** How many entries one array of the stored text has at most. */
    private static final int PART = 10_000;

    /** Whose entries have no owner in the stored text. */
    private static final String DEFAULT_OWNER = "default";

    private final StateStore store;
    private final String projectUid;
    private final String owner;
    private final Set<Entry> entries = new LinkedHashSet<>();

    /**
     * A definition that was created. Others may rename it, and then another one may be made of its old name.
     *
     * @param name as it was when it was last seen
     * @param uid its uid, or {@code null} when it was about to be created
     * @param owner whose manifest it was in
     */
    private record Entry(Reference name, String uid, String owner) {

        Resource resource() {
            return name.resource();
        }
    }

    private Ledger(StateStore store, String projectUid, String owner) {
        this.store = store;
        this.projectUid = projectUid;
        this.owner = owner;
    }

    /**
     * The ledger of a project.
     *
     * @param owner whose manifest is applied
     * @throws LedgerException when what is stored cannot be read, is not whole, of a newer version, or of another project
     */
    static Ledger open(StateStore store, String projectUid, String owner) {
        Ledger ledger = new Ledger(store, projectUid, owner);
        try {
            text(store).ifPresent(ledger::read);
            return ledger;
        } catch (JsonException e) {
            throw new LedgerException("the ledger of " + store.name() + " cannot be used: " + e.getMessage()
                    + "; restore it, or delete it to begin a new one, which knows of nothing that was created before", e);
        }
    }

    private static Optional<String> text(StateStore store) {
        try {
            return store.read();
        } catch (RuntimeException e) {
            throw new LedgerException("the ledger of " + store.name() + " cannot be read: " + e.getMessage()
                    + "; nothing was sent: make it readable, and apply again", e);
        }
    }

    private void read(String text) {
        ChecksummedText stored = ChecksummedText.read(text, FORMAT);
        String other = stored.head().path(PROJECT).asText();
        if (!projectUid.equals(other)) {
            throw new JsonException("it is of project \"" + other + "\", not of project \"" + projectUid + "\"");
        }
        stored.parts().forEach(rows -> rows.forEach(row -> Resource.ofKind(row.path("kind").asText())
                .ifPresent(resource -> entries.add(new Entry(new Reference(resource, row.path("key").asText()),
                        row.path("uid").textValue(), row.path("owner").asText(DEFAULT_OWNER))))));
    }

    /** How many definitions of a kind it knows, of all owners. */
    long size(Resource resource) {
        return entries.stream().filter(entry -> entry.resource() == resource && entry.uid() != null).count();
    }

    /** Whether this component has created this definition of the service's, for any owner. */
    boolean knows(Resource resource, JsonNode actual, ActualState state) {
        return hasEntry(resource, actual, state, entry -> true);
    }

    /** Whether this component has created this definition of the service's for the present owner. */
    boolean owns(Resource resource, JsonNode actual, ActualState state) {
        return hasEntry(resource, actual, state, entry -> entry.owner().equals(owner));
    }

    /** Where several have the name of one that was about to be created, none counts as created here. */
    private boolean hasEntry(Resource resource, JsonNode actual, ActualState state, Predicate<Entry> counts) {
        String uid = actual.path("uid").textValue();
        Optional<Reference> name = name(resource, actual).filter(it -> state.of(resource).uidOf(it.key()).isPresent());
        return entries.stream().filter(counts).anyMatch(entry -> entry.uid() == null
                ? name.filter(entry.name()::equals).isPresent()
                : entry.resource() == resource && entry.uid().equals(uid));
    }

    /** The kinds of which it knows definitions. */
    Set<Resource> resources() {
        return kinds(entries.stream());
    }

    /** The kinds that lack a definition which was about to be created when an earlier run ended: it may appear yet. */
    Set<Resource> awaited(ActualState state) {
        return kinds(entries.stream().filter(entry -> entry.uid() == null && state.has(entry.resource())
                && state.of(entry.resource()).withKey(entry.name().key()).isEmpty()));
    }

    private static Set<Resource> kinds(Stream<Entry> entries) {
        return entries.map(Entry::resource).collect(Collectors.toCollection(() -> EnumSet.noneOf(Resource.class)));
    }

    /**
     * Brings it up to date with the project: what an earlier run was about to create counts as created if it is there, what others have renamed stays
     * in, and what is no longer there goes, and stays out if it ever comes back.
     */
    void compare(ActualState state) {
        Set<Entry> before = Set.copyOf(entries);
        List<Entry> present = entries.stream().flatMap(entry -> present(entry, state).stream()).toList();
        entries.clear();
        entries.addAll(present);
        if (!entries.equals(before)) {
            write();
        }
    }

    private static Optional<Entry> present(Entry entry, ActualState state) {
        if (!state.has(entry.resource())) {
            return Optional.of(entry);
        }
        DefinitionIndex index = state.of(entry.resource());
        if (entry.uid() != null) {
            return index.withUid(entry.uid())
                    .map(actual -> new Entry(name(entry.resource(), actual).orElse(entry.name()), entry.uid(), entry.owner()));
        }
        return index.withKey(entry.name().key()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry(entry.name(), index.uidOf(entry.name().key()).orElse(null), entry.owner()));
    }

    private static Optional<Reference> name(Resource resource, JsonNode actual) {
        return NaturalKey.of(resource, actual).map(key -> new Reference(resource, key));
    }

    /** A definition is about to be created. */
    void intend(Reference name) {
        if (entries.add(intended(name))) {
            write();
        }
    }

    private Entry intended(Reference name) {
        return new Entry(name, null, owner);
    }

    /**
     * A definition that was about to be created exists: it was created, or found to be the one that was. If it was created for another owner before,
     * it stays theirs.
     */
    void created(Reference name, String uid) {
        entries.remove(intended(name));
        if (entries.stream().noneMatch(entry -> entry.resource() == name.resource() && uid.equals(entry.uid()))) {
            entries.add(new Entry(name, uid, owner));
        }
        write();
    }

    /** A definition that was about to be created was certainly not created. */
    void refused(Reference name) {
        if (entries.remove(intended(name))) {
            write();
        }
    }

    /** A definition was deleted. */
    void deleted(Resource resource, String uid) {
        if (entries.removeIf(entry -> entry.resource() == resource && uid.equals(entry.uid()))) {
            write();
        }
    }

    private void write() {
        try {
            store.write(ChecksummedText.of(FORMAT, Map.of(PROJECT, projectUid), rows()));
        } catch (RuntimeException e) {
            throw new LedgerException("the ledger of " + store.name() + " cannot be written: " + e.getMessage()
                    + "; nothing more is created or deleted, because the ledger would not know of it: make it writable, and apply again",
                    e);
        }
    }

    /** In several arrays, because one that is read may have 100 000 items. */
    private List<ArrayNode> rows() {
        List<ArrayNode> parts = new ArrayList<>(List.of(JsonNodeFactory.instance.arrayNode()));
        for (Entry entry : entries) {
            if (parts.get(parts.size() - 1).size() == PART) {
                parts.add(JsonNodeFactory.instance.arrayNode());
            }
            put(entry, parts.get(parts.size() - 1).addObject());
        }
        return parts;
    }

    private static void put(Entry entry, ObjectNode row) {
        row.put("kind", entry.resource().kind()).put("key", entry.name().key()).put("uid", entry.uid());
        if (!entry.owner().equals(DEFAULT_OWNER)) {
            row.put("owner", entry.owner());
        }
    }
}
