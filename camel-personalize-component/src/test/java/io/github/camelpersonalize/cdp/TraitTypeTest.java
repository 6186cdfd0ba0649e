// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateTimeRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraitTypeTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"1, number", "-1, number", "1.5, number", "1e3, number", "12345678901234567890, number",
            "true, boolean",
            "false, boolean", "\"pro\", string", "\"true\", string", "\"42\", string", "\"1.5\", string", "\"20260301\", string",
            "\"2026-03-01\", date", "\"2026-03-01T10:15Z\", date", "\"2026-03-01T10:15:30\", date", "\"2026-03-01T10:15:30.123Z\", date",
            "\"2026-03-01T10:15:30.123456789+01:00\", date", "\"2026-03-01T10:15:30+0100\", date", "\"2026-03-01T10:15:30-03\", date",
            "\"2024-02-29\", date", "\"2026-02-29\", string", "\"2026-13-01\", string", "\"2026-03-01 10:15:30\", string",
            "\"2026-03-01T\", string", "\"2026-03-01T25:00Z\", string", "\"2026-03-01T10:15:30Zulu\", string", "\"2026-3-1\", string",
            "\"01.03.2026\", string", "\"03/01/2026\", string", "\" 2026-03-01\", string", "\"2026-03-01T10:15:30+99:00\", string",
            "\"٢٠٢٦-٠٣-٠١\", string"})
    void aValueTellsTheTypeOfItsAttribute(String value, String type) {
        assertThat(TestStream.ofDefaults().trait("t", value)).containsExactly("t:" + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "[]", "[1, 2]", "{}", "{\"city\": \"Lisbon\"}"})
    void aValueThatTellsNoTypeImpliesNothing(String value) {
        assertThat(TestStream.ofDefaults().trait("t", value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"1, 1.5", "1.5, 1", "\"a\", \"2026-03-01\"", "\"a\", \"1\"", "true, false",
            "\"2026-03-01\", \"2026-03-01T10:15Z\"",
            "1, null", "true, \"\"", "\"2026-03-01\", [1]"})
    void whatTheAttributeCanHoldIsNoConflict(String first, String second) {
        TestStream stream = TestStream.ofDefaults();
        stream.trait("t", first);

        stream.trait("t", second);

        assertThat(stream.listener.events).isEmpty();
        assertThat(stream.stream.counts().conflicts()).isZero();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"1, number, \"1\", string", "1, number, true, boolean", "1, number, \"2026-03-01\", date",
            "true, boolean, 1, number",
            "true, boolean, \"true\", string", "\"a\", string, 1, number", "\"a\", string, false, boolean",
            "\"2026-03-01\", date, \"tomorrow\", string", "\"2026-03-01\", date, 1767225600, number"})
    void theFirstTypeStaysAndAnotherIsToldOnceAndCounted(String first, String actual, String second, String inferred) {
        TestStream stream = TestStream.ofDefaults();
        stream.trait("t", first);

        assertThat(stream.trait("t", second)).containsExactly("t:" + actual);
        assertThat(stream.trait("t", second)).containsExactly("t:" + actual);
        assertThat(stream.trait("t", first)).containsExactly("t:" + actual);
        assertThat(stream.listener.events).containsExactly("conflict t: " + actual + ", " + inferred);
        assertThat(stream.stream.counts().conflicts()).isEqualTo(2);
    }

    @Property(tries = 300)
    void whateverJavaWritesAsADateIsOne(
            @ForAll @DateTimeRange(min = "0001-01-01T00:00:00", max = "9999-12-31T23:59:59") LocalDateTime time) {
        OffsetDateTime offset = time.atOffset(ZoneOffset.ofHoursMinutes(5, 30));

        assertThat(new String[]{time.toLocalDate().toString(), time.toString(), offset.toString(), offset.toInstant().toString()})
                .allMatch(text -> TraitType.of(text) == TraitType.DATE);
    }

    @Property(tries = 300)
    void whatATextTellsAnAttributeOfTextCanHold(@ForAll String text) {
        assertThat(TraitType.of(text)).satisfiesAnyOf(type -> assertThat(type).isNull(),
                type -> assertThat(TraitType.STRING.holds(type)).isTrue());
    }
}
