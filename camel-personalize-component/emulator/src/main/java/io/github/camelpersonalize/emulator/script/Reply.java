// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.script;

import java.time.Duration;
import java.util.Optional;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.emulator.http.Answer;

/**
 * What goes back over the wire, and how.
 *
 * @param answer
 *            what is said, unless there is a fault
 * @param fault
 *            what happens to the connection instead
 * @param delay
 *            how long before the first byte
 * @param bodyOver
 *            how long the body takes from its first byte to its last, zero for at once
 */
public record Reply(Answer answer, Optional<Fault> fault, Duration delay, Duration bodyOver) {

    /** An answer without anything special. */
    public static Reply plain(Answer answer) {
        return new Reply(answer, Optional.empty(), Duration.ZERO, Duration.ZERO);
    }
}
