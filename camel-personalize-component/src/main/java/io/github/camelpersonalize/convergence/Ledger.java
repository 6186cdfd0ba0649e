// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.state.Journal;
import io.github.camelpersonalize.state.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * Which definitions of a project {@code apply} has created, and for which owner, so that {@code prune=owned} deletes nothing else. An entry is made
 * before the definition is, without a uid, so that a process that is killed in between still knows what it has created. Used by one thread.
 */
final class Ledger {

    private static final String PROJECT = "projectUid";

    private final StateStore store;
    private final String projectUid;
    private final String owner;
    private final Journal journal;
    private final LedgerEntries entries = new LedgerEntries();

    private Ledger(StateStore store, String projectUid, String owner, Journal journal) {
        this.store = store;
        this.projectUid = projectUid;
        this.owner = owner;
        this.journal = journal;
    }

    /**
     * The ledger of a project.
     *
     * @param owner whose manifest is applied
     * @throws LedgerException when what is stored cannot be read, is not whole, of a newer version, or of another project
     */
    static Ledger open(StateStore store, String projectUid, String owner) {
        try {
            Ledger ledger = new Ledger(store, projectUid, owner, Journal.open(store));
            ledger.read();
            return ledger;
        } catch (JsonException e) {
            throw new LedgerException("the ledger of " + store.name() + " cannot be used: " + e.getMessage()
                    + "; restore it, or delete it to begin a new one, which knows of nothing that was created before", e);
        } catch (RuntimeException e) {
            throw new LedgerException("the ledger of " + store.name() + " cannot be read: " + e.getMessage()
                    + "; nothing was sent: make it readable, and apply again", e);
        }
    }

    private void read() {
        journal.base().ifPresent(base -> {
            String other = base.head().path(PROJECT).asText();
            if (!projectUid.equals(other)) {
                throw new JsonException("it is of project \"" + other + "\", not of project \"" + projectUid + "\"");
            }
            base.parts().forEach(rows -> rows.forEach(entries::repeat));
            journal.changes().forEach(entries::repeat);
            entries.stored();
        });
    }

    /** How many definitions of a kind it knows, of all owners. */
    long size(Resource resource) {
        return entries.all().stream().filter(entry -> entry.resource() == resource && entry.uid() != null).count();
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
    private boolean hasEntry(Resource resource, JsonNode actual, ActualState state, Predicate<LedgerEntry> counts) {
        Optional<Reference> name = LedgerEntry.nameOf(resource, actual).filter(it -> state.of(resource).uidOf(it.key()).isPresent());
        return Stream.concat(entries.withUid(resource, actual.path("uid").textValue()).stream(),
                name.stream().flatMap(it -> entries.intended(it).stream())).anyMatch(counts);
    }

    /** The kinds of which it knows definitions. */
    Set<Resource> resources() {
        return kinds(entries.all().stream());
    }

    /** The kinds that lack a definition which was about to be created when an earlier run ended: it may appear yet. */
    Set<Resource> awaited(ActualState state) {
        return kinds(entries.all().stream().filter(entry -> entry.uid() == null && state.has(entry.resource())
                && state.of(entry.resource()).withKey(entry.name().key()).isEmpty()));
    }

    private static Set<Resource> kinds(Stream<LedgerEntry> entries) {
        return entries.map(LedgerEntry::resource).collect(Collectors.toCollection(() -> EnumSet.noneOf(Resource.class)));
    }

    /**
     * Brings it up to date with the project: what an earlier run was about to create counts as created if it is there, what others have renamed stays
     * in, and what is no longer there goes, and stays out if it ever comes back.
     */
    void compare(ActualState state) {
        entries.all().stream().filter(entry -> state.has(entry.resource()))
                .forEach(entry -> compare(entry, entry.in(state.of(entry.resource()))));
        write();
    }

    private void compare(LedgerEntry entry, Optional<LedgerEntry> present) {
        if (present.filter(entry::equals).isEmpty()) {
            entries.remove(entry);
            present.ifPresent(entries::add);
        }
    }

    /** A definition is about to be created. */
    void intend(Reference name) {
        entries.add(intended(name));
        write();
    }

    private LedgerEntry intended(Reference name) {
        return new LedgerEntry(name, null, owner);
    }

    /**
     * A definition that was about to be created exists: it was created, or found to be the one that was. If it was created for another owner before,
     * it stays theirs.
     *
     * @param uid its uid, or {@code null} when the service has not told it: then it still counts as one that was about to be created
     */
    void created(Reference name, @Nullable String uid) {
        entries.remove(intended(name));
        if (entries.withUid(name.resource(), uid).isEmpty()) {
            entries.add(new LedgerEntry(name, uid, owner));
        }
        write();
    }

    /** A definition that was about to be created was certainly not created. */
    void refused(Reference name) {
        entries.remove(intended(name));
        write();
    }

    /** A definition was deleted. */
    void deleted(Resource resource, String uid) {
        Set.copyOf(entries.withUid(resource, uid)).forEach(entries::remove);
        write();
    }

    private void write() {
        if (entries.changes().isEmpty()) {
            return;
        }
        try {
            if (!journal.append(entries.changes())) {
                journal.replace(Map.of(PROJECT, projectUid), entries.rows());
            }
            entries.stored();
        } catch (RuntimeException e) {
            throw new LedgerException("the ledger of " + store.name() + " cannot be written: " + e.getMessage()
                    + "; nothing more is created or deleted, because the ledger would not know of it: make it writable, and apply again",
                    e);
        }
    }
}
