// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/** What a plan does with one definition, or with the order of experiences. */
public enum Action {

    /** It does not exist, and will be created. */
    CREATE,
    /** It exists and differs, and will be changed. */
    UPDATE,
    /** It exists, is not desired, and will be deleted. */
    DELETE,
    /** It matches the manifest. */
    UNCHANGED,
    /** It cannot be processed, for a reason that the step names. */
    BLOCKED;

    /** Whether a write will be sent to the service. */
    public boolean isWrite() {
        return switch (this) {
            case CREATE, UPDATE, DELETE -> true;
            case UNCHANGED, BLOCKED -> false;
        };
    }
}
