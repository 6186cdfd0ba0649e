// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages in the shapes that the platforms document, each beside the fragment inferred from it. */
class PlatformPayloadsTest {

    private static final Path FOLDER = Path.of("src/test/resources/cdp");
    private static final String FRAGMENT = ".fragment.json";

    static List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.toString().endsWith(FRAGMENT)).map(FOLDER::relativize)
                    .sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageImpliesItsFragment(Path message) throws IOException {
        TestStream stream = TestStream.ofDefaults();

        assertThat(stream.infer(read(message.toString()))).isEqualTo(read(message.toString().replace(".json", FRAGMENT)));
        assertThat(stream.listener.events).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theSameMessageAgainImpliesTheSameFragment(Path message) throws IOException {
        TestStream stream = TestStream.ofDefaults();

        assertThat(stream.infer(read(message.toString()))).isEqualTo(stream.infer(read(message.toString())));
    }

    @Test
    void allPlatformsAreThere() throws IOException {
        assertThat(messages()).extracting(message -> message.getParent().toString()).containsOnly("jitsu", "rudderstack", "segment");
    }

    private static JsonNode read(String file) throws IOException {
        return Json.read(Files.readAllBytes(FOLDER.resolve(file)));
    }
}
