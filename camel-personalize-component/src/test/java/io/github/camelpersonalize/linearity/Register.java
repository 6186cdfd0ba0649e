// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.linearity.Deed.Naming;
import io.github.camelpersonalize.outcome.Outcome;

import static io.github.camelpersonalize.outcome.Outcome.ADOPTED;
import static io.github.camelpersonalize.outcome.Outcome.CONFLICT;
import static io.github.camelpersonalize.outcome.Outcome.CREATED;
import static io.github.camelpersonalize.outcome.Outcome.DELETED;
import static io.github.camelpersonalize.outcome.Outcome.REJECTED;
import static io.github.camelpersonalize.outcome.Outcome.UNCHANGED;
import static io.github.camelpersonalize.outcome.Outcome.UPDATED;

/**
 * What the service has under one key, and what the operations make of it when they come one after the other.
 *
 * @param uid {@code null} where there is no definition
 * @param members the definition beside its key
 */
record Register(String uid, Map<String, String> members) {

    static final Register ABSENT = new Register(null, Map.of());

    boolean isThere() {
        return uid != null;
    }

    /** What it is after an event, if the event's result is right for what it is before. */
    Optional<Register> after(Event event) {
        Register desired = new Register(event.result().uid(), event.deed().members());
        return switch (event.deed().operation()) {
            case get -> isThere() ? same(event, UNCHANGED) : refused(event, REJECTED);
            case create -> isThere() ? createdAgain(event) : changed(event, desired, CREATED, ADOPTED);
            case upsert -> isThere() ? upserted(event) : changed(event, desired, CREATED, ADOPTED);
            case update -> isThere() ? updated(event) : refused(event, REJECTED);
            case delete -> isThere() ? deleted(event) : deletedAgain(event, UNCHANGED);
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private Optional<Register> createdAgain(Event event) {
        boolean matches = members.entrySet().containsAll(event.deed().members().entrySet());
        return matches ? same(event, ADOPTED, UNCHANGED) : refused(event, CONFLICT).or(() -> takenForItsOwn(event));
    }

    /** A create whose response was lost takes what it finds for its own, and corrects it. */
    private Optional<Register> takenForItsOwn(Event event) {
        return changed(event, new Register(uid, event.deed().members()), UPDATED).filter(any -> event.mayBeLost());
    }

    /** An upsert leaves the members that it does not have. */
    private Optional<Register> upserted(Event event) {
        Map<String, String> merged = new HashMap<>(members);
        merged.putAll(event.deed().members());
        return merged.equals(members) ? same(event, UNCHANGED) : changed(event, new Register(uid, merged), UPDATED);
    }

    /** An update replaces all, and is sent though nothing differs, unless it is part of a batch. */
    private Optional<Register> updated(Event event) {
        Register next = new Register(uid, event.deed().members());
        return equals(next) ? changed(event, next, UPDATED, UNCHANGED) : changed(event, next, UPDATED);
    }

    /** A uid that was said on purpose means no other definition. */
    private Optional<Register> deleted(Event event) {
        boolean isMeant = event.deed().naming() != Naming.UID || event.uid().map(uid::equals).orElse(true);
        return isMeant ? Optional.of(ABSENT).filter(next -> isDeleted(event, uid)) : deletedAgain(event, REJECTED);
    }

    /** A delete whose response was lost takes what is gone for its own work. */
    private Optional<Register> deletedAgain(Event event, Outcome right) {
        return refused(event, right)
                .or(() -> Optional.of(this).filter(next -> event.mayBeLost() && isDeleted(event, event.uid().orElse(""))));
    }

    private static boolean isDeleted(Event event, String uid) {
        return event.result().outcome() == DELETED && uid.equals(event.result().uid());
    }

    private Optional<Register> same(Event event, Outcome... right) {
        return changed(event, this, right);
    }

    private Optional<Register> refused(Event event, Outcome right) {
        return Optional.of(this).filter(next -> event.result().outcome() == right);
    }

    private static Optional<Register> changed(Event event, Register next, Outcome... right) {
        return Optional.of(next).filter(any -> List.of(right).contains(event.result().outcome()))
                .filter(any -> next.isThere() && next.uid().equals(event.result().uid()))
                .filter(any -> event.result().shown().map(next.members()::equals).orElse(true));
    }
}
