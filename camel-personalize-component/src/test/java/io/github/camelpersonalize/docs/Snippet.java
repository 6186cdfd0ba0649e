// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A piece of code that pages show and tests run. Its name is a file beside the tests' resources, {@code attributes.yaml}, the path of a file in
 * the repository, or a region of such a file or of a test class, {@code JavaRoutes.java#batch}, between the comments {@code tag::batch[]} and
 * {@code end::batch[]}.
 */
record Snippet(String name) {

    static final Path FILES = Path.of("src/test/resources/docs");

    private static final Path CLASSES = Path.of("src/test/java/io/github/camelpersonalize/docs");
    private static final String LICENCE = "SPDX-License-Identifier";
    private static final Pattern TAG = Pattern.compile("^\\s*(//|#) (tag|end)::\\w+\\[]$");

    /** What pages show of it: without the licence, the tags, and the indentation that all its lines share. */
    String text() {
        List<String> lines = Page.read(file()).text().lines().toList();
        List<String> shown = isRegion() ? region(lines, name.substring(name.indexOf('#') + 1)) : lines;
        return body(shown).collect(Collectors.joining("\n")).stripIndent().strip() + "\n";
    }

    boolean exists() {
        return Files.exists(file());
    }

    private boolean isRegion() {
        return name.contains("#");
    }

    private Path file() {
        String path = isRegion() ? name.substring(0, name.indexOf('#')) : name;
        if (path.contains("/")) {
            return Path.of("..").resolve(path);
        }
        return (isRegion() ? CLASSES : FILES).resolve(path);
    }

    private static Stream<String> body(List<String> lines) {
        return lines.stream().filter(line -> !line.contains(LICENCE) && !line.contains("@formatter:") && !TAG.matcher(line).find());
    }

    private static List<String> region(List<String> lines, String tag) {
        List<String> comments = lines.stream().map(line -> line.strip().replaceFirst("^(//|#) ", "")).toList();
        int start = comments.indexOf("tag::" + tag + "[]");
        int end = comments.indexOf("end::" + tag + "[]");
        assertThat(start).as("the start of the region %s", tag).isNotNegative();
        assertThat(end).as("the end of the region %s", tag).isGreaterThan(start);
        return lines.subList(start + 1, end);
    }
}
