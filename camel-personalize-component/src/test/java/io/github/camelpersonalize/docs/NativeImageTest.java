// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The files in the jar that tell GraalVM what it cannot see by itself. */
class NativeImageTest {

    private static final Path CLASSES = Path.of("target/classes");

    /** Classes, and what is there for tools, for the ServiceLoader (which GraalVM knows) and for GraalVM itself. */
    private static final Pattern NOT_READ = Pattern.compile(
            ".*[.]class|[^/]*[.]properties|META-INF/(jandex[.]idx|MANIFEST[.]MF|native-image/.*|services/[^/]*|services/org/apache/camel/([^/]*[.]properties|bean/.*))");

    @Test
    void theClassesUsedByReflectionAreInStepWithTheCode() {
        Path file = Path.of("src/main/resources").resolve(ReflectionConfig.FILE);

        new Page(file, new ReflectionConfig(CLASSES).json()).requireInStep(NativeImageTest.class);
    }

    @Test
    void everyFileThatIsReadIsAResource() throws IOException {
        List<Pattern> patterns = resources("/resources/includes").map(entry -> Pattern.compile(entry.get("pattern").textValue())).toList();

        assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(patterns).as("the patterns of resource-config.json, for " + file)
                .anySatisfy(pattern -> assertThat(file).matches(pattern)));
    }

    @Test
    void everyPatternOfResourcesKeepsClassesOut() throws IOException {
        assertThat(resources("/resources/includes").map(entry -> entry.get("pattern").textValue()))
                .noneSatisfy(pattern -> assertThat("io/github/camelpersonalize/model/Json.class").matches(pattern));
    }

    @Test
    void aRecordThatJacksonBindsConsistsOfRecordsThatJacksonBinds() {
        JavaClasses all = new ClassFileImporter().importPath(CLASSES);

        assertThat(all.stream().filter(NativeImageTest::isRecordForJackson).flatMap(NativeImageTest::componentTypes))
                .isNotEmpty().allSatisfy(type -> assertThat(ReflectionConfig.isBound(type) || type.isEnum()).as(type.getName()).isTrue());
    }

    private static boolean isRecordForJackson(JavaClass type) {
        boolean writesItself = type.tryGetMethod("toJson").isPresent();
        return type.isRecord() && ReflectionConfig.isBound(type) && !writesItself;
    }

    private static Stream<JavaClass> componentTypes(JavaClass type) {
        return type.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)).map(JavaField::getType)
                .flatMap(fieldType -> fieldType.getAllInvolvedRawTypes().stream())
                .filter(part -> part.getPackageName().startsWith("io.github.camelpersonalize"));
    }

    private static Stream<JsonNode> resources(String pointer) throws IOException {
        Path file = CLASSES.resolve(ReflectionConfig.FILE).resolveSibling("resource-config.json");
        List<JsonNode> entries = new ArrayList<>();
        Json.read(Files.readAllBytes(file)).at(pointer).forEach(entries::add);
        return entries.stream();
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(Files::isRegularFile).map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !NOT_READ.matcher(file).matches()).toList();
        }
    }
}
