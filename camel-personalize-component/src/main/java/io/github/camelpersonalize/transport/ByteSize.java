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

    public static Optional<Long> parse(String text) {
        Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        return size.matches() ? Optional.of(Long.parseLong(size.group(1)) << shift(size.group(2))) : Optional.empty();
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
