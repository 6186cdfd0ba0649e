// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each package is a room with one subject. A room uses the rooms below it, never one above; this table is the whole truth about it. */
class PackagesTest {

    private static final String ROOT = "io.github.camelpersonalize";
    /** A room, its subject, and what it may use. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)`\\n\\| .+\\n\\|(.*)$");

    private static final int MOST_FILES = 30;
    private static final int MOST_FILES_IN_THE_ROOT = 29;
    private static final int MOST_LINES = 300;

    /** The rooms from top to bottom, and which others each may use. The root package, {@code root}, may use all. */
    private static final Map<String, String> ROOMS = Map.ofEntries(
            Map.entry("binding", "batch manifest document plan outcome definition cache text api model"),
            Map.entry("csv", "binding document text model"),
            Map.entry("context",
                    "cdp convergence change batch project outcome client credentials transport rate definition state time api"),
            Map.entry("kafka", "outcome api"),
            Map.entry("convergence", "batch project manifest lifecycle document plan outcome client definition state text api model"),
            Map.entry("change", "project plan outcome client definition state text api model"),
            Map.entry("cdp", "definition cache text api model"),
            Map.entry("batch", "queries versions project manifest document outcome client definition state text api model"),
            Map.entry("queries", "versions project lifecycle outcome client definition text api model"),
            Map.entry("versions", "project lifecycle outcome client definition text time api model"),
            Map.entry("project", "lifecycle outcome client definition cache text time api model"),
            Map.entry("lifecycle", "definition cache api model"),
            Map.entry("outcome", "client definition text api model"),
            Map.entry("manifest", "document definition text api model"),
            Map.entry("document", "text model"),
            Map.entry("plan", "definition text api model"),
            Map.entry("client", "credentials transport rate text time api model"),
            Map.entry("credentials", "transport state text time api model"),
            Map.entry("transport", "api"),
            Map.entry("rate", "time"),
            Map.entry("definition", "text api model"),
            Map.entry("state", "text api model"),
            Map.entry("api", ""),
            Map.entry("cache", ""),
            Map.entry("model", "text"),
            Map.entry("text", ""),
            Map.entry("time", ""));

    /** The rooms that know Camel. What is below them can be used and tested without a CamelContext. */
    private static final Set<String> KNOW_CAMEL = Set.of("root", "csv", "binding", "context", "kafka", "transport");

    private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void aRoomUsesOnlyTheRoomsBelowIt() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        between(dependency -> true).forEach(dependency -> {
            String from = room(dependency.getOriginClass());
            String to = room(dependency.getTargetClass());
            if (!from.equals("root") && !List.of(ROOMS.getOrDefault(from, "").split(" ")).contains(to)) {
                arrows.computeIfAbsent(from + " -> " + to, same -> new TreeSet<>())
                        .add(name(dependency.getOriginClass()) + " uses " + name(dependency.getTargetClass()));
            }
        });

        assertThat(arrows).isEmpty();
    }

    @Test
    void theTableHasEveryRoomAndNoOther() {
        Set<String> rooms = classes.stream().map(PackagesTest::room).filter(room -> !room.equals("root")).collect(Collectors.toSet());

        assertThat(ROOMS.keySet()).containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void thePageOnArchitectureHasTheSameTable() throws IOException {
        String page = Files.readString(Path.of("../docs/architecture.adoc"));
        Map<String, String> rows = ROW.matcher(page).results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2).replace("`", "").strip()));

        assertThat(rows).isEqualTo(ROOMS);
    }

    @Test
    void theTableHasNoCycle() {
        ROOMS.keySet().forEach(room -> assertThat(below(room, new TreeSet<>())).as("rooms below %s", room).doesNotContain(room));
    }

    /** Classes that need each other are read, tested and moved together: so all of them are in one room. */
    @Test
    void noRingOfClassesSpansRooms() {
        Set<String> spanning = new ClassRings(classes).stream().filter(ring -> ring.stream().map(PackagesTest::room).distinct().count() > 1)
                .map(ring -> ring.stream().map(PackagesTest::name).sorted().collect(Collectors.joining(", ")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(spanning).isEmpty();
    }

    @Test
    void belowItsEdgeNothingKnowsCamel() {
        Set<String> known = classes.stream().filter(type -> !KNOW_CAMEL.contains(room(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith("org.apache.camel"))
                .map(dependency -> name(dependency.getOriginClass()) + " uses " + dependency.getTargetClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"src/main/java"})
    void noPackageIsFull(Path sources) throws IOException {
        Map<String, Long> full = files(sources).collect(Collectors.groupingBy(file -> file.getParent().getFileName().toString(),
                TreeMap::new, Collectors.counting()));
        full.entrySet()
                .removeIf(room -> room.getValue() <= (room.getKey().equals("camelpersonalize") ? MOST_FILES_IN_THE_ROOT : MOST_FILES));

        assertThat(full).isEmpty();
    }

    @Test
    void noClassIsLong() throws IOException {
        assertThat(files(Path.of("src/main/java")).filter(file -> lines(file) > MOST_LINES).map(file -> file.getFileName().toString()))
                .containsExactly("PersonalizeConfiguration.java");
    }

    private Stream<Dependency> between(Predicate<Dependency> filter) {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(ROOT))
                .filter(dependency -> !room(dependency.getOriginClass()).equals(room(dependency.getTargetClass()))).filter(filter);
    }

    private static Set<String> below(String room, Set<String> found) {
        Stream.of(ROOMS.getOrDefault(room, "").split(" ")).filter(lower -> !lower.isEmpty() && found.add(lower))
                .forEach(lower -> below(lower, found));
        return found;
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "root" : name.substring(ROOT.length() + 1);
    }

    private static String name(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }

    private static Stream<Path> files(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
