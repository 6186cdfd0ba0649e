// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;

/** Sends one request to the service and reads its response. Thread-safe. */
public interface Transport {

    /**
     * Sends the request once.
     *
     * @throws IOException when there is no whole response; {@link TransportException#of} says whether a retry may help, and whether the service
     *         may have carried out the request
     */
    Response send(Request request, Bounds bounds) throws IOException;
}
