// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Kind;
import io.github.camelpersonalize.client.Problem.Retry;

/** The ledger of apply cannot be read or written. */
final class LedgerException extends RuntimeException {

    static final String CODE = "LEDGER";

    private static final long serialVersionUID = 1L;

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** No record is at fault: the state repository is. */
    Problem problem() {
        return new Problem(Kind.UNAVAILABLE, 0, CODE, getMessage(), List.of(), Retry.USELESS);
    }
}
