// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SnippetsTest {

    /** What readers type into a shell, and what they are shown in return. */
    private static final Set<String> NOT_CODE = Set.of("shell", "text");

    @ParameterizedTest
    @MethodSource("pages")
    void pagesShowTheCodeThatTestsRun(String page) {
        new CodeBlocks(Page.read(page)).refreshed().requireInStep(SnippetsTest.class);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void allCodeOnPagesIsASnippet(String page) {
        assertThat(new CodeBlocks(Page.read(page)).all())
                .allMatch(block -> block.name() != null || NOT_CODE.contains(block.language()));
    }

    @Test
    void everyFileOfSnippetsIsShownAndRun() throws IOException {
        Set<String> shown = pages().flatMap(page -> new CodeBlocks(Page.read(page)).all().stream()).map(CodeBlocks.Block::name)
                .collect(Collectors.toSet());
        String tests = Stream
                .of("RouteSnippetsTest", "ConfigurationSnippetsTest", "JavaSnippetsTest", "PlanSnippetsTest", "ManifestSnippetsTest",
                        "GuidesTest", "CsvGuideTest", "../kamelets/KameletRoutesTest", "SnippetsTest")
                .map(name -> Page.read(Path.of("src/test/java/io/github/camelpersonalize/docs", name + ".java")).text())
                .collect(Collectors.joining());

        assertThat(files()).isNotEmpty().allSatisfy(file -> {
            assertThat(shown).contains(file);
            assertThat(tests).contains('"' + file + '"');
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dependency.xml", "test-dependency.xml"})
    void dependenciesAreThisProjects(String file) {
        String pom = Page.read("camel-personalize-component/pom.xml").text();
        String dependency = new Snippet(file).text();

        assertThat(dependency.lines().map(String::strip).filter(line -> line.endsWith("Id>") || line.endsWith("version>"))).hasSize(3)
                .allSatisfy(line -> assertThat(pom).contains(line));
    }

    static Stream<String> pages() throws IOException {
        Path root = Path.of("..");
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            List<String> pages = docs.filter(file -> file.toString().endsWith(".adoc")).map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(Page.README, Page.LLMS, ".github/CONTRIBUTING.md", ".github/SECURITY.md"), pages.stream());
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Snippet.FILES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
