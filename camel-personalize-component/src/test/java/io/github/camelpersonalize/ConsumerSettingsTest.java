// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.EnumSet;
import java.util.Set;

import io.github.camelpersonalize.change.Change;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConsumerSettingsTest {

    private final PersonalizeConfiguration options = new PersonalizeConfiguration();
    private final StateRepository<String, String> memory = new MemoryStateRepository();

    @BeforeEach
    void consumable() {
        options.setResource("events");
    }

    private ConsumerSettings settings() {
        return ConsumerSettings.of(options, memory);
    }

    @Test
    void allChangesFromNowOnAreConsumedAndRememberedInMemory() {
        assertThat(settings()).isEqualTo(new ConsumerSettings(false, true, EnumSet.allOf(Change.Type.class), memory));
    }

    @Test
    void eachOptionReachesItsPlace() {
        StateRepository<String, String> repository = new MemoryStateRepository();
        options.setEmitInitial(true);
        options.setOwnChanges(false);
        options.setChanges("deleted, created");
        options.setStateRepository(repository);

        assertThat(settings()).isEqualTo(new ConsumerSettings(true, false, Set.of(Change.Type.CREATED, Change.Type.DELETED), repository));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "created,", "created,,deleted", "created;deleted"})
    void aChangeThatThereIsNotIsRefused(String changes) {
        options.setChanges(changes);

        assertThatThrownBy(this::settings).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "personalize:events: the option changes must be a list of created, updated, deleted; it is \"" + changes + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attributes", "audiences", "experiences", "project"})
    void whatHasDefinitionsCanBeConsumed(String resource) {
        options.setResource(resource);

        assertThat(settings().stateRepository()).isSameAs(memory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"geolocation", "projects", "planets"})
    void nothingElseCanBeConsumed(String resource) {
        options.setResource(resource);

        assertThatThrownBy(this::settings)
                .hasMessage("personalize:" + resource + ": nothing can be consumed from it; consume from attributes,"
                        + " audiences, events, experiences or project");
    }
}
