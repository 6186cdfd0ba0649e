// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The records for route authors are written as the service has them, and keep what they do not know. */
class DocumentsTest {

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(Attribute.of("age", "Age", "number"), "{\"name\":\"Age\",\"key\":\"age\",\"data_type\":\"number\"}"),
                Arguments.of(Event.of("buy", "Purchase"), "{\"name\":\"Purchase\",\"key\":\"buy\"}"),
                Arguments.of(Audience.of("Adults", "18 or older", Map.of("age", 18)),
                        "{\"name\":\"Adults\",\"description\":\"18 or older\",\"rules\":{\"age\":18}}"),
                Arguments.of(Experience.of("Hero", "AB_TEST", List.of(Variant.split("A", new BigDecimal("33.50")))),
                        "{\"name\":\"Hero\",\"type\":\"AB_TEST\",\"variants\":[{\"name\":\"A\",\"traffic_percentage\":33.50}]}"),
                Arguments.of(Variant.segmented("A", "u1"), "{\"name\":\"A\",\"audience_uid\":\"u1\"}"),
                Arguments.of(ExperiencePriority.of(List.of("u2", "u1")), "{\"priority\":[\"u2\",\"u1\"]}"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsNotSetIsNotWritten(JsonDocument document, String json) {
        assertThat(document.toText()).isEqualTo(json);
        assertThat(document.toBytes()).isEqualTo(json.getBytes(UTF_8));
        assertThat(Json.bind(Json.read(json), document.getClass())).isEqualTo(document);
    }

    static Stream<Arguments> unknown() {
        return Stream.of(Attribute.class, Event.class, Audience.class, Experience.class, Variant.class, GeoItem.class)
                .map(type -> Arguments.of(type, "{\"uid\":\"u1\",\"name\":\"A\",\"since\":[1.50]}"));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void aMemberThatTheRecordDoesNotKnowIsKept(Class<? extends JsonDocument> type, String json) {
        assertThat(Json.bind(Json.read(json), type).toText()).isEqualTo(json);
    }

    @Test
    void anOrderOfPriorityKeepsThemToo() {
        ExperiencePriority order = Json.bind(Json.read("{\"updatedAt\": \"now\"}"), ExperiencePriority.class);

        assertThat(order.priority()).isEmpty();
        assertThat(order.toText()).isEqualTo("{\"priority\":[],\"updatedAt\":\"now\"}");
    }

    @Test
    void aMemberOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> Json.bind(Json.read("{\"variants\": 1}"), Experience.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("variants");
    }
}
