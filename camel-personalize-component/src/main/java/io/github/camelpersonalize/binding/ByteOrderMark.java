// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The first bytes of a text that say in which charset it is. */
final class ByteOrderMark {

    private ByteOrderMark() {}

    /** The charset, or {@code null} where there is no mark. */
    static @Nullable Charset charset(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        return startsWith(bytes, 0xFF, 0xFE) ? UTF_16LE : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
