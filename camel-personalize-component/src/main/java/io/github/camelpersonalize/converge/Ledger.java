// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
            store.read().ifPresent(ledger::read);
            return ledger;
        } catch (JsonFault e) {
            throw new LedgerException("the ledger of " + store.name() + " cannot be used: " + e.getMessage()
                    + "; restore it, or delete it to begin a new one, which knows of nothing that was created before", e);
        }
    }

    private void read(String text) {
        SealedText sealed = SealedText.read(text, FORMAT);
        String other = sealed.head().path(PROJECT).asText();
        if (!projectUid.equals(other)) {
            throw new JsonFault("it is of project \"" + other + "\", not of project \"" + projectUid + "\"");
        }
        sealed.parts().forEach(entries -> entries.forEach(entry -> resource(entry.path("kind").asText()).ifPresent(
                resource -> uids.put(new Reference(resource, entry.path("key").asText()), entry.path("uid").textValue()))));
    }

    /** How many definitions of a kind it knows. */
    long size(Resource resource) {
        return uids.entrySet().stream().filter(entry -> entry.getKey().resource() == resource && entry.getValue() != null).count();
    }

    /** Whether this definition of the service's is one that was created here. */
    boolean owns(Resource resource, JsonNode held) {
        Optional<Reference> name = NaturalKey.of(resource, held).map(key -> new Reference(resource, key));
        String uid = held.path("uid").textValue();
        return uids.entrySet().stream().anyMatch(entry -> entry.getKey().resource() == resource && Objects.equals(uid, entry.getValue()))
                || name.filter(reference -> uids.containsKey(reference) && uids.get(reference) == null).isPresent();
    }

    /** A definition is about to be created. */
    void intend(Reference name) {
        if (!uids.containsKey(name)) {
            put(name, null);
        }
    }

    /** A definition was created, or found to be the one that was. */
    void created(Reference name, String uid) {
        if (!Objects.equals(uids.get(name), uid)) {
            put(name, uid);
        }
    }

    /** A definition that was intended is found to be there: it was created by an earlier run that could not say so. */
    void found(Reference name, String uid) {
        if (uids.containsKey(name) && uids.get(name) == null) {
            put(name, uid);
        }
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
                    + "; nothing is created that it would not know", e);
        }
    }

    private static Optional<Resource> resource(String kind) {
        return List.of(Resource.values()).stream().filter(resource -> resource.kind().equals(kind)).findFirst();
    }
}
