// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.lifecycle.Experience.version;
import static io.github.camelpersonalize.lifecycle.Experience.versions;
import static org.assertj.core.api.Assertions.assertThat;

class VersionIndexTest {

    private static final long DELAY = Duration.ofSeconds(1).toNanos();
    private static final int USUAL = 64 * 1024;

    private final VersionIndex index = new VersionIndex(Duration.ofNanos(DELAY));
    private final Versions one = versions(version("v1", "DRAFT", "A1:a"));
    private final Versions other = versions(version("v1", "DRAFT", "A2:a"));

    @Test
    void whatWasNeverListedIsNotKnown() {
        assertThat(index.since("u", Long.MIN_VALUE)).isEmpty();
        assertThat(index.mustWait("u", 0)).isFalse();
        assertThat(index.weight()).isZero();
    }

    @Test
    void aListServesWhatMayBeAsOldAsIt() {
        assertThat(index.listed("u", one, 100)).isSameAs(one);

        assertThat(index.since("u", 99)).containsSame(one);
        assertThat(index.since("u", 100)).containsSame(one);
        assertThat(index.since("u", 101)).isEmpty();
        assertThat(index.since("x", 100)).isEmpty();
        assertThat(index.mustWait("u", 100)).isFalse();
    }

    @Test
    void timesAreOfAClockThatMayWrapAround() {
        index.listed("u", one, Long.MIN_VALUE);

        assertThat(index.since("u", Long.MAX_VALUE)).containsSame(one);
    }

    @Test
    void afterAWriteAListHasToWaitForItsDelay() {
        index.written("u", one, 100);

        assertThat(index.since("u", 100)).containsSame(one);
        assertThat(index.mustWait("u", 100 + DELAY - 1)).isTrue();
        assertThat(index.mustWait("u", 100 + DELAY)).isFalse();
    }

    @Test
    void whatIsInDoubtIsListedAgainAfterItsDelay() {
        index.listed("u", one, 100);
        index.markInDoubt("u", 200);

        assertThat(index.since("u", 0)).isEmpty();
        assertThat(index.mustWait("u", 200 + DELAY - 1)).isTrue();
        assertThat(index.mustWait("u", 200 + DELAY)).isFalse();
    }

    @Test
    void aListThatWasRequestedBeforeAWriteCountsForNothing() {
        index.written("u", one, 100);

        assertThat(index.listed("u", other, 99)).isSameAs(one);
        assertThat(index.since("u", 100)).containsSame(one);
    }

    @Test
    void aLaterListCountsAndAnotherOneStillHasToWaitForTheWrite() {
        index.written("u", one, 100);

        assertThat(index.listed("u", other, 100)).isSameAs(other);
        assertThat(index.since("u", 100)).containsSame(other);
        assertThat(index.mustWait("u", 100 + DELAY - 1)).isTrue();
    }

    @Test
    void aListThatWasRequestedBeforeADoubtServesOnlyWhoRequestedIt() {
        index.markInDoubt("u", 100);

        assertThat(index.listed("u", one, 99)).isSameAs(one);
        assertThat(index.since("u", 0)).isEmpty();
    }

    @Test
    void theVersionsOfADefinitionCountAsUsualOrAsWhatTheyTake() {
        index.listed("u", one, 100);
        assertThat(index.weight()).isEqualTo(USUAL);

        index.listed("x", versions(version("v1", "DRAFT").put("variantSplit", "x".repeat(2 * USUAL))), 100);
        assertThat(index.weight()).isBetween(3L * USUAL, 3L * USUAL + 1000);
    }

    @Test
    void whatWasNotUsedForLongMakesRoomForOthers() {
        for (int i = 0; i < 2000; i++) {
            index.markInDoubt("u" + i, i);
        }

        assertThat(index.weight()).isEqualTo(1000L * USUAL);
    }
}
