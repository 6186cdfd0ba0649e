// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;

/** The service's answer is larger than {@code maxResponseSize}. */
public final class ResponseTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(long limit) {
        super("the answer is larger than maxResponseSize=" + limit + " bytes");
    }
}
