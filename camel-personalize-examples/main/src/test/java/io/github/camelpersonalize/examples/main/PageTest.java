// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageTest {

    private static final Path PAGE = Path.of("../../docs/main.adoc");
    private static final Pattern BLOCK = Pattern.compile("\\[source,(\\w+)]\n----\n(.*?)----\n", Pattern.DOTALL);

    @Test
    void theCodeOnThePageIsThatOfTheExample() throws IOException {
        List<MatchResult> code = BLOCK.matcher(Files.readString(PAGE)).results().filter(block -> !block.group(1).equals("shell")).toList();
        List<String> files = files();

        assertThat(code).isNotEmpty().allSatisfy(block -> assertThat(files).anyMatch(file -> file.contains(block.group(2))));
    }

    /** The texts of all files of the example. */
    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(Files::isRegularFile).map(PageTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
