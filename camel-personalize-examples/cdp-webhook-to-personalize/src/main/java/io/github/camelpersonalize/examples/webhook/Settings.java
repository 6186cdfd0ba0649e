// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What is configured: the file {@code application.properties}, over it the environment, over that the system properties. */
final class Settings {

    private final Map<String, String> values = new TreeMap<>();

    Settings(Properties file, Map<String, String> environment, Properties system) {
        add(file);
        environment.forEach(this::add);
        add(system);
    }

    static Settings load() throws IOException {
        Properties file = new Properties();
        try (InputStream properties = Settings.class.getResourceAsStream("/application.properties")) {
            file.load(properties);
        }
        return new Settings(file, System.getenv(), System.getProperties());
    }

    /** The value of a property, none when it is not there or empty. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(canonical(name))).filter(value -> !value.isBlank());
    }

    String required(String name) {
        return value(name).orElseThrow(() -> new IllegalStateException("The property " + name + " is not set."));
    }

    /** Whether anything is said about the Personalize component. */
    boolean hasService() {
        return values.keySet().stream().anyMatch(name -> name.startsWith(canonical("camel.component.personalize.")));
    }

    private void add(Properties properties) {
        properties.stringPropertyNames().forEach(name -> add(name, properties.getProperty(name)));
    }

    private void add(String name, String value) {
        values.put(canonical(name), value);
    }

    /** {@code kafka.brokers} and {@code KAFKA_BROKERS} are one, as in Camel. */
    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
