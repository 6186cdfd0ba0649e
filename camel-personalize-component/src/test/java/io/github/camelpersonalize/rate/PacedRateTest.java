// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PacedRateTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final PacedRate paced = new PacedRate(Pace.of(8), 0);

    @Test
    void startsAtAQuarterOfTheCeiling() {
        assertThat(paced.rate(0)).isEqualTo(2);
    }

    @Test
    void theFirstPermitIsThereAtOnceAndTheNextAfterAnInterval() {
        assertThat(paced.take(0)).isZero();
        assertThat(paced.take(0)).isEqualTo(500 * MILLI);
        assertThat(paced.take(500 * MILLI)).isZero();
    }

    @Test
    void climbsByAThirdASecondUntilTheCeiling() {
        paced.take(0);
        assertThat(paced.rate(SECOND)).isEqualTo(2.7);
        assertThat(paced.rate(2 * SECOND)).isCloseTo(3.645, within(1e-9));
        assertThat(paced.rate(5 * SECOND)).isEqualTo(8);
        assertThat(paced.rate(Long.MAX_VALUE)).isEqualTo(8);
    }

    @Test
    void timeCountsFromTheFirstPermitOn() {
        assertThat(paced.rate(100 * SECOND)).isEqualTo(2);
        paced.take(100 * SECOND);
        assertThat(paced.rate(101 * SECOND)).isEqualTo(2.7);
    }

    @Test
    void idleTimeIsNoCredit() {
        paced.take(0);
        assertThat(paced.take(3600 * SECOND)).isZero();
        assertThat(paced.take(3600 * SECOND)).isEqualTo(125 * MILLI);
    }

    @Test
    void givesNoPermitDuringThePauseAfterARefusal() {
        paced.take(0);
        paced.refused(0, 700 * MILLI);
        assertThat(paced.pause(0)).isPositive();
        assertThat(paced.take(650 * MILLI)).isEqualTo(50 * MILLI);
        assertThat(paced.pause(700 * MILLI)).isZero();
        assertThat(paced.take(700 * MILLI)).isZero();
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        paced.refused(0, 5 * SECOND);
        paced.refused(SECOND, SECOND);
        assertThat(paced.take(2 * SECOND)).isEqualTo(3 * SECOND);
    }

    @Test
    void aRefusalCutsTheRateByTwelvePercent() {
        paced.refused(0, 0);
        assertThat(paced.rate(0)).isCloseTo(1.76, within(1e-9));
    }

    @Test
    void refusalsWithinHalfASecondCutOnce() {
        paced.refused(0, 0);
        paced.refused(499 * MILLI, 0);
        assertThat(paced.rate(499 * MILLI)).isCloseTo(1.76, within(1e-9));
        paced.refused(500 * MILLI, 0);
        assertThat(paced.rate(500 * MILLI)).isCloseTo(1.76 * 0.88, within(2e-3));
    }

    @Test
    void climbsSlowlyAfterTheFirstRefusal() {
        paced.take(0);
        paced.refused(0, 0);
        assertThat(paced.rate(SECOND)).isCloseTo(1.76 * 1.003 + 0.002, within(1e-9));
        assertThat(paced.rate(2 * SECOND)).isCloseTo((1.76 * 1.003 + 0.002) * 1.003 + 0.002, within(1e-9));
        assertThat(paced.rate(3600 * SECOND)).isEqualTo(8);
    }

    @Test
    void theRateDoesNotDependOnHowOftenPermitsAreTaken() {
        PacedRate often = new PacedRate(Pace.of(8), 0);
        paced.take(0);
        paced.refused(0, 0);
        often.take(0);
        often.refused(0, 0);
        for (long now = 0; now < 60 * SECOND; now += 10 * MILLI) {
            often.take(now);
        }
        assertThat(often.rate(60 * SECOND)).isCloseTo(paced.rate(60 * SECOND), within(1e-9));
    }

    @Test
    void endlessRefusalsSlowDownButNeverSilence() {
        long now = 0;
        for (int refusals = 0; refusals < 1000; refusals++) {
            long wait = paced.take(now);
            while (wait > 0) {
                now += wait;
                wait = paced.take(now);
            }
            paced.refused(now, 400 * MILLI);
        }
        assertThat(paced.rate(now)).isBetween(0.1, 0.2);
    }

    @Test
    void theServiceMayLowerTheCeilingAndTakeThatBack() {
        paced.take(0);
        paced.limit(10 * SECOND, 3);
        assertThat(paced.ceiling(10 * SECOND)).isEqualTo(3);
        assertThat(paced.rate(10 * SECOND)).isEqualTo(3);
        paced.limit(10 * SECOND, 5);
        assertThat(paced.ceiling(10 * SECOND)).isEqualTo(5);
        assertThat(paced.rate(10 * SECOND)).isEqualTo(3);
    }

    @Test
    void F109_theLowestThatAnybodyAsksForCountsWhateverTheServiceNamesAndWhoeverComesLast() {
        paced.share(0, Pace.of(4));
        paced.share(0, Pace.of(6));
        paced.limit(0, 5);
        assertThat(paced.ceiling(0)).isEqualTo(4);
        paced.limit(0, 3);
        paced.share(0, Pace.of(3.5));
        assertThat(paced.ceiling(0)).isEqualTo(3);
    }

    @Test
    void F109_whatIsAskedForIsNoLimitThatTheServiceHasNamed() {
        paced.share(0, Pace.of(4));
        assertThat(paced.ceiling(3600 * SECOND)).isEqualTo(4);
    }

    @Test
    void F110_aLimitThatNoResponseHasNamedForAMinuteIsForgotten() {
        paced.take(0);
        paced.limit(10 * SECOND, 3);
        assertThat(paced.rate(70 * SECOND - 1)).isEqualTo(3);
        assertThat(paced.ceiling(70 * SECOND)).isEqualTo(8);
        assertThat(paced.rate(71 * SECOND)).isCloseTo(3 * 1.35, within(1e-9));
    }

    @Test
    void F110_aLimitThatIsNamedAgainStays() {
        paced.limit(0, 3);
        paced.limit(50 * SECOND, 3);
        assertThat(paced.ceiling(100 * SECOND)).isEqualTo(3);
    }

    @Test
    void F110_theRateAfterALimitDoesNotDependOnHowOftenPermitsAreTaken() {
        PacedRate often = new PacedRate(Pace.of(8), 0);
        for (PacedRate each : List.of(paced, often)) {
            each.take(0);
            each.limit(SECOND, 2);
        }
        for (long now = SECOND; now < 63 * SECOND; now += 10 * MILLI) {
            often.take(now);
        }
        assertThat(often.rate(63 * SECOND)).isCloseTo(paced.rate(63 * SECOND), within(1e-9)).isBetween(3.0, 4.0);
    }

    @Test
    void beginsWithTheRateThatWasAskedFor() {
        assertThat(new PacedRate(new Pace(8, 5), 0).rate(0)).isEqualTo(5);
        assertThat(new PacedRate(new Pace(8, 20), 0).rate(0)).isEqualTo(8);
    }

    @Test
    void whoeverSharesTheRateMayLowerItsStartButNotWhatWasReachedSince() {
        paced.share(0, new Pace(8, 1));
        paced.share(0, new Pace(8, 5));
        assertThat(paced.rate(0)).isEqualTo(1);
        paced.take(0);
        paced.share(10 * SECOND, new Pace(8, 1));
        assertThat(paced.rate(10 * SECOND)).isEqualTo(8);
    }

    @Test
    void theServiceCannotRaiseTheConfiguredCeiling() {
        paced.limit(0, 1000);
        assertThat(paced.ceiling(10 * SECOND)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void aLimitWithoutSenseIsIgnored(double limit) {
        paced.limit(0, limit);
        assertThat(paced.ceiling(10 * SECOND)).isEqualTo(8);
    }

    @Test
    void anAbsurdlyLowLimitStillLeavesARequestInTenSeconds() {
        paced.take(0);
        paced.limit(0, Double.MIN_VALUE);
        assertThat(paced.take(0)).isEqualTo(10 * SECOND);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -SECOND, Long.MAX_VALUE})
    void anyOriginOfTheTimeWillDo(long origin) {
        PacedRate anywhere = new PacedRate(Pace.of(8), origin);
        assertThat(anywhere.pause(origin)).isZero();
        assertThat(anywhere.take(origin)).isZero();
        assertThat(anywhere.take(origin)).isEqualTo(500 * MILLI);
        anywhere.refused(origin + 1, SECOND);
        assertThat(anywhere.take(origin + 1 + 900 * MILLI)).isEqualTo(100 * MILLI);
        assertThat(anywhere.take(origin + 1 + SECOND)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aCeilingMustBePositiveAndFinite(double ceiling) {
        assertThatThrownBy(() -> Pace.of(ceiling)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of requests a second must be more than 0, but is " + ceiling);
    }
}
