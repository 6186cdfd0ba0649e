// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

/** What becomes of the connection when as much of an answer has been sent as is to be sent. */
public enum Ending {
    /** The connection waits for the next request, unless the client or the answer's own form says that it closes. */
    KEEP_ALIVE,
    /** The server closes it in order (FIN), without having announced it. */
    FIN,
    /** The server aborts it (RST). */
    RESET,
    /** It stays open and silent until the client, or the test, closes it. */
    STALL
}
