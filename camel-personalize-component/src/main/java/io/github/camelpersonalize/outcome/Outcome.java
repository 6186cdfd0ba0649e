// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

/** What became of one definition. */
public enum Outcome {

    /** It did not exist and was created. */
    CREATED,
    /** It existed and was changed. */
    UPDATED,
    /** It existed and was deleted. */
    DELETED,
    /** Nothing had to be done. */
    UNCHANGED,
    /** A create whose answer was lost: it was found again. */
    ADOPTED,
    /** Nothing was sent, because something else stands in the way. */
    BLOCKED,
    /** The definition is wrong, or the service refused it. */
    REJECTED,
    /** Several definitions of the project bear the key, so that none can be chosen. */
    AMBIGUOUS,
    /** The project's definition differs, and may not be overwritten. */
    CONFLICT,
    /** The request was cut off: it may have been carried out or not. Or it was, and which version it is could not be kept. */
    UNKNOWN;

    /** Whether the definition now is as asked for. */
    public boolean isSuccess() {
        return switch (this) {
            case CREATED, UPDATED, DELETED, UNCHANGED, ADOPTED -> true;
            case BLOCKED, REJECTED, AMBIGUOUS, CONFLICT, UNKNOWN -> false;
        };
    }
}
