// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.camelpersonalize.credentials.TokenStore;
import io.github.camelpersonalize.model.JsonDocument;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParams;

/** What GraalVM has to know of the classes that are used by reflection, as it follows from the classes and service files themselves. */
final class ReflectionConfig {

    static final String FILE = "META-INF/native-image/io.github.camelpersonalize/camel-personalize/reflect-config.json";

    private static final String MADE = "\"allDeclaredConstructors\": true";
    private static final String CALLED = MADE + ", \"allDeclaredMethods\": true";
    private static final String BOUND = CALLED + ", \"allDeclaredFields\": true";

    private final Path classes;
    private final Map<String, String> entries = new TreeMap<>();

    ReflectionConfig(Path classes) {
        this.classes = classes;
        for (JavaClass type : new ClassFileImporter().importPath(classes)) {
            if (isBound(type)) {
                entries.put(type.getName(), BOUND);
            } else if (type.isAnnotatedWith(UriParams.class) || type.isAnnotatedWith(Metadata.class) || isStore(type)) {
                entries.put(type.getName(), CALLED);
            }
        }
        camelServices().forEach(name -> entries.putIfAbsent(name, MADE));
        optional("org.apache.camel.telemetry.SpanDecorator", "io.github.camelpersonalize.PersonalizeSpanDecorator", ", " + MADE);
        optional("io.micrometer.core.instrument.MeterRegistry", "io.micrometer.core.instrument.MeterRegistry", "");
        caches();
    }

    String json() {
        return entries.entrySet().stream().map(entry -> "  {\"name\": \"" + entry.getKey() + "\", " + entry.getValue() + "}")
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** What Jackson makes or reads: our documents, and whatever has its annotations. */
    static boolean isBound(JavaClass type) {
        return !type.isInterface() && (type.isAssignableTo(JsonDocument.class) || Stream
                .of(type.getAnnotations().stream(), type.getFields().stream().flatMap(field -> field.getAnnotations().stream()),
                        type.getMethods().stream().flatMap(method -> method.getAnnotations().stream()))
                .flatMap(annotations -> annotations)
                .anyMatch(annotation -> annotation.getRawType().getPackageName().equals("com.fasterxml.jackson.annotation")));
    }

    /** What users name by its class, in YAML and in properties. */
    private static boolean isStore(JavaClass type) {
        return !type.isInterface() && type.getModifiers().contains(JavaModifier.PUBLIC)
                && (type.isAssignableTo(StateRepository.class) || type.isAssignableTo(TokenStore.class));
    }

    /** What Camel finds by name. */
    private List<String> camelServices() {
        try (Stream<Path> files = Files.walk(classes.resolve("META-INF/services/org/apache/camel"))) {
            return files.filter(Files::isRegularFile).flatMap(file -> Page.read(file).text().lines())
                    .filter(line -> line.matches("(class=)?io[.]github[.]camelpersonalize[.][\\w.]+"))
                    .map(line -> line.replace("class=", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void optional(String condition, String name, String access) {
        entries.put(name, "\"condition\": {\"typeReachable\": \"" + condition + "\"}" + access);
    }

    /** Caffeine generates a class for each kind of cache, and one for its entries: SSMS and PSMS for ours. */
    private void caches() {
        Class<?> cache = Caffeine.newBuilder().maximumSize(1).build().asMap().getClass();
        entries.put(cache.getName(), MADE + ", \"allDeclaredFields\": true");
        entries.put(cache.getPackageName() + ".P" + cache.getSimpleName().substring(1), MADE + ", \"allDeclaredFields\": true");
    }
}
