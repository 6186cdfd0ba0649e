// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;
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
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

/**
 * The types of the JDK that Jackson leaves to modules of their own: {@code java.time} and {@code Optional}. Written as those modules do with
 * {@code WRITE_DATES_AS_TIMESTAMPS} and {@code WRITE_DURATIONS_AS_TIMESTAMPS} disabled.
 */
final class StandardTypes {

    /** Their own text is that of ISO 8601. */
    private static final List<Class<?>> TEXTS = List.of(LocalDate.class, Instant.class, OffsetTime.class, Year.class, YearMonth.class,
            MonthDay.class, Duration.class, Period.class, ZoneId.class);

    private StandardTypes() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("camel-personalize");
        TEXTS.forEach(type -> module.addSerializer(type, ToStringSerializer.instance));
        module.addSerializer(LocalTime.class, new Time<>(DateTimeFormatter.ISO_LOCAL_TIME));
        module.addSerializer(LocalDateTime.class, new Time<>(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        module.addSerializer(OffsetDateTime.class, new Time<>(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        module.addSerializer(ZonedDateTime.class, new Time<>(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        return module.addSerializer(Optional.class, new Value());
    }

    /** Their own text has no seconds when those are zero, or names the zone. */
    private static final class Time<T extends TemporalAccessor> extends JsonSerializer<T> {

        private final DateTimeFormatter format;

        Time(DateTimeFormatter format) {
            this.format = format;
        }

        @Override
        public void serialize(T time, JsonGenerator out, SerializerProvider types) throws IOException {
            out.writeString(format.format(time));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Value extends JsonSerializer<Optional> {

        @Override
        public void serialize(Optional value, JsonGenerator out, SerializerProvider types) throws IOException {
            types.defaultSerializeValue(value.isPresent() ? value.get() : null, out);
        }
    }
}
