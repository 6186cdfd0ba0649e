// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.Optional;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StateRepository;

/**
 * What a consumer has seen and delivered, as it is kept in a state repository. Used by one thread at a time.
 * <p>
 * What could not be saved is kept here and saved first thing the next time, so that a full disk neither loses nor repeats anything as long as
 * the process lives.
 */
public final class ChangeState {

    private final StateRepository<String, String> repository;
    private final String key;
    private final SnapshotText text;
    private Snapshot seen;
    private boolean unsaved;

    private ChangeState(StateRepository<String, String> repository, String key, SnapshotText text) {
        this.repository = repository;
        this.key = key;
        this.text = text;
    }

    /**
     * The state that an earlier run has left, if it has.
     *
     * @throws IllegalStateException when it has left something that cannot be gone on with: to begin anew in silence would lose changes
     */
    public static ChangeState load(StateRepository<String, String> repository, String key, SnapshotText text) {
        ChangeState state = new ChangeState(repository, key, text);
        String saved = repository.getState(key);
        try {
            state.seen = saved == null ? null : text.read(saved);
            return state;
        } catch (SnapshotException e) {
            throw new IllegalStateException("the state \"" + key + "\" in " + repository + " cannot be used: " + e.getMessage()
                    + "; restore it, or remove it to begin anew, as the option emitInitial says", e);
        }
    }

    /** What was seen; nothing before the first poll. */
    public Optional<Snapshot> seen() {
        return Optional.ofNullable(seen);
    }

    /** Takes all of this for seen. */
    public void begin(Snapshot snapshot) {
        seen = snapshot;
        unsaved = true;
    }

    /** Takes one change for seen. */
    public void advance(Change change) {
        seen = seen.with(change);
        unsaved = true;
    }

    /** Saves what is not saved yet. */
    public void save() {
        if (!unsaved) {
            return;
        }
        try {
            repository.setState(key, text.of(seen));
        } catch (RuntimeException e) {
            throw new RuntimeCamelException("the state \"" + key + "\" cannot be saved in " + repository + ": " + e.getMessage()
                    + "; no further change is delivered until it can", e);
        }
        unsaved = false;
    }
}
