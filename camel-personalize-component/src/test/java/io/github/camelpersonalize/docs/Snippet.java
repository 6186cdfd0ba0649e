// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A piece of code that pages show and tests run. Its name is a file beside the tests' resources, {@code attributes.yaml}, the path of a file in
 * the repository, or a region of a test class, {@code JavaRoutes.java#batch}, between the comments {@code tag::batch[]} and {@code end::batch[]}.
 */
record Snippet(String name) {

    static final Path FILES = Path.of("src/test/resources/docs");

    private static final Path CLASSES = Path.of("src/test/java/io/github/camelpersonalize/docs");
    private static final String LICENCE = "SPDX-License-Identifier";

    /** What pages show of it: without the licence, the tags, and the indentation that all its lines share. */
    String text() {
        int hash = name.indexOf('#');
        List<String> lines = hash < 0
                ? Page.read(file()).text().lines().toList()
                : region(Page.read(CLASSES.resolve(name.substring(0, hash))).text().lines().toList(), name.substring(hash + 1));
        return body(lines).collect(Collectors.joining("\n")).stripIndent().strip() + "\n";
    }

    boolean exists() {
        return Files.exists(name.contains("#") ? CLASSES.resolve(name.substring(0, name.indexOf('#'))) : file());
    }

    private Path file() {
        return name.contains("/") ? Path.of("..").resolve(name) : FILES.resolve(name);
    }

    private static Stream<String> body(List<String> lines) {
        return lines.stream().filter(line -> !line.contains(LICENCE) && !line.contains("@formatter:"));
    }

    private static List<String> region(List<String> lines, String tag) {
        int start = lines.stream().map(String::strip).toList().indexOf("// tag::" + tag + "[]");
        int end = lines.stream().map(String::strip).toList().indexOf("// end::" + tag + "[]");
        assertThat(start).as("the start of the region %s", tag).isNotNegative();
        assertThat(end).as("the end of the region %s", tag).isGreaterThan(start);
        return lines.subList(start + 1, end);
    }
}
