// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ComponentPageTest {

    /** A code stands where a problem is made. */
    private static final Pattern CODE_IN_SOURCES = Pattern.compile("\\b(?:rejected|blocked|refused|problem)\\(\\s*\"([A-Z_]+)\"");
    private static final Pattern CODE_ON_PAGE = Pattern.compile("(?m)^\\| `[A-Z]+` \\| `([A-Z_]+)` \\|");

    @Test
    void theTablesOfTheComponentsPageAreInStepWithTheCode() {
        inStep();
    }

    @Test
    void theOperationsOfTheReadmeAreInStepWithTheCode() {
        Page.read(Page.README).with("operations", new OperationTable().markdown()).requireInStep(ComponentPageTest.class);
    }

    @Test
    void theTablesForProgramsThatWriteCodeAreInStepWithTheCode() {
        Page.read(Page.LLMS).with("operations", new OperationTable().markdown()).with("options", new OptionTable(component()).markdown())
                .requireInStep(ComponentPageTest.class);
    }

    @Test
    void everyOperationHasARowInTheDocsAndAValueInTheCatalogue() {
        String page = inStep().text();

        assertThat(new OperationTable().rows()).hasSize(46).allSatisfy(row -> {
            assertThat(page).contains("| `" + row.resource() + "` | `" + row.operation() + "` | " + row.contract() + " | " + row.live());
            assertThat(option("operation").getEnums()).contains(row.operation().name());
        });
        assertThat(option("operation").getEnums()).containsExactlyInAnyOrderElementsOf(
                new OperationTable().rows().stream().map(row -> row.operation().name()).distinct().toList());
    }

    @Test
    void everyResourceIsAValueOfThePathInTheCatalogue() {
        assertThat(component().getEndpointPathOptions()).singleElement().satisfies(path -> assertThat(path.getEnums())
                .containsExactlyElementsOf(Stream.of(Resource.values()).map(Resource::name).toList()));
    }

    @Test
    void everyOutcomeAndEveryCodeIsInTheTableOfOutcomes() {
        String page = Page.read(Page.COMPONENT).text();
        String table = page.substring(page.indexOf("[#outcomes]"), page.indexOf("=== Retries"));
        String sources = sources();
        List<String> codes = found(CODE_IN_SOURCES, sources);

        assertThat(Dialect.all()).allSatisfy(dialect -> assertThat(dialect.answers().errors())
                .allSatisfy(error -> assertThat(table).contains("` | `" + error.code() + "` |")));
        assertThat(Outcome.values()).allSatisfy(outcome -> assertThat(table).contains("\n| `" + outcome + "` |"));
        assertThat(codes).isNotEmpty().allSatisfy(code -> assertThat(table).contains("` | `" + code + "` |"));
        assertThat(found(CODE_ON_PAGE, table)).isNotEmpty().allSatisfy(code -> assertThat(sources).contains('"' + code + '"'));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).distinct().toList();
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(file -> Page.read(file).text())
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page inStep() {
        new ComponentPage(component()).of(Page.read(Page.COMPONENT)).requireInStep(ComponentPageTest.class);
        return Page.read(Page.COMPONENT);
    }

    private static ComponentModel.EndpointOptionModel option(String name) {
        return component().getEndpointParameterOptions().stream().filter(option -> option.getName().equals(name)).findFirst()
                .orElseThrow();
    }

    private static ComponentModel component() {
        try (InputStream in = ComponentPageTest.class.getResourceAsStream("/META-INF/io/github/camelpersonalize/personalize.json")) {
            return JsonMapper.generateComponentModel(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
