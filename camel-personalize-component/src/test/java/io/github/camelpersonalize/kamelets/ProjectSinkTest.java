// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kamelets;

import java.nio.file.Path;

import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kamelet:personalize-project-sink} in a route. */
class ProjectSinkTest extends EmulatedRoutes {

    private static final String SINK = "kamelet:personalize-project-sink";
    private static final String BOTH = """
            attributes:
              - {key: age, name: Age, data_type: number}
            audiences:
              - {name: Adults, rules: {attribute: "ref:attribute/age", operator: at_least, value: 18}}
            """;
    private static final String ONE = """
            attributes:
              - {key: age, name: Age, data_type: number}
            """;

    @Test
    void makesTheProjectWhatTheManifestSaysAndDeletesNothing() {
        assertThat(send(SINK, BOTH).getException()).isNull();
        assertThat(send(SINK, ONE).getException()).isNull();

        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        assertThat(emulator().project(PROJECT).audiences()).hasSize(1);
    }

    @Test
    void deletesWhatItHasCreatedWhenToldSo(@TempDir Path folder) {
        component().getConfiguration().setStateRepository(new AtomicFileStateRepository(folder.toString()));
        emulator().seed(PROJECT, "{\"audiences\": [{\"name\": \"Of others\"}]}");

        assertThat(send(SINK + "?prune=owned", BOTH).getException()).isNull();
        assertThat(send(SINK + "?prune=owned", ONE).getException()).isNull();

        assertThat(emulator().project(PROJECT).audiences()).extracting(audience -> audience.path("name").asText())
                .containsExactly("Of others");
    }

    @Test
    void refusesToDeleteMoreThanAllowed() {
        emulator().seed(PROJECT, "{\"audiences\": [{\"name\": \"A\"}, {\"name\": \"B\"}]}");

        assertThat(send(SINK + "?prune=all&maxDeletes=1", ONE).getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageContaining("the plan deletes 2 definitions, more than maxDeletes=1");
        assertThat(emulator().project(PROJECT).audiences()).hasSize(2);
    }
}
