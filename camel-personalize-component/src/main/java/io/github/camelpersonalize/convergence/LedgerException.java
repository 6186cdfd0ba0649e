// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;

/** The ledger of apply cannot be read or written. */
final class LedgerException extends RuntimeException {

    /** The problem of the rest of a plan: the same route may execute it later. */
    static final Problem NOT_SENT = problem(Problem.NOT_SENT, "not sent, because an item before it found the ledger unwritable");

    private static final long serialVersionUID = 1L;

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The state repository is at fault, no record. */
    Problem problem() {
        return problem("LEDGER", String.valueOf(getMessage()));
    }

    private static Problem problem(String code, String message) {
        return new Problem(Category.UNAVAILABLE, 0, code, message, List.of(), Retry.USELESS);
    }
}
