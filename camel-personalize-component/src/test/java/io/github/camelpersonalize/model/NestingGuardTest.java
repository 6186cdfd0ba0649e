// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** However a value of Java writes an array or an object, it is a level. */
class NestingGuardTest {

    /** Writes one level. */
    @FunctionalInterface
    interface Level {

        void write(JsonGenerator out, Object value) throws IOException;
    }

    /** A value that writes itself. */
    private record Own(Level level) implements JsonSerializable {

        @Override
        public void serialize(JsonGenerator out, SerializerProvider types) throws IOException {
            level.write(out, this);
        }

        @Override
        public void serializeWithType(JsonGenerator out, SerializerProvider types, TypeSerializer type) throws IOException {
            serialize(out, types);
        }
    }

    @SuppressWarnings("deprecation") // Serializers may still use it.
    static Stream<Arguments> levels() {
        return Stream.of(begun("an array", "[]", (out, value) -> out.writeStartArray()),
                begun("an array of a size", "[]", (out, value) -> out.writeStartArray(0)),
                begun("an array of a value", "[]", (out, value) -> out.writeStartArray(value)),
                begun("an array of a value and a size", "[]", (out, value) -> out.writeStartArray(value, 0)),
                begun("an object", "{}", (out, value) -> out.writeStartObject()),
                begun("an object of a value", "{}", (out, value) -> out.writeStartObject(value)),
                begun("an object of a value and a size", "{}", (out, value) -> out.writeStartObject(value, 0)),
                whole("ints", "[1,2]", (out, value) -> out.writeArray(new int[]{0, 1, 2}, 1, 2)),
                whole("longs", "[1,2]", (out, value) -> out.writeArray(new long[]{0, 1, 2}, 1, 2)),
                whole("doubles", "[1.5]", (out, value) -> out.writeArray(new double[]{0, 1.5}, 1, 1)),
                whole("texts", "[\"b\"]", (out, value) -> out.writeArray(new String[]{"a", "b"}, 1, 1)));
    }

    private static Arguments begun(String name, String json, Level begin) {
        return whole(name, json, (out, value) -> {
            begin.write(out, value);
            if (out.getOutputContext().inArray()) {
                out.writeEndArray();
            } else {
                out.writeEndObject();
            }
        });
    }

    private static Arguments whole(String name, String json, Level level) {
        return Arguments.of(name, json, level);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    void aLevelBeyondTheLastIsRefused(String name, String json, Level level) {
        Object innermost = new Own(level);

        assertThat(Json.of(innermost)).hasToString(json);
        assertThat(Json.of(nested(JsonLimits.MAX_NESTING - 1, innermost))).asString().contains(json);
        assertThatThrownBy(() -> Json.of(nested(JsonLimits.MAX_NESTING, innermost))).isInstanceOf(JsonException.class)
                .hasMessage("the document is nested deeper than 100 levels");
    }

    private static Object nested(int levels, Object innermost) {
        Object value = innermost;
        for (int level = 0; level < levels; level++) {
            value = new Object[]{value};
        }
        return value;
    }
}
