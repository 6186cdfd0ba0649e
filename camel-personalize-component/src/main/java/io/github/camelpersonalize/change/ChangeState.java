// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.state.Journal;
import io.github.camelpersonalize.state.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer has seen and delivered, as it is stored: a change is stored as such, not with all that was seen before. Used by one thread at a
 * time.
 * <p>
 * What could not be saved is kept in memory and saved first the next time, so that a full disk neither loses nor repeats changes as long as the
 * process runs.
 */
public final class ChangeState {

    private final StateStore store;
    private final SnapshotText text;
    private final Journal journal;
    private @Nullable Snapshot seen;

    /** What is not saved yet. */
    private final List<JsonNode> unsaved = new ArrayList<>();
    private boolean isBegun;

    private ChangeState(StateStore store, SnapshotText text, Journal journal) {
        this.store = store;
        this.text = text;
        this.journal = journal;
        this.seen = text.read(journal).orElse(null);
    }

    /**
     * The state that an earlier run has left, if it has.
     *
     * @throws IllegalStateException when it has left something that cannot be used: to start again silently would lose changes
     */
    public static ChangeState load(StateStore store, SnapshotText text) {
        try {
            return new ChangeState(store, text, SnapshotText.open(store));
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
        seen = snapshot.copy();
        isBegun = true;
    }

    /** Marks one change as seen, after the first poll has begun. */
    public void advance(Change change) {
        begun().advance(change);
        unsaved.add(SnapshotText.row(change));
    }

    /**
     * Saves what is not saved yet.
     *
     * @throws IllegalStateException when it cannot be saved
     */
    public void save() {
        if (!isBegun && unsaved.isEmpty()) {
            return;
        }
        try {
            if (isBegun || !journal.append(unsaved)) {
                text.write(begun(), journal);
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the state " + store.name() + " cannot be saved: " + e.getMessage() + "; no further change is delivered until it can",
                    e);
        }
        isBegun = false;
        unsaved.clear();
    }

    private Snapshot begun() {
        return Objects.requireNonNull(seen, "nothing was seen yet");
    }
}
