// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.converge.manifest.Reference;
import io.github.camelpersonalize.model.JsonFault;
import io.github.camelpersonalize.model.SealedText;

/**
 * Which definitions of a project {@code apply} has created, so that {@code prune=owned} deletes nothing else. An entry is made before the
 * definition is, without a uid, so that a process which is killed in between still knows its own. Used by one thread.
 */
final class Ledger {

    private static final int FORMAT = 1;
    private static final String PROJECT = "projectUid";

    private final StateStore store;
    private final String projectUid;
    private final Map<Reference, String> uids = new LinkedHashMap<>();

    private Ledger(StateStore store, String projectUid) {
        this.store = store;
        this.projectUid = projectUid;
    }

    /**
     * The ledger of a project.
     *
     * @throws LedgerException when what is stored cannot be read, is not whole, of a newer version, or of another project
     */
    static Ledger open(StateStore store, String projectUid) {
        Ledger ledger = new Ledger(store, projectUid);
        try {
            text(store).ifPresent(ledger::read);
            return ledger;
        } catch (JsonFault e) {
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
        SealedText sealed = SealedText.read(text, FORMAT);
        String other = sealed.head().path(PROJECT).asText();
        if (!projectUid.equals(other)) {
            throw new JsonFault("it is of project \"" + other + "\", not of project \"" + projectUid + "\"");
        }
        sealed.parts().forEach(entries -> entries.forEach(entry -> Resource.ofKind(entry.path("kind").asText()).ifPresent(
                resource -> uids.put(new Reference(resource, entry.path("key").asText()), entry.path("uid").textValue()))));
    }

    /** How many definitions of a kind it knows. */
    long size(Resource resource) {
        return uids.entrySet().stream().filter(entry -> entry.getKey().resource() == resource && entry.getValue() != null).count();
    }

    /**
     * Whether this definition of the service's is one that was created here. Of several that bear the name of one that was about to be created
     * nobody can tell which it is.
     */
    boolean owns(Resource resource, JsonNode held, Holdings holdings) {
        Optional<Reference> name = NaturalKey.of(resource, held).filter(key -> holdings.of(resource).uidOf(key).isPresent())
                .map(key -> new Reference(resource, key));
        String uid = held.path("uid").textValue();
        return uids.entrySet().stream().anyMatch(entry -> entry.getKey().resource() == resource && Objects.equals(uid, entry.getValue()))
                || name.filter(reference -> uids.containsKey(reference) && uids.get(reference) == null).isPresent();
    }

    /** The kinds of which it knows definitions. */
    Set<Resource> resources() {
        return uids.keySet().stream().map(Reference::resource).collect(Collectors.toCollection(() -> EnumSet.noneOf(Resource.class)));
    }

    /** The kinds that hold no definition which was about to be created when an earlier run ended: it may appear yet. */
    Set<Resource> awaited(Holdings holdings) {
        return uids.keySet().stream().filter(name -> uids.get(name) == null && holdings.has(name.resource())
                && holdings.of(name.resource()).withKey(name.key()).isEmpty()).map(Reference::resource)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Resource.class)));
    }

    /**
     * Brings it up to date with what the project holds: what an earlier run was about to create is ours if it is there, and what is no longer there
     * is not ours if it ever comes back.
     */
    void compare(Holdings holdings) {
        Map<Reference, String> before = new LinkedHashMap<>(uids);
        before.forEach((name, uid) -> {
            if (holdings.has(name.resource())) {
                KindIndex index = holdings.of(name.resource());
                if (uid == null ? index.withKey(name.key()).isEmpty() : index.withUid(uid).isEmpty()) {
                    uids.remove(name);
                } else if (uid == null) {
                    index.uidOf(name.key()).ifPresent(found -> uids.put(name, found));
                }
            }
        });
        if (!uids.equals(before)) {
            write();
        }
    }

    /** A definition is about to be created. One of that name which was created before is gone. */
    void intend(Reference name) {
        if (!uids.containsKey(name) || uids.get(name) != null) {
            put(name, null);
        }
    }

    /** A definition was created, or found to be the one that was. */
    void created(Reference name, String uid) {
        put(name, uid);
    }

    /** A definition was certainly not created, or is gone. */
    void gone(Reference name) {
        if (uids.containsKey(name)) {
            uids.remove(name);
            write();
        }
    }

    private void put(Reference name, String uid) {
        uids.put(name, uid);
        write();
    }

    private void write() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        uids.forEach((name, uid) -> entries.addObject().put("kind", name.resource().kind()).put("key", name.key()).put("uid", uid));
        try {
            store.write(SealedText.of(FORMAT, Map.of(PROJECT, projectUid), List.of(entries)));
        } catch (RuntimeException e) {
            throw new LedgerException("the ledger of " + store.name() + " cannot be written: " + e.getMessage()
                    + "; nothing more is created or deleted, for it would not know: make it writable, and apply again", e);
        }
    }
}
