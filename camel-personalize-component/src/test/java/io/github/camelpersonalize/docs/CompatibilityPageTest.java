// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page lists the types that users may name, the bundle exports their packages, and nothing else is promised. */
class CompatibilityPageTest {

    private static final String BASE = "io.github.camelpersonalize";
    private static final Pattern TYPE = Pattern.compile("(?m)^\\* `(io\\.github\\.camelpersonalize\\.[\\w.]+)`$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^    (io\\.github\\.camelpersonalize[\\w.]*);\\$\\{exported}");
    private static final Pattern COMPARED = Pattern.compile("<include>(io\\.github\\.camelpersonalize\\.[\\w.$]+)</include>");

    private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));
    private final List<String> listed = TYPE.matcher(Page.read("docs/compatibility.adoc").text()).results().map(type -> type.group(1))
            .toList();

    @Test
    void everyListedTypeIsPublic() {
        assertThat(listed).doesNotHaveDuplicates().allSatisfy(name -> assertThat(type(name)).as(name).isNotNull()
                .matches(CompatibilityPageTest::isPublic, "is public"));
    }

    @Test
    void everyPublicTypeOfTheRootPackageIsListed() {
        assertThat(classes.stream().filter(type -> type.getPackageName().equals(BASE) && type.isTopLevelClass() && isPublic(type))
                .map(JavaClass::getName).filter(name -> !name.endsWith("Configurer") && !name.endsWith("Loader")
                        && !name.endsWith("UriFactory")))
                .isSubsetOf(listed);
    }

    @Test
    void whatListedTypesSayInTheirSignaturesIsListedToo() {
        Set<String> said = listed.stream().map(this::type).flatMap(type -> type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)))
                .flatMap(CompatibilityPageTest::signature)
                .filter(type -> type.getPackageName().startsWith(BASE) && !listed.contains(sourceName(type)))
                .map(type -> type.getEnclosingClass().map(CompatibilityPageTest::sourceName).orElse(sourceName(type)))
                .collect(Collectors.toCollection(TreeSet::new));
        said.removeAll(Set.copyOf(listed));

        assertThat(said).isEmpty();
    }

    @Test
    void theBundleExportsThePackagesOfListedTypes() throws Exception {
        Set<String> packages = listed.stream().map(this::type).map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(EXPORT.matcher(Files.readString(Path.of("bnd.bnd"))).results().map(export -> export.group(1)))
                .containsExactlyElementsOf(packages);
    }

    @Test
    void theComparisonWithEarlierReleasesIsAboutTheListedTypes() throws Exception {
        assertThat(COMPARED.matcher(Files.readString(Path.of("pom.xml"))).results().map(type -> type.group(1).replace('$', '.')))
                .containsExactlyElementsOf(listed);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit method) {
        return Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                .map(JavaClass::getBaseComponentType);
    }

    private static String sourceName(JavaClass type) {
        return type.getName().replace('$', '.');
    }

    private JavaClass type(String name) {
        return classes.stream().filter(type -> sourceName(type).equals(name)).findFirst().orElse(null);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
