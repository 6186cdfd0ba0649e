// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/** What a plan does with one definition, or with the order of experiences. */
public enum Action {

    /** It does not exist, and will be created. */
    CREATE,
    /** It exists and differs, and will be changed. */
    UPDATE,
    /** It exists and is not wanted, and will be deleted. */
    DELETE,
    /** It is as wanted. */
    UNCHANGED,
    /** Something stands in the way, so that nothing will be written. */
    BLOCKED;

    /** Whether the service will be asked to change something. */
    public boolean isWrite() {
        return switch (this) {
            case CREATE, UPDATE, DELETE -> true;
            case UNCHANGED, BLOCKED -> false;
        };
    }
}
