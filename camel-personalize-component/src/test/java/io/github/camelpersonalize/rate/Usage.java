// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;

/** What became of the requests of a while. */
record Usage(long allowed, long refused, Duration length) {

    Usage plus(Usage other) {
        return new Usage(allowed + other.allowed, refused + other.refused, length.plus(other.length));
    }

    /** How much of the server's limit was used, in percent. */
    double used() {
        return 100.0 * allowed / (length.toSeconds() * ServerLimit.PER_SECOND);
    }

    /** How many of the requests were answered 429, in percent. */
    double refusals() {
        return 100.0 * refused / (allowed + refused);
    }
}
