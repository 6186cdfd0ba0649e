// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** The version that was written last cannot be read or kept. */
final class RecordVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordVersionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Nothing was sent. */
    Result.Failure unread() {
        return new Result.Failure(Outcome.BLOCKED, problem(getMessage() + "; nothing was sent: make it readable, and send it again"));
    }

    /** It was written all the same. */
    Result.Failure unkept(Result.Success written) {
        return new Result.Failure(Outcome.UNKNOWN,
                problem("it is " + written.outcome() + " (uid " + written.uid() + "), but " + getMessage()
                        + "; an older one may replace it: make it writable, and send it again"));
    }

    private static Problem problem(String message) {
        return new Problem(Category.UNAVAILABLE, 0, "VERSION", message, List.of(), Retry.USELESS);
    }
}
