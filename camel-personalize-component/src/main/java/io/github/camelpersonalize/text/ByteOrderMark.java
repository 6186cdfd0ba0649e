// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The character that may begin a text and does not belong to it: as bytes, it says in which charset the text is. */
public final class ByteOrderMark {

    private static final String MARK = "\uFEFF";

    private ByteOrderMark() {}

    /** Whether a text begins with it. */
    public static boolean begins(CharSequence text) {
        return !text.isEmpty() && text.charAt(0) == MARK.charAt(0);
    }

    /** The text without it. */
    public static String removed(String text) {
        return begins(text) ? text.substring(MARK.length()) : text;
    }

    /** The charset that the first bytes of a text say, or {@code null} where there is no mark. */
    public static @Nullable Charset charset(byte[] bytes) {
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
