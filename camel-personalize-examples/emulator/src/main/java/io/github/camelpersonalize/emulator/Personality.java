// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the emulator answers. */
public enum Personality {

    /** As the API's description says: twenty operations, lists under {@code data}, one shape of errors. */
    CONTRACT("1"),
    /** As the service is known to answer: bare arrays, versions of experiences, errors with codes. See {@code live.Assumption} for what is not certain. */
    LIVE(null);

    private final String retryAfter;

    Personality(String retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** What the header of that name says in answers with status 429 unless another is set, none to leave it out. */
    Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * The personality with that name, in small letters.
     *
     * @throws IllegalArgumentException
     *             when there is none
     */
    public static Personality named(String name) {
        return Arrays.stream(values()).filter(one -> one.toString().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The personality must be one of "
                        + Arrays.stream(values()).map(Personality::toString).collect(Collectors.joining(", ")) + ", not '" + name + "'."));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
