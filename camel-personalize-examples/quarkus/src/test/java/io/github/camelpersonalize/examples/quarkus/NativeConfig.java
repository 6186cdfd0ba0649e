// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.quarkus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The instructions to GraalVM that lie in a jar of the application that is to become a native image. */
record NativeConfig(Path jar, String folder) {

    private static final Path SOURCES = Path.of("target/native-sources");

    static NativeConfig ofTheComponent() {
        return new NativeConfig(find(SOURCES.resolve("lib"), name -> name.matches(".*[.]camel-personalize-\\d[^/]*[.]jar")),
                "META-INF/native-image/io.github.camelpersonalize/camel-personalize/");
    }

    static NativeConfig ofTheApplication() {
        return new NativeConfig(find(SOURCES, name -> name.endsWith("-runner.jar")), "META-INF/native-image/");
    }

    /** The names of the classes, and what may be done with each: but for those that may be absent, and are here. */
    Map<String, Set<String>> reflectiveClasses() {
        Map<String, Set<String>> classes = new TreeMap<>();
        for (JsonNode entry : json("reflect-config.json")) {
            if (!entry.has("condition")) {
                Set<String> access = new HashSet<>();
                entry.fields().forEachRemaining(field -> {
                    if (field.getValue().isBoolean()) {
                        access.add(field.getKey());
                    }
                });
                classes.put(entry.get("name").textValue(), access);
            }
        }
        return classes;
    }

    boolean isResource(String file) {
        return elements(json("resource-config.json").at("/resources/includes"))
                .anyMatch(include -> Pattern.matches(include.get("pattern").textValue(), file));
    }

    List<String> bundles() {
        return elements(json("resource-config.json").at("/bundles")).map(bundle -> bundle.get("name").textValue()).toList();
    }

    List<String> files() {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String arguments() {
        try {
            return Files.readString(SOURCES.resolve("native-image.args"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json(String name) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new ObjectMapper().readTree(file.getInputStream(file.getEntry(folder + name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Path find(Path folder, Predicate<String> name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.test(file.getFileName().toString())).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
