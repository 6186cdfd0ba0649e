// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @Test
    void theEnvironmentWinsOverTheFileAndSystemPropertiesWinOverBoth() {
        Settings settings = new Settings(properties("webhook.port", "file", "webhook.secret", "file"),
                Map.of("WEBHOOK_SECRET", "environment", "WEBHOOK_PORT", "environment"), properties("webhook.secret", "system"));

        assertThat(settings.value("webhook.secret")).contains("system");
        assertThat(settings.value("webhook.port")).contains("environment");
    }

    @Test
    void whateverIsSaidAboutTheComponentMakesAService() {
        assertThat(new Settings(new Properties(), Map.of("CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", "x"), new Properties()).hasService())
                .isTrue();
        assertThat(new Settings(new Properties(), Map.of(), properties("camel.component.personalize.baseUrl", "x")).hasService()).isTrue();
        assertThat(new Settings(new Properties(), Map.of("PERSONALIZE", "x"), properties("webhook.secret", "x")).hasService()).isFalse();
    }

    @Test
    void anEmptyValueIsNone() {
        Settings settings = new Settings(properties("webhook.secret", " "), Map.of(), new Properties());

        assertThat(settings.value("webhook.secret")).isEmpty();
        assertThatThrownBy(() -> settings.required("webhook.secret")).hasMessage("The property webhook.secret is not set.");
    }

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
