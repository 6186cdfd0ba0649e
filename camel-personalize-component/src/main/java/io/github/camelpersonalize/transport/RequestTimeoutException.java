// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.time.Duration;

/** The exchange took longer than {@code requestTimeout}. */
final class RequestTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    RequestTimeoutException(Duration timeout) {
        super("no complete answer within requestTimeout=" + timeout.toMillis() + "ms");
    }
}
