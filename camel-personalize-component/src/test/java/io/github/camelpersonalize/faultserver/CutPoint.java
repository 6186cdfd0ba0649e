// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

/**
 * Where the connection of one request is to be cut.
 *
 * @param request which request from now on, 1 being the next one, of whatever kind and on whatever connection
 * @param responseBytes how many bytes of the answer are sent before; more than there are cuts after all of it. Or {@link #NOT_APPLIED},
 *            or {@link #NOT_READ}
 * @param ending how, usually {@link Ending#RESET} or {@link Ending#FIN}
 */
public record CutPoint(int request, int responseBytes, Ending ending) {

    /** The request has been received, but is not carried out, and nothing is answered. */
    public static final int NOT_APPLIED = -1;

    /** The request line has been received, and nothing more is read. */
    public static final int NOT_READ = -2;

    public CutPoint {
        if (request < 1 || responseBytes < NOT_READ) {
            throw new IllegalArgumentException("no such cut point: request " + request + ", response bytes " + responseBytes);
        }
    }

    Answer answer() {
        return switch (responseBytes) {
            case NOT_READ -> Answers.good().unread().then(ending);
            case NOT_APPLIED -> Answers.good().applied(false).afterBytes(0).then(ending);
            default -> Answers.good().afterBytes(responseBytes).then(ending);
        };
    }
}
