// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

/** Is told how far a batch or an {@code apply} is. Used by one thread. */
@FunctionalInterface
public interface Progress {

    /** Nobody wants to know. */
    Progress NONE = (result, done, total) -> {};

    /**
     * One more definition or step has ended.
     *
     * @param result what became of it
     * @param done how many have ended, this one included
     * @param total how many there are
     */
    void ended(Result result, int done, int total);

    /** The same of a definition that has ended along with another one, of which this was told: no time has passed since. */
    default void endedAlong(Result result, int done, int total) {
        ended(result, done, total);
    }
}
