// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import org.jspecify.annotations.Nullable;

/**
 * What earlier steps have to do with the names of a record: what they wrote there is a result and no target, and the uids that they found belong to one
 * project and one kind.
 *
 * @param uidOrigin where the uid beside the body is from, if that is another project or kind, or {@code null}
 * @param bodyUidOrigin the same for the uid of the body
 * @param hasResults whether an earlier step has written a uid or key beside the body
 */
public record EarlierSteps(@Nullable String uidOrigin, @Nullable String bodyUidOrigin, boolean hasResults) {

    /** There was none. */
    public static final EarlierSteps NONE = new EarlierSteps(null, null, false);

    /** These; the same object where there was none, as of most records of a batch. */
    public static EarlierSteps of(@Nullable String uidOrigin, @Nullable String bodyUidOrigin, boolean hasResults) {
        boolean isNone = uidOrigin == null && bodyUidOrigin == null && !hasResults;
        return isNone ? NONE : new EarlierSteps(uidOrigin, bodyUidOrigin, hasResults);
    }
}
