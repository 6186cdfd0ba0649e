// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A serializer may begin an array or an object in any of the ways that Jackson has: none goes deeper than a text may. */
class NestingGuardTest {

    @FunctionalInterface
    interface Start {

        void in(JsonGenerator json) throws IOException;
    }

    @SuppressWarnings("deprecation") // Serializers of users may still call it.
    static Stream<Start> arrays() {
        return Stream.of(JsonGenerator::writeStartArray, json -> json.writeStartArray(1), json -> json.writeStartArray(new int[1]),
                json -> json.writeStartArray(new int[1], 1));
    }

    static Stream<Start> objects() {
        return Stream.of(JsonGenerator::writeStartObject, json -> json.writeStartObject(new Object()),
                json -> json.writeStartObject(new Object(), 1));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void arraysAreNestedAsDeepAsATextMayBe(Start array) throws IOException {
        StringWriter written = new StringWriter();
        JsonGenerator guarded = guarded(written);
        for (int depth = 1; depth <= JsonLimits.MAX_NESTING; depth++) {
            array.in(guarded);
        }

        assertThatThrownBy(() -> array.in(guarded)).isInstanceOf(NestingGuard.TooDeepException.class);
        guarded.flush();
        assertThat(written.toString()).startsWith("[".repeat(JsonLimits.MAX_NESTING));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void soAreObjects(Start object) throws IOException {
        StringWriter written = new StringWriter();
        JsonGenerator guarded = guarded(written);
        for (int depth = 1; depth <= JsonLimits.MAX_NESTING; depth++) {
            object.in(guarded);
            guarded.writeFieldName("a");
        }

        assertThatThrownBy(() -> object.in(guarded)).isInstanceOf(NestingGuard.TooDeepException.class);
        guarded.flush();
        assertThat(written.toString()).startsWith("{\"a\":".repeat(JsonLimits.MAX_NESTING));
    }

    private static JsonGenerator guarded(StringWriter written) throws IOException {
        return new NestingGuard(new JsonFactory().createGenerator(written));
    }
}
