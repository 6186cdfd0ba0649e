// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;

/** The proxy would not let us through to the service, to which nothing was sent. */
public final class TunnelRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the proxy's answer to CONNECT */
    TunnelRefusedException(int status) {
        super("the proxy refused the way there with " + status);
        this.status = status;
    }

    /** Whether the proxy may let us through a little later. */
    public boolean isPassing() {
        return status >= 500 || status == 408 || status == 429;
    }
}
