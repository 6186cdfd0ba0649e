// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EpisodeTest {

    private final Episode episode = new Episode();

    @Test
    void itsBeginIsToldOnceAndItsEndWithItsLength() {
        assertThat(episode.goesOn(at(0))).isTrue();
        assertThat(episode.goesOn(at(3))).isFalse();
        assertThat(episode.goesOn(at(300))).isFalse();

        assertThat(episode.ends(at(400))).contains(Duration.ofSeconds(400));
        assertThat(episode.ends(at(401))).isEmpty();
    }

    @Test
    void whatEndsWithoutHavingBegunIsNotTold() {
        assertThat(episode.ends(at(1))).isEmpty();
    }

    @Test
    void aShortOneSoonAfterAnotherIsNotTold() {
        episode.goesOn(at(0));
        episode.ends(at(1));

        assertThat(episode.goesOn(at(2))).isFalse();
        assertThat(episode.ends(at(3))).isEmpty();
    }

    @Test
    void oneSoonAfterAnotherIsToldWhenItLasts() {
        episode.goesOn(at(0));
        episode.ends(at(1));
        episode.goesOn(at(2));

        assertThat(episode.goesOn(at(59))).isFalse();
        assertThat(episode.goesOn(at(60))).isTrue();
        assertThat(episode.ends(at(70))).contains(Duration.ofSeconds(68));
    }

    @Test
    void oneLongAfterAnotherIsTold() {
        episode.goesOn(at(0));
        episode.ends(at(1));

        assertThat(episode.goesOn(at(61))).isTrue();
    }

    @Test
    void theFirstIsToldWhateverTheClockShows() {
        assertThat(new Episode().goesOn(Long.MAX_VALUE)).isTrue();
        assertThat(new Episode().goesOn(Long.MIN_VALUE)).isTrue();
    }

    private static long at(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
