// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Values of Java become JSON as Jackson writes them, and what JSON cannot express is named with its place. */
class JavaValuesTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);
    private static final int MOST = JsonLimits.MAX_NESTING;

    static Stream<Arguments> values() {
        return Stream.of(Arguments.of(NOON.toLocalDate(), "\"2026-11-24\""), Arguments.of(LocalTime.NOON, "\"12:00:00\""),
                Arguments.of(NOON, "\"2026-11-24T12:00:00\""),
                Arguments.of(NOON.atOffset(ZoneOffset.ofHours(1)), "\"2026-11-24T12:00:00+01:00\""),
                Arguments.of(NOON.atZone(ZoneId.of("Europe/Berlin")), "\"2026-11-24T12:00:00+01:00\""),
                Arguments.of(NOON.toInstant(ZoneOffset.UTC), "\"2026-11-24T12:00:00Z\""), Arguments.of(Optional.of("x"), "\"x\""),
                Arguments.of(Optional.empty(), "null"), Arguments.of(new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""),
                Arguments.of(1.1f, "1.1"), Arguments.of(0.1, "0.1"), Arguments.of(new BigDecimal("1.50"), "1.50"),
                Arguments.of(new int[]{1, 2}, "[1,2]"), Arguments.of(new String[]{"a"}, "[\"a\"]"),
                Arguments.of(new Object[]{List.of(1)}, "[[1]]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsWrittenAsJacksonWritesIt(Object value, String json) {
        assertThat(Json.of(value)).hasToString(json);
        assertThat(Json.of(Map.of("a", List.of(value)))).hasToString("{\"a\":[" + json + "]}");
    }

    /** A bean that cannot be read. */
    public static final class Closed {

        public String getText() {
            throw new IllegalStateException("the connection is closed");
        }
    }

    static Stream<Arguments> unwritable() {
        return Stream.of(Arguments.of(new Object(), "a java.lang.Object cannot be written as JSON: it is a java.lang.Object"),
                Arguments.of(Map.of("a", List.of(1, new Object())), "/a/1 cannot be written as JSON: it is a java.lang.Object"),
                Arguments.of(Map.of("a", new Closed()),
                        "/a/text cannot be written as JSON: reading it throws a java.lang.IllegalStateException"),
                Arguments.of(Map.of("a/b", new byte[]{1}), "/a~1b cannot be written as JSON"),
                Arguments.of(Map.of("a", JsonNodeFactory.instance.pojoNode(new Object())),
                        "/a cannot be written as JSON: it is a java.lang.Object"),
                Arguments.of(List.of(0, Float.NaN), "/1 NaN is no JSON number"),
                Arguments.of(Double.NEGATIVE_INFINITY, "-Infinity is no JSON number"),
                Arguments.of(Map.of("a", "\ud800"), "/a the text has half a surrogate pair, which no encoding can carry"),
                Arguments.of(Map.of("\udc00", 1), "a member name has half a surrogate pair, which no encoding can carry"));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void whatCannotBeWrittenIsNamed(Object value, String why) {
        assertThatThrownBy(() -> Json.of(value)).isInstanceOf(JsonException.class).hasMessage(why);
    }

    static Stream<Arguments> containers() {
        return Stream.of(Arguments.of(nested(MOST, inner -> Map.of("a", inner))), Arguments.of(nested(MOST, List::of)),
                Arguments.of(nested(MOST, inner -> new Object[]{inner})), Arguments.of(nested(MOST, Optionals::new)),
                Arguments.of(nested(MOST, inner -> new LinkedHashMap<>(Map.of("a", inner)))),
                Arguments.of(nested(MOST, inner -> new ArrayList<>(Arrays.asList(inner)))));
    }

    /** A bean. */
    public record Optionals(Optional<Object> a) {

        Optionals(Object a) {
            this(Optional.of(a));
        }
    }

    private static Object nested(int levels, UnaryOperator<Object> container) {
        Object value = 1;
        for (int level = 0; level < levels; level++) {
            value = container.apply(value);
        }
        return value;
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aValueIsNestedAsDeepAsADocumentMayBe(Object deepest) {
        assertThat(Json.of(deepest)).hasSize(1);
        for (Object deeper : List.of(Map.of("a", deepest), List.of(deepest), new Object[]{deepest}, new Optionals(deepest))) {
            assertThatThrownBy(() -> Json.of(deeper)).isInstanceOf(JsonException.class)
                    .hasMessage("the document is nested deeper than 100 levels");
        }
    }

    @Test
    void aMapThatContainsItselfIsNestedTooDeep() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(map));

        assertThatThrownBy(() -> Json.of(map)).isInstanceOf(JsonException.class)
                .hasMessage("the document is nested deeper than 100 levels");
    }

    @Test
    void whatIsUncheckedMayHaveTextsThatNoEncodingCanCarry() {
        assertThat(Json.unchecked(Map.of("a", "\ud800", "day", LocalDate.EPOCH)).path("day").textValue()).isEqualTo("1970-01-01");
    }
}
