// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Resource;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ComponentPageTest {

    @Test
    void theTablesOfTheComponentsPageAreInStepWithTheCode() {
        inStep();
    }

    @Test
    void theOperationsOfTheReadmeAreInStepWithTheCode() {
        Page.read(Page.README).with("operations", new OperationTable().markdown()).requireInStep(ComponentPageTest.class);
    }

    @Test
    void everyOperationHasARowInTheDocsAndAValueInTheCatalogue() {
        String page = inStep().text();

        assertThat(new OperationTable().rows()).hasSize(31).allSatisfy(row -> {
            assertThat(page).contains("| `" + row.resource() + "` | `" + row.operation() + "` | " + row.request());
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
