// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/** What happens to a definition, a member or a line, as one character. */
enum Mark {

    ADDED("+"), CHANGED("~"), REMOVED("-"), BLOCKED("!"),
    /** A definition without changes. */
    UNCHANGED("="),
    /** A line or a place without changes. */
    SAME(" "),
    /** Stands for lines that are left out. */
    OMITTED("…");

    private final String symbol;

    Mark(String symbol) {
        this.symbol = symbol;
    }

    static Mark of(Action action) {
        return switch (action) {
            case CREATE -> ADDED;
            case UPDATE -> CHANGED;
            case DELETE -> REMOVED;
            case UNCHANGED -> UNCHANGED;
            case BLOCKED -> BLOCKED;
        };
    }

    static Mark of(Change change) {
        if (change.before().isMissingNode()) {
            return ADDED;
        }
        return change.after().isMissingNode() ? REMOVED : CHANGED;
    }

    String symbol() {
        return symbol;
    }
}
