// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.Samples;
import io.github.camelpersonalize.model.Json;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Records of Kafka without a value, with keys as Kafka Connect, Debezium and ksqlDB write them: read, or refused, and never nothing in silence. */
class TombstoneKeyFaultsTest extends FaultRoutes {

    private static final String DELETE = "personalize:attributes?operation=upsert&tombstone=delete";
    private static final String SCHEMA = "{\"schema\": {\"type\": \"string\", \"optional\": false}, \"payload\": \"age\"}";
    private static final String STRUCT = """
            {"schema": {"type": "struct", "fields": [{"field": "key", "type": "string"}], "name": "db.attributes.Key"}, "payload": {"key": "age"}}""";

    private static final String CONVERTER = "it cannot be read, it is what Kafka Connect's StringConverter makes of a struct; use its"
            + " JsonConverter for keys";

    /** As a record of Avro prints itself. */
    private record Generic(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    @BeforeEach
    void seed() {
        emulator().seed(PROJECT, "{\"attributes\": [" + Samples.CONTRACT.attribute("age", "Age", "\"uid\": \"a1\"") + "], \"audiences\": ["
                + Samples.CONTRACT.everyone("Adults", "\"uid\": \"b1\"") + "]}");
    }

    static Stream<Object> keys() {
        return Stream.of("age", "age".getBytes(UTF_8), ByteBuffer.wrap("age".getBytes(UTF_8)), "\"age\"", "\"age\"".getBytes(UTF_8),
                "{\"key\": \"age\"}", "{\"KEY\": \"age\", \"REGION\": \"EU\"}", SCHEMA, SCHEMA.getBytes(UTF_8), STRUCT,
                Map.of("key", "age"),
                Map.of("schema", Map.of("type", "string"), "payload", "age"), Map.of("schema", Map.of(), "payload", Map.of("key", "age")),
                Json.read("\"age\""), Json.read(STRUCT), new Generic("{\"key\": \"age\"}"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void F97_aKeyThatNamesADefinitionDeletesIt(Object key) {
        Exchange exchange = send(DELETE, null, Map.of("kafka.KEY", key));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("DELETED");
        assertThat(emulator().project(PROJECT).attributes()).isEmpty();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(Arguments.of("{\"id\": 17}", "\"{\"id\": 17}\"", "it has no text \"key\""),
                Arguments.of("{\"schema\": null, \"payload\": {\"id\": 17}}", "\"{\"schema\": null, \"payload\": {\"id\": 17}}\"",
                        "it has no text \"key\""),
                Arguments.of(Map.of("id", 17), "\"{id=17}\"", "it has no text \"key\""),
                Arguments.of("{\"key\": null}", "\"{\"key\": null}\"", "it has no text \"key\""),
                Arguments.of("[\"age\"]", "\"[\"age\"]\"", "it has no text \"key\""),
                Arguments.of("{\"key\": \"age\"", "\"{\"key\": \"age\"\"",
                        "it cannot be read, Unexpected end-of-input: expected close marker"
                                + " for Object at line 1, column 14"),
                Arguments.of("\0\0\0\0\7\6age", "\"\\u0000\\u0000\\u0000\\u0000\\u0007\\u0006age\"", "it is binary"),
                Arguments.of(new byte[]{0, 0, 0, 0, 7, 6, 'a', 'g', 'e'}, "\"\\u0000\\u0000\\u0000\\u0000\\u0007\\u0006age\"",
                        "it is binary"),
                Arguments.of("{key=age}", "\"{key=age}\"", "it cannot be read, Unexpected character ('k' (code 107)): was expecting"
                        + " double-quote to start field name at line 1, column 2"),
                Arguments.of("Struct{key=age}", "\"Struct{key=age}\"", CONVERTER),
                Arguments.of("Struct{key=age}".getBytes(UTF_8), "\"Struct{key=age}\"", CONVERTER),
                Arguments.of("Struct{}", "\"Struct{}\"", CONVERTER),
                Arguments.of(new Generic("age"), "\"age\"", "it cannot be read, it is a " + Generic.class.getName()));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void F97_aKeyThatNamesNothingIsRefused(Object key, String shown, String why) {
        Exchange exchange = send(DELETE, null, Map.of("kafka.KEY", key));

        assertThat(rejected(exchange).getMessage()).endsWith(": a tombstone whose key, " + shown + ", names no attribute: " + why
                + "; set the header CamelPersonalizeKey");
        assertNothingWasSent();
    }

    @Test
    void F97_soItIsByTheOperationDelete() {
        Exchange read = send("personalize:audiences?operation=delete", null, Map.of("kafka.KEY", "{\"name\": \"Adults\"}"));
        Exchange refused = send("personalize:audiences?operation=delete", null, Map.of("kafka.KEY", "{\"key\": \"Adults\"}"));

        assertThat(read.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("DELETED");
        assertThat(rejected(refused).getMessage()).contains("names no audience: it has no text \"name\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": 17}", "[", "\0\0"})
    void F97_whereTombstonesAreIgnoredTheirKeysDoNotMatter(String key) {
        Exchange exchange = send("personalize:attributes?operation=upsert", null, Map.of("kafka.KEY", key));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
    }

    @Test
    void F97_aKeyThatTheRouteHasSetIsTakenAsItIs() {
        Exchange exchange = send(DELETE, null, Map.of("kafka.KEY", "{\"id\": 17}", "CamelPersonalizeKey", "age"));

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("DELETED");
    }
}
