// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Kind;
import io.github.camelpersonalize.client.Problem.Retry;

/** The versions of what was written cannot be read or kept. */
final class VersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VersionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Nothing was sent. */
    Result.Failed unread() {
        return new Result.Failed(Outcome.BLOCKED, problem(getMessage() + "; nothing was sent: make it readable, and send it again"));
    }

    /** It was written all the same. */
    Result.Failed unkept(Result.Done written) {
        return new Result.Failed(Outcome.UNKNOWN, problem("it is " + written.outcome() + " (uid " + written.uid() + "), but " + getMessage()
                + "; an older one may replace it: make it writable, and send it again"));
    }

    private static Problem problem(String message) {
        return new Problem(Kind.UNAVAILABLE, 0, "VERSION", message, List.of(), Retry.USELESS);
    }
}
