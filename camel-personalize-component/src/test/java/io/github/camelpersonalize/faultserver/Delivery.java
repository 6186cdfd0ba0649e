// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

/**
 * How far an exchange goes, and how it ends.
 *
 * @param reach the point from which {@code bytes} counts
 * @param bytes how many bytes past it; only where {@link Reach} says so
 * @param bytesPerSecond the pace of the body, or 0 for all at once
 */
record Delivery(Reach reach, int bytes, Ending ending, int bytesPerSecond) {

    static final Delivery WHOLE = new Delivery(Reach.ALL, 0, Ending.KEEP_ALIVE, 0);

    /** How far an exchange goes. */
    enum Reach {
        /** The request line is read, and nothing more. */
        REQUEST_LINE,
        /** The request is read; no byte is answered. */
        REQUEST,
        /** So many bytes of the answer are sent. */
        RESPONSE_BYTES,
        /** The head of the answer and so many bytes of its body are sent. */
        BODY_BYTES,
        /** So many bytes are read and sent, taken together. */
        EXCHANGE_BYTES,
        /** All of the answer is sent. */
        ALL
    }

    /** How many bytes of the request may be read. */
    int requestBytes() {
        return switch (reach) {
            case REQUEST_LINE -> 0;
            case EXCHANGE_BYTES -> bytes;
            default -> Integer.MAX_VALUE;
        };
    }

    /** How many bytes of the answer to a request of that size are sent. */
    int responseBytes(Wire answer, int requestSize) {
        return Math.min(answer.size(), switch (reach) {
            case REQUEST_LINE, REQUEST -> 0;
            case RESPONSE_BYTES -> bytes;
            case BODY_BYTES -> answer.head().length + bytes;
            case EXCHANGE_BYTES -> Math.max(0, bytes - requestSize);
            case ALL -> answer.size();
        });
    }

    Delivery to(Reach point, int bytesPastIt) {
        return new Delivery(point, bytesPastIt, ending, bytesPerSecond);
    }

    Delivery then(Ending other) {
        return new Delivery(reach, bytes, other, bytesPerSecond);
    }

    Delivery pace(int bodyBytesPerSecond) {
        return new Delivery(reach, bytes, ending, bodyBytesPerSecond);
    }
}
