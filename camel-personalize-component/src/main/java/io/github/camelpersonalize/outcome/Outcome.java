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
    /** The response to a create was lost, and the definition was found: it matches. */
    ADOPTED,
    /** Nothing was sent, because something else prevents it. */
    BLOCKED,
    /** The definition is not valid, or the service rejected it. */
    REJECTED,
    /** Several definitions of the project have the key, so that none can be chosen. */
    AMBIGUOUS,
    /** The project's definition differs, and may not be overwritten. */
    CONFLICT,
    /** The service may have executed the request or not: the response was lost. Or it did, and the version of the record could not be kept. */
    UNKNOWN;

    /** Whether the definition now is as asked for. */
    public boolean isSuccess() {
        return switch (this) {
            case CREATED, UPDATED, DELETED, UNCHANGED, ADOPTED -> true;
            case BLOCKED, REJECTED, AMBIGUOUS, CONFLICT, UNKNOWN -> false;
        };
    }
}
