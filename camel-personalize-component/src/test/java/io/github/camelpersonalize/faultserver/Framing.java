// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** The form that an answer takes on the wire, sound or not. */
public enum Framing {
    /** As it should be: with {@code Content-Length}. */
    LENGTH(answer -> sound(answer, answer.statusLine())),
    /** As it may be: in two chunks. */
    CHUNKED(answer -> chunked(answer, false, chunk(firstHalf(answer)), chunk(secondHalf(answer)), text("0\r\n\r\n"))),
    /** After two {@code 103 Early Hints}, which a client passes over. */
    EARLY_HINTS(answer -> sound(answer, hint() + hint() + answer.statusLine())),
    /** {@code Content-Length} promises 16 bytes more than come before the connection closes, so that the JSON is whole. */
    TRUNCATED(answer -> new Wire(head(answer, "Content-Length: " + (answer.body().length + 16)), answer.body(), true)),
    /** {@code Content-Length} is half of what comes; the rest lies on the connection, which stays open. */
    SHORT_LENGTH(answer -> new Wire(head(answer, "Content-Length: " + firstHalf(answer).length), answer.body(), false)),
    /** Two {@code Content-Length}, the first right, the second 16 too many; the connection stays open. */
    TWO_LENGTHS(answer -> new Wire(head(answer, "Content-Length: " + answer.body().length,
            "Content-Length: " + (answer.body().length + 16)), answer.body(), false)),
    /** No length: the close of the connection ends the body, in the middle of the JSON. */
    HALF_UNTIL_CLOSE(answer -> new Wire(head(answer, "Connection: close"), firstHalf(answer), true)),
    /** {@code Transfer-Encoding: chunked}, and then no chunk size; the connection stays open. */
    CHUNKED_GARBAGE(answer -> chunked(answer, false, text("this is no chunk\r\n"), answer.body())),
    /** One chunk, of which half comes before the connection closes. */
    CHUNKED_TRUNCATED(answer -> chunked(answer, true, Arrays.copyOf(chunk(answer.body()), chunk(answer.body()).length / 2))),
    /** All chunks but the last, empty one before the connection closes, so that the JSON is whole. */
    CHUNKED_UNFINISHED(answer -> chunked(answer, true, chunk(answer.body()))),
    /** A status line without a number; the connection stays open. */
    MALFORMED_STATUS_LINE(answer -> sound(answer, "HTTP/1.1 two-hundred OK"));

    private final Function<Response, Wire> form;

    Framing(Function<Response, Wire> form) {
        this.form = form;
    }

    Wire wire(Response answer) {
        return form.apply(answer);
    }

    private static Wire sound(Response answer, String statusLine) {
        String[] length = answer.status() == 204 ? new String[0] : new String[]{"Content-Length: " + answer.body().length};
        return new Wire(answer.head(statusLine, length), answer.body(), false);
    }

    private static Wire chunked(Response answer, boolean closes, byte[]... parts) {
        ByteBuffer body = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(body::put);
        return new Wire(head(answer, "Transfer-Encoding: chunked"), body.array(), closes);
    }

    private static byte[] chunk(byte[] data) {
        byte[] size = text(Integer.toHexString(data.length) + "\r\n");
        return data.length == 0 ? data : ByteBuffer.allocate(size.length + data.length + 2).put(size).put(data).put(text("\r\n")).array();
    }

    private static byte[] head(Response answer, String... more) {
        return answer.head(answer.statusLine(), more);
    }

    private static String hint() {
        return "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n";
    }

    private static byte[] firstHalf(Response answer) {
        return Arrays.copyOf(answer.body(), answer.body().length / 2);
    }

    private static byte[] secondHalf(Response answer) {
        return Arrays.copyOfRange(answer.body(), answer.body().length / 2, answer.body().length);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
