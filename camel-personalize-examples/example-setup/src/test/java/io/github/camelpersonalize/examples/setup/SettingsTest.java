// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @Test
    void theEnvironmentWinsOverTheFileAndSystemPropertiesWinOverBoth() {
        Settings settings = new Settings(properties("kafka.group", "file", "kafka.brokers", "file"),
                Map.of("KAFKA_BROKERS", "environment", "KAFKA_GROUP", "environment"), properties("kafka.brokers", "system"));

        assertThat(settings.value("kafka.brokers")).contains("system");
        assertThat(settings.value("kafka.group")).contains("environment");
    }

    @Test
    void whateverIsSaidAboutTheComponentMakesAService() {
        assertThat(new Settings(new Properties(), Map.of("CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", "x"), new Properties()).hasService())
                .isTrue();
        assertThat(new Settings(new Properties(), Map.of(), properties("camel.component.personalize.baseUrl", "x")).hasService()).isTrue();
        assertThat(new Settings(new Properties(), Map.of("PERSONALIZE", "x"), properties("kafka.brokers", "x")).hasService()).isFalse();
    }

    @Test
    void variablesOfTheComponentAreHandedOnAsItsProperties() {
        Settings settings = new Settings(new Properties(),
                Map.of("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", "environment", "CAMEL_COMPONENT_PERSONALIZE_REGION", "environment",
                        "PATH", "x"),
                properties("camel.component.personalize.projectUid", "system"));

        assertThat(settings.serviceFromEnvironment()).isEqualTo(
                Map.of("camel.component.personalize.project-uid", "system", "camel.component.personalize.region", "environment"));
    }

    @Test
    void theSamplesOfADemoAreNotForAConfiguredService() {
        Settings settings = new Settings(new Properties(), Map.of("CAMEL_COMPONENT_PERSONALIZE_REGION", "aws-eu"), new Properties());

        assertThatThrownBy(() -> Service.forDemo(settings, "kafka.brokers")).hasMessage("kafka.brokers is not set, but a service is: "
                + "the samples of the demo are not for it. Set kafka.brokers too, or nothing of camel.component.personalize.*.");
    }

    @Test
    void anEmptyValueIsNone() {
        Settings settings = new Settings(properties("kafka.brokers", " "), Map.of(), new Properties());

        assertThat(settings.value("kafka.brokers")).isEmpty();
        assertThatThrownBy(() -> settings.required("kafka.brokers")).hasMessage("The property kafka.brokers is not set.");
    }

    @Test
    void aVariableThatIsProbablyMistypedIsToldWhereTheValueIsMissing() {
        Settings settings = new Settings(new Properties(), Map.of("KAFKA_BROKRS", "secret", "PATH", "x"), new Properties());

        assertThatThrownBy(() -> settings.required("kafka.brokers")).hasMessage(
                "The property kafka.brokers is not set. The variable KAFKA_BROKRS is not read (did you mean KAFKA_BROKERS?).");
        assertThat(settings.advice("inbox")).isEmpty();
    }

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
