// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @Test
    void theEnvironmentWinsOverTheFileAndSystemPropertiesWinOverBoth() {
        Settings settings = new Settings(properties("outage.pause", "file", "inbox", "file"),
                Map.of("INBOX", "environment", "OUTAGE_PAUSE", "environment"), properties("inbox", "system"));

        assertThat(settings.value("inbox")).contains("system");
        assertThat(settings.value("outage.pause")).contains("environment");
    }

    @Test
    void whateverIsSaidAboutTheComponentMakesAService() {
        assertThat(new Settings(new Properties(), Map.of("CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", "x"), new Properties()).hasService())
                .isTrue();
        assertThat(new Settings(new Properties(), Map.of(), properties("camel.component.personalize.baseUrl", "x")).hasService()).isTrue();
        assertThat(new Settings(new Properties(), Map.of("PERSONALIZE", "x"), properties("inbox", "x")).hasService()).isFalse();
    }

    @Test
    void anEmptyValueIsNone() {
        Settings settings = new Settings(properties("inbox", " "), Map.of(), new Properties());

        assertThat(settings.value("inbox")).isEmpty();
        assertThatThrownBy(() -> settings.required("inbox")).hasMessage("The property inbox is not set.");
    }

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
