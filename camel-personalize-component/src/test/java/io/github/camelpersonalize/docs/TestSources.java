// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the tests of all modules, read for the names of their methods. */
final class TestSources {

    private static final Path HERE = Path.of("");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

    private TestSources() {}

    /** The names of all test methods there are, and of what stands beside them. */
    static List<String> methods() {
        return modules().map(module -> module.resolve(TESTS)).filter(Files::isDirectory).flatMap(TestSources::files)
                .flatMap(TestSources::methods).toList();
    }

    /** The names of the methods in one file. */
    static Stream<String> methods(Path file) {
        return METHOD.matcher(Page.read(file).text()).results().map(found -> found.group(1));
    }

    private static Stream<Path> modules() {
        return Stream.of(Stream.of(HERE), folders(HERE.toAbsolutePath()), folders(Path.of("..", "camel-personalize-examples")))
                .flatMap(paths -> paths);
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
