// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the examples: each begins with its route, as the example runs it. */
class ExamplesTest {

    private static final Set<String> COMMANDS = Set.of("benchmarks", "project-as-code");
    private static final Path EXAMPLES = Path.of("..", "camel-personalize-examples");

    @ParameterizedTest
    @MethodSource("examples")
    void theRouteOnThePageIsTheOneThatRuns(String example) {
        page(example).refreshed().requireInStep(ExamplesTest.class);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void thePageBeginsWithTheRoute(String example) {
        CodeBlocks.Block first = page(example).all().get(0);
        String text = Page.read(EXAMPLES.resolve(example).resolve("README.md")).text();

        assertThat(first.name()).as("the first code on the page of %s", example)
                .startsWith("camel-personalize-examples/" + example + "/");
        assertThat(text.substring(0, first.start())).doesNotContain("\n## ");
        assertThat(new Snippet(first.name()).text()).containsAnyOf("uri: ", "from(");
    }

    /** Examples of routes: the others are commands. */
    static List<String> routes() throws IOException {
        return examples().stream().filter(example -> !COMMANDS.contains(example)).toList();
    }

    static List<String> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("README.md"))).map(folder -> folder.getFileName().toString())
                    .sorted().toList();
        }
    }

    private static CodeBlocks page(String example) {
        return new CodeBlocks(Page.read("camel-personalize-examples/" + example + "/README.md"));
    }
}
