// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows and beans as databases and data formats make them: their values are written as Jackson writes them, and what cannot be written is named. */
class JavaValuesFaultsTest extends FaultRoutes {

    private static final String CREATE = "personalize:attributes?operation=create";
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);

    static Stream<Arguments> values() {
        return Stream.of(value(LocalDate.of(2026, 11, 24), "\"2026-11-24\""), value(NOON, "\"2026-11-24T12:00:00\""),
                value(NOON.plusNanos(500_000_000), "\"2026-11-24T12:00:00.5\""), value(LocalTime.NOON, "\"12:00:00\""),
                value(NOON.toInstant(ZoneOffset.UTC), "\"2026-11-24T12:00:00Z\""),
                value(NOON.atOffset(ZoneOffset.ofHours(1)), "\"2026-11-24T12:00:00+01:00\""),
                value(NOON.atZone(java.time.ZoneId.of("Europe/Berlin")), "\"2026-11-24T12:00:00+01:00\""),
                value(OffsetTime.of(LocalTime.NOON, ZoneOffset.UTC), "\"12:00Z\""), value(Year.of(2026), "\"2026\""),
                value(YearMonth.of(2026, 11), "\"2026-11\""), value(MonthDay.of(11, 24), "\"--11-24\""),
                value(Duration.ofMinutes(90), "\"PT1H30M\""), value(Period.ofDays(3), "\"P3D\""), value(ZoneOffset.UTC, "\"Z\""),
                value(new Date(0), "\"1970-01-01T00:00:00.000+00:00\""), value(new Timestamp(0), "\"1970-01-01T00:00:00.000+00:00\""),
                value(java.sql.Date.valueOf("2026-11-24"), "\"2026-11-24\""), value(java.sql.Time.valueOf("12:30:00"), "\"12:30:00\""),
                value(UUID.fromString("00000000-0000-0001-0000-000000000002"), "\"00000000-0000-0001-0000-000000000002\""),
                value(1.1f, "1.1"), value(JsonNodeFactory.instance.numberNode(0.3f), "0.3"),
                value(0.1, "0.1"), value(new BigDecimal("12.340"), "12.340"),
                value(new BigInteger("123456789012345678901"), "123456789012345678901"),
                value(Optional.of("x"), "\"x\""), value(Optional.empty(), "null"), value(TimeUnit.DAYS, "\"DAYS\""), value('c', "\"c\""),
                value(List.of(LocalDate.EPOCH, Optional.of(1.5f)), "[\"1970-01-01\", 1.5]"));
    }

    private static Arguments value(Object value, String json) {
        return Arguments.of(value, json);
    }

    @ParameterizedTest
    @MethodSource("values")
    void F93_valuesOfRowsAreWrittenAsJacksonWritesThem(Object value, String json) {
        send(CREATE, row("value", value));

        assertThat(Json.read(onlyRequest().body()).path("value")).isEqualTo(Json.read(json));
    }

    /** A bean of a route author's own. */
    public record Bean(String key, String name, String data_type, LocalDate since, UUID id, ZonedDateTime seen,
            Optional<OffsetDateTime> left,
            float share, Instant at) {}

    @Test
    void F93_soAreThoseOfBeans() {
        send(CREATE, new Bean("a", "A", "date", LocalDate.EPOCH, new UUID(0, 1), NOON.atZone(ZoneOffset.UTC), Optional.empty(), 0.2f,
                Instant.EPOCH));

        assertThat(Json.read(onlyRequest().body())).isEqualTo(Json.read("""
                {"key": "a", "name": "A", "data_type": "date", "since": "1970-01-01", "id": "00000000-0000-0000-0000-000000000001",
                 "seen": "2026-11-24T12:00:00Z", "left": null, "share": 0.2, "at": "1970-01-01T00:00:00Z"}"""));
    }

    /** A bean that cannot be read. */
    public static final class Closed {

        public String getText() {
            throw new IllegalStateException("the connection is closed");
        }
    }

    static Stream<Arguments> unwritable() {
        return Stream.of(Arguments.of(new Object(), "/value cannot be written as JSON: it is a java.lang.Object"),
                Arguments.of(Map.of("list", List.of(1, new Object())), "/value/list/1 cannot be written as JSON: it is a java.lang.Object"),
                Arguments.of(new Closed(), "/value/text cannot be written as JSON: reading it throws a java.lang.IllegalStateException"),
                Arguments.of(new byte[]{1}, "/value cannot be written as JSON"), Arguments.of(Float.NaN, "/value NaN is no JSON number"),
                Arguments.of(Float.NEGATIVE_INFINITY, "/value -Infinity is no JSON number"),
                Arguments.of(Double.NaN, "/value NaN is no JSON number"));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void F93_whatCannotBeWrittenNamesTheMember(Object value, String fault) {
        assertThat(rejected(send(CREATE, row("value", value)))).hasMessage("attribute: " + fault);
        assertNothingWasSent();
    }

    private static Map<String, Object> row(String name, Object value) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("key", "a", "name", "A", "data_type", "string"));
        row.put(name, value);
        return row;
    }
}
