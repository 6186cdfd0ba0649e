// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.nio.ByteBuffer;

/**
 * The bytes of an answer.
 *
 * @param head all up to the first byte of the body
 * @param body the body with whatever frames it
 * @param closes whether the end of the connection belongs to the answer
 */
record Wire(byte[] head, byte[] body, boolean closes) {

    int size() {
        return head.length + body.length;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(size()).put(head).put(body).array();
    }
}
