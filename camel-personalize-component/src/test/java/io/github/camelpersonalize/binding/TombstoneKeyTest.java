// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A key of a record without a value names a definition, or it is told why it names none. */
class TombstoneKeyTest {

    private static final String STRUCT = "{\"schema\": {\"type\": \"struct\"}, \"payload\": {\"key\": \"age\"}}";

    static Stream<Arguments> keys() {
        return Stream.of(Arguments.of("age", "age"), Arguments.of("age".getBytes(UTF_8), "age"),
                Arguments.of(ByteBuffer.wrap("age".getBytes(UTF_8)), "age"), Arguments.of("\"age\"", "age"), Arguments.of(17, "17"),
                Arguments.of(new UUID(0, 1), "00000000-0000-0000-0000-000000000001"), Arguments.of(" {\"key\": \"age\"}", "age"),
                Arguments.of("{\"REGION\": \"EU\", \"KEY\": \"age\"}", "age"), Arguments.of(STRUCT, "age"),
                Arguments.of(Map.of("key", "age"), "age"), Arguments.of(Json.read(STRUCT), "age"),
                Arguments.of("{\"schema\": null, \"payload\": \"age\"}", "age"), Arguments.of("{\"key\": 17}", "17"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aTextIsTheNaturalKeyAndAnObjectHasIt(Object key, String text) {
        assertThat(TombstoneKey.of(key, Resource.attributes)).isEqualTo(new TombstoneKey(text, null));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(Arguments.of("{\"id\": 17}", "{\"id\": 17}", "it has no text \"key\""),
                Arguments.of("{\"key\": null}", "{\"key\": null}", "it has no text \"key\""),
                Arguments.of("{\"key\": {\"key\": \"age\"}}", "{\"key\": {\"key\": \"age\"}}", "it has no text \"key\""),
                Arguments.of("[\"age\"]", "[\"age\"]", "it has no text \"key\""),
                Arguments.of("{\"payload\": \"age\"}", "{\"payload\": \"age\"}", "it has no text \"key\""),
                Arguments.of("a\0", "a\\u0000", "it is binary"), Arguments.of(new byte[]{'a', (byte) 0xFF}, "a\uFFFD", "it is binary"),
                Arguments.of("[", "[",
                        "it cannot be read, Unexpected end-of-input: expected close marker for Array at line 1, column 2"),
                Arguments.of("Struct{key=age}", "Struct{key=age}",
                        "it cannot be read, it is what Kafka Connect's StringConverter makes of a struct; use its JsonConverter for keys"),
                Arguments.of(Resource.audiences, "audiences", "it cannot be read, it is a io.github.camelpersonalize.api.Resource"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void anyOtherKeyNamesNothing(Object key, String shown, String why) {
        TombstoneKey tombstone = TombstoneKey.of(key, Resource.attributes);

        assertThat(tombstone.fault()).isEqualTo("a tombstone whose key, \"" + shown + "\", names no attribute: " + why
                + "; set the header CamelPersonalizeKey");
    }

    @Test
    void aMessageWithoutAKeyHasNoTombstone() {
        assertThat(TombstoneKey.of(null, Resource.attributes)).isEqualTo(new TombstoneKey(null, null));
    }

    @Test
    void aBufferStaysToBeRead() {
        ByteBuffer buffer = ByteBuffer.wrap("age".getBytes(UTF_8));

        TombstoneKey.of(buffer, Resource.attributes);

        assertThat(buffer.remaining()).isEqualTo(3);
    }

    @Test
    void theNaturalKeyOfAudiencesIsTheirName() {
        assertThat(TombstoneKey.of("{\"key\": \"a\", \"name\": \"Adults\"}", Resource.audiences).text()).isEqualTo("Adults");
    }
}
