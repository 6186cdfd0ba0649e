// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import io.github.camelpersonalize.faultserver.Delivery.Reach;

/**
 * The answers that a script begins with. Good answers in an odd form carry the request out; all others don't, unless {@link
 * Answer#applied()} follows. Where an unapplied fault sends part of an answer, it is the one that the project would have given.
 */
public final class Answers {

    private Answers() {}

    /** The project's own answer: the request is carried out. */
    public static Answer good() {
        return Answer.GOOD;
    }

    /** Good, but the body trickles. */
    public static Answer slow(int bytesPerSecond) {
        return good().slow(bytesPerSecond);
    }

    /** Good, after two {@code 103 Early Hints}. */
    public static Answer earlyHints() {
        return good().framed(Framing.EARLY_HINTS);
    }

    /** Good, in chunks. */
    public static Answer chunked() {
        return good().framed(Framing.CHUNKED);
    }

    /** Good, and then the connection is closed without having been announced, so that a pool keeps a stale one. */
    public static Answer closing() {
        return good().then(Ending.FIN);
    }

    /** That status; from 400 on with an error body in the shape of the contract, else without a body. */
    public static Answer status(int status) {
        Response response = status < 400
                ? Response.empty(status)
                : Response.json(status, "{\"message\":\"scripted\",\"status\":" + status + "}");
        return fault(good().content(own -> response));
    }

    /** Status 200 with that JSON. */
    public static Answer ok(String json) {
        return status(200).body(json);
    }

    /** The connection is reset when the request has been read. */
    public static Answer reset() {
        return ending(Ending.RESET);
    }

    /** The connection is closed when the request has been read. */
    public static Answer fin() {
        return ending(Ending.FIN);
    }

    /** The request is read, and then nothing comes. */
    public static Answer stall() {
        return ending(Ending.STALL);
    }

    /** {@link Framing#TRUNCATED}. */
    public static Answer truncated() {
        return fault(good().framed(Framing.TRUNCATED));
    }

    /** {@link Framing#SHORT_LENGTH}. */
    public static Answer shortLength() {
        return fault(good().framed(Framing.SHORT_LENGTH));
    }

    /** {@link Framing#TWO_LENGTHS}. */
    public static Answer twoLengths() {
        return fault(good().framed(Framing.TWO_LENGTHS));
    }

    /** {@link Framing#HALF_UNTIL_CLOSE}. */
    public static Answer halfUntilClose() {
        return fault(good().framed(Framing.HALF_UNTIL_CLOSE));
    }

    /** {@link Framing#CHUNKED_GARBAGE}. */
    public static Answer chunkedGarbage() {
        return fault(good().framed(Framing.CHUNKED_GARBAGE));
    }

    /** {@link Framing#CHUNKED_TRUNCATED}. */
    public static Answer chunkedTruncated() {
        return fault(good().framed(Framing.CHUNKED_TRUNCATED));
    }

    /** {@link Framing#CHUNKED_UNFINISHED}. */
    public static Answer chunkedUnfinished() {
        return fault(good().framed(Framing.CHUNKED_UNFINISHED));
    }

    /** {@link Framing#MALFORMED_STATUS_LINE}. */
    public static Answer malformedStatusLine() {
        return fault(good().framed(Framing.MALFORMED_STATUS_LINE));
    }

    /** The project's answer with that many more headers of 1024 bytes each on the wire. */
    public static Answer hugeHeaders(int kilobytes) {
        return fault(good().content(own -> {
            Response padded = own;
            for (int i = 0; i < kilobytes; i++) {
                String name = "X-Padding-" + i;
                padded = padded.header(name, "x".repeat(1024 - name.length() - ": \r\n".length()));
            }
            return padded;
        }));
    }

    private static Answer ending(Ending ending) {
        return fault(good().delivered(Delivery.WHOLE.to(Reach.REQUEST, 0).then(ending)));
    }

    private static Answer fault(Answer answer) {
        return answer.applied(false);
    }
}
