// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.Locale;

/** A time as people read it in a message: seconds, rounded to a tenth, such as {@code 7.2 s}. */
final class Seconds {

    private static final double MILLIS = 1000.0;

    private Seconds() {}

    static String of(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS);
    }
}
