// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A size as users write it, such as {@code 16MB}. The units are powers of 1024. */
public final class ByteSize {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([KMG]?)B?");

    private ByteSize() {}

    /** The size in bytes; empty for a text that is none, and for more bytes than a {@code long} counts. */
    public static Optional<Long> parse(String text) {
        Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(size.group(1));
        int shift = shift(size.group(2));
        return Optional.of(number << shift).filter(bytes -> bytes >> shift == number);
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
    }
}
