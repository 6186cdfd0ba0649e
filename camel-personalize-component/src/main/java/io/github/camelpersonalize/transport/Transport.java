// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;

/** Carries one request to the service and its response back. Thread-safe. */
public interface Transport {

    /**
     * Sends the request once.
     *
     * @throws ResponseTooLargeException when the response is larger than it may be
     * @throws RequestTimeoutException when the response is not complete in time
     * @throws IOException when there is no whole response; as with the others, the service may have carried out the request all the same
     */
    Response send(Request request, Bounds bounds) throws IOException;
}
