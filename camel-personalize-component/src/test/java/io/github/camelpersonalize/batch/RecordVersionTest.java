// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is a version, and which of two is newer. */
class RecordVersionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7        | 7    | 7
            7.50     | 7.50 | 7.50
            -3       | -3   | -3
            "7.50"   | 7.50 | 7.50
            "1E2"    | 1E+2 | 1E2
            """)
    void aNumberOrATextOfANumberIsOne(String json, String order, String text) {
        assertThat(RecordVersion.of(Json.read(json))).contains(new RecordVersion(new BigDecimal(order), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "{}", "[7]", "\"\"", "\"seven\"", "\"2026-11-24\"", "\"2026-11-24T12:00:00\""})
    void nothingElseIs(String json) {
        assertThat(RecordVersion.of(Json.read(json))).isEmpty();
    }

    /** Arithmetic with longer ones could take any time. */
    @ParameterizedTest
    @CsvSource({"1E100, true", "1E101, false", "1E-100, true", "1E-101, false", "1E999999999, false"})
    void anExponentHasAtMostAHundred(String text, boolean isVersion) {
        assertThat(RecordVersion.parse(text).isPresent()).isEqualTo(isVersion);
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void aNumberHasAtMostAHundredDigits(int digits, boolean isVersion) {
        assertThat(RecordVersion.parse("7".repeat(digits)).isPresent()).isEqualTo(isVersion);
        assertThat(RecordVersion.of(Json.read("7".repeat(digits))).isPresent()).isEqualTo(isVersion);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-24T12:00:00Z                     | 2026-11-24T12:00:00Z
            2026-11-24T12:00Z                        | 2026-11-24T12:00:00Z
            2026-11-24t12:00:00z                     | 2026-11-24T12:00:00Z
            2026-11-24 12:00:00 UTC                  | 2026-11-24T12:00:00Z
            2026-11-24 12:00:00GMT                   | 2026-11-24T12:00:00Z
            2026-11-24 13:00:00+01                   | 2026-11-24T12:00:00Z
            2026-11-24T07:30:00-0430                 | 2026-11-24T12:00:00Z
            2026-11-24 13:30:00 +01:30               | 2026-11-24T12:00:00Z
            2026-11-24T12:00:00,25Z                  | 2026-11-24T12:00:00.25Z
            2026-11-24T12:00:00.123456789+00:00      | 2026-11-24T12:00:00.123456789Z
            2026-11-24T13:00:00+01:00[Europe/Berlin] | 2026-11-24T12:00:00Z
            """)
    void aTimeWithAnOffsetIsTheSecondsSince1970HoweverItIsWritten(String text, Instant time) {
        BigDecimal seconds = BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));

        assertThat(RecordVersion.parse(text).map(RecordVersion::order).map(order -> order.subtract(seconds).signum())).contains(0);
        assertThat(RecordVersion.parse(text).map(RecordVersion::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-24T12:00:00Z", "2026-11-24T12:00:00+25:00", "2026-11-24T12:00:00ZZ",
            "2026-11-24T12:00:00.1234567890Z"})
    void anImpossibleTimeIsNoVersion(String text) {
        assertThat(RecordVersion.parse(text)).isEmpty();
    }

    @Test
    void theHigherIsTheNewer() {
        assertThat(version("7")).isGreaterThan(version("3")).isLessThan(version("10")).isEqualByComparingTo(version("7.0"));
        assertThat(version("2026-11-24T12:00:00Z")).isLessThan(version("2026-11-24T12:00:00.001Z"));
    }

    @ParameterizedTest
    @CsvSource({"1732449600, 1732449700123", "1732449600123, 1732449700123456", "1732449600123456, 1732449700123456789",
            "1732449600, 1732449700123456", "1732449600, 1732449700123456789", "100000000, 100000000000",
            "2026-11-24T12:00:00Z, 1795521600123"})
    void timesOfOneMomentInTwoUnitsCannotBeCompared(String one, String other) {
        assertThat(version(one).isOfOtherUnit(version(other))).isTrue();
        assertThat(version(other).isOfOtherUnit(version(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1732449600, 3464899200000, true", "1732449600, 3466632000000, false", "1732449600, 866224800000, true",
            "1732449600, 864492350400, false"})
    void oneMomentIsUpToTwiceTheOther(String seconds, String millis, boolean isOne) {
        assertThat(version(millis).isOfOtherUnit(version(seconds))).isEqualTo(isOne);
    }

    /** Numbers below 1973 in seconds, and those above nanoseconds, count something else. */
    @ParameterizedTest
    @CsvSource({"7, 8", "1732449600, 1732449700", "50000000, 50000000000", "99999999, 99999999000", "99999999, 100000000000",
            "1732449600123456789, 1732449600123456789000", "1, 1732449600"})
    void otherNumbersHaveNoUnitOrTheSame(String one, String other) {
        assertThat(version(one).isOfOtherUnit(version(other))).isFalse();
        assertThat(version(other).isOfOtherUnit(version(one))).isFalse();
    }

    private static RecordVersion version(String text) {
        return Optional.of(text).flatMap(RecordVersion::parse).orElseThrow();
    }
}
