// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.IOException;
import java.time.Duration;

/** The exchange took longer than {@code requestTimeout}. */
final class DeadlineException extends IOException {

    private static final long serialVersionUID = 1L;

    DeadlineException(Duration timeout) {
        super("no complete answer within requestTimeout=" + timeout.toMillis() + "ms");
    }
}
