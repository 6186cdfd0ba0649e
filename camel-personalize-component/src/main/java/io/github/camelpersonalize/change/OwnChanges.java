// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.project.Project;

/**
 * Which changes this CamelContext has made itself since the poll before. A definition that it has written counts as its own while it is as its last
 * write has left it: one that somebody else has changed afterwards does not. Used by one thread.
 */
public final class OwnChanges {

    private final Project project;
    private OptionalLong since = OptionalLong.empty();
    private long begun;

    public OwnChanges(Project project) {
        this.project = project;
    }

    /** A poll begins to read. */
    public void pollBegins() {
        begun = project.now();
    }

    /** All changes that the poll has found were delivered: what was written before it began explains no later change. */
    public void pollEnds() {
        since = OptionalLong.of(begun);
    }

    /** Whether a change that this poll has found was made here. */
    public boolean isOwn(Change change) {
        JsonNode found = change.type() == Change.Type.DELETED ? null : change.definition();
        return project.isOwnWrite(change.resource(), change.uid(), found, since);
    }
}
