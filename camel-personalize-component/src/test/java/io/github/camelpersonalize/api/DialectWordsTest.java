// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What differs between dialects is data: no class but their tables knows a member of one of them, or asks which one it is. */
class DialectWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/camelpersonalize");
    private static final Path SCHEMAS = Path.of("src/main/resources/io/github/camelpersonalize/definition");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What both dialects have, and what the component itself calls so. */
    private static final Set<String> OF_ALL = Set.of("uid", "name", "key", "description");

    /**
     * Words that mean something else there: names of options, members of our own documents and of messages of
     * the Segment spec, and what the records for users have.
     */
    private static final Map<String, Set<String>> OTHERWISE = Map.ofEntries(
            Map.entry("PersonalizeConfiguration.java", Set.of("referredAttributes", "referredAudiences", "referredEvents")),
            Map.entry("PersonalizeEndpoint.java", Set.of("organizationUid")),
            Map.entry("SettingsCheck.java", Set.of("organizationUid")),
            Map.entry("PersonalizeDevConsole.java", Set.of("status")),
            Map.entry("cdp/SegmentReader.java", Set.of("type")),
            Map.entry("change/SnapshotText.java", Set.of("definition")),
            Map.entry("convergence/Apply.java", Set.of("priority")),
            Map.entry("definition/SchemaFault.java", Set.of("type")),
            Map.entry("manifest/Export.java", Set.of("priority")),
            Map.entry("manifest/ManifestBuilder.java", Set.of("priority")),
            Map.entry("manifest/Portable.java", Set.of("priority")),
            Map.entry("model/Attribute.java", Set.of("data_type", "created_at")),
            Map.entry("model/Audience.java", Set.of("created_at")),
            Map.entry("model/Event.java", Set.of("created_at")),
            Map.entry("model/Experience.java", Set.of("created_at")),
            Map.entry("model/Rules.java", Set.of("__type", "ref", "attributeMatchCondition", "attributeMatchOptions", "combinationType",
                    "invertCondition", "rules", "value", "definition")),
            Map.entry("model/Variant.java", Set.of("audience_uid", "traffic_percentage")),
            Map.entry("outcome/BatchReport.java", Set.of("source")),
            Map.entry("plan/HtmlMembers.java", Set.of("value")),
            Map.entry("plan/HtmlPlan.java", Set.of("priority", "source")),
            Map.entry("plan/Plan.java", Set.of("priority")),
            Map.entry("plan/PlanReader.java", Set.of("priority", "source")),
            Map.entry("plan/PlanWriter.java", Set.of("priority", "source")));

    @Test
    void onlyTablesHaveMembersOfADialect() {
        Set<String> words = words();
        Map<String, Set<String>> found = new TreeMap<>();
        sources().forEach(file -> {
            Set<String> used = TEXT.matcher(read(file)).results().map(text -> text.group(1)).filter(words::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!used.isEmpty()) {
                found.put(name(file), used);
            }
        });

        assertThat(found).isEqualTo(OTHERWISE);
    }

    @Test
    void onlyOptionsNameADialect() {
        Set<String> names = Dialect.all().stream().map(dialect -> '"' + dialect.name() + '"').collect(Collectors.toSet());
        names.addAll(Set.of("Dialect.CONTRACT", "Dialect.LIVE"));

        assertThat(sources().filter(file -> names.stream().anyMatch(read(file)::contains)).map(DialectWordsTest::name))
                .containsExactlyInAnyOrder("PersonalizeConfiguration.java", "SegmentOptions.java");
    }

    /** All members that a table or a schema of a dialect names, but those that all have. */
    private static Set<String> words() {
        Set<String> words = new TreeSet<>();
        Dialect.all().forEach(dialect -> {
            Stream.of(dialect.envelope(), dialect.priorityMember()).filter(word -> word != null).forEach(words::add);
            dialect.typeMember().ifPresent(words::add);
            dialect.keySite().ifPresent(site -> words.add(site.within()));
            dialect.uidSites().forEach(site -> {
                words.addAll(site.path());
                words.addAll(site.beside().keySet());
            });
            words.remove("*");
            dialect.rules().values().forEach(rules -> words.add(rules.condition()));
            dialect.shapes().values().forEach(shape -> add(shape, words));
        });
        files(SCHEMAS, ".json").forEach(schema -> addProperties(json(schema), words));
        words.removeAll(OF_ALL);
        Stream.of(Resource.values()).flatMap(resource -> Stream.of(resource.name(), resource.kind())).forEach(words::remove);
        return words;
    }

    private static void add(Shape shape, Set<String> words) {
        words.addAll(shape.readOnlyMembers());
        words.addAll(shape.unportableMembers());
        words.addAll(shape.wholeMembers());
        words.addAll(shape.versionMembers());
        shape.foreign().ifPresent(foreign -> words.add(foreign.member()));
        shape.items().ifPresent(items -> {
            words.addAll(Set.of(items.member(), items.uid()));
            words.addAll(items.alternatives());
        });
        shape.misplaced().keySet().forEach(member -> words.add(member.replaceFirst(".*\\.", "")));
    }

    private static void addProperties(JsonNode schema, Set<String> words) {
        schema.path("properties").fieldNames().forEachRemaining(words::add);
        schema.forEach(part -> addProperties(part, words));
    }

    private static Stream<Path> sources() {
        return files(SOURCES, ".java").filter(file -> !name(file).startsWith("api/"));
    }

    private static String name(Path file) {
        return SOURCES.relativize(file).toString().replace('\\', '/');
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
