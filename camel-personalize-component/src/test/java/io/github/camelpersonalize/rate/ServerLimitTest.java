// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The servers of the simulation count as their names say. */
class ServerLimitTest {

    private static final long MILLI = 1_000_000L;

    @ParameterizedTest
    @EnumSource
    void tenAtOnceAreAllowedAndTheEleventhIsNot(ServerLimit limit) {
        assertThat(allowed(limit, LongStream.range(0, 11).map(i -> 500))).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void tenASecondAreAllowedForEver(ServerLimit limit) {
        assertThat(allowed(limit, LongStream.range(0, 1000).map(i -> i * 100))).isEqualTo(1000);
    }

    @Test
    void onlyTheFixedWindowForgetsAtTheTurnOfASecond() {
        assertThat(allowed(ServerLimit.FIXED_WINDOW, acrossTheTurn())).isEqualTo(20);
        assertThat(allowed(ServerLimit.TOKEN_BUCKET, acrossTheTurn())).isEqualTo(11);
        assertThat(allowed(ServerLimit.SLIDING_LOG, acrossTheTurn())).isEqualTo(10);
    }

    private static LongStream acrossTheTurn() {
        return LongStream.range(0, 20).map(i -> i < 10 ? 900 : 1000);
    }

    private static long allowed(ServerLimit limit, LongStream millis) {
        ServerLimit.Counter server = limit.start();
        return millis.filter(at -> server.allows(at * MILLI)).count();
    }
}
