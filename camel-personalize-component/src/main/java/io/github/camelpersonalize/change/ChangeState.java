// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.Optional;

import io.github.camelpersonalize.state.StateStore;

/**
 * What a consumer has seen and delivered, as it is stored. Used by one thread at a time.
 * <p>
 * What could not be saved is kept in memory and saved first the next time, so that a full disk neither loses nor repeats changes as long as the
 * process runs.
 */
public final class ChangeState {

    private final StateStore store;
    private final SnapshotText text;
    private Snapshot seen;
    private boolean unsaved;

    private ChangeState(StateStore store, SnapshotText text) {
        this.store = store;
        this.text = text;
    }

    /**
     * The state that an earlier run has left, if it has.
     *
     * @throws IllegalStateException when it has left something that cannot be used: to start again silently would lose changes
     */
    public static ChangeState load(StateStore store, SnapshotText text) {
        ChangeState state = new ChangeState(store, text);
        Optional<String> saved = store.read();
        try {
            state.seen = saved.isEmpty() ? null : text.read(saved.get());
            return state;
        } catch (SnapshotException e) {
            throw new IllegalStateException("the state " + store.name() + " cannot be used: " + e.getMessage()
                    + "; restore it, or delete it to start again, as the option emitInitial says", e);
        }
    }

    /** What was seen; empty before the first poll. */
    public Optional<Snapshot> seen() {
        return Optional.ofNullable(seen);
    }

    /** Marks all of this as seen. */
    public void begin(Snapshot snapshot) {
        seen = snapshot;
        unsaved = true;
    }

    /** Marks one change as seen. */
    public void advance(Change change) {
        seen = seen.with(change);
        unsaved = true;
    }

    /**
     * Saves what is not saved yet.
     *
     * @throws IllegalStateException when it cannot be saved
     */
    public void save() {
        if (!unsaved) {
            return;
        }
        try {
            store.write(text.of(seen));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the state " + store.name() + " cannot be saved: " + e.getMessage() + "; no further change is delivered until it can",
                    e);
        }
        unsaved = false;
    }
}
