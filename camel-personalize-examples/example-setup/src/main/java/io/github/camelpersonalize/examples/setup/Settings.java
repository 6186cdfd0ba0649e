// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.github.camelpersonalize.text.Nearest;

/**
 * What is configured: the file {@code application.properties}, over it the environment, over that the system properties. {@code kafka.brokers} and
 * {@code KAFKA_BROKERS} are one, as in Camel.
 */
public final class Settings {

    private static final String COMPONENT = "camel.component.personalize.";
    private static final String COMPONENT_VARIABLE = "CAMEL_COMPONENT_PERSONALIZE_";

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> environment;

    Settings(Properties file, Map<String, String> environment, Properties system) {
        this.environment = environment;
        add(file, name -> "application.properties");
        environment.forEach((name, value) -> add(name, value, "the variable " + name));
        add(system, name -> "the system property " + name);
    }

    /** The settings of this process. */
    public static Settings load() throws IOException {
        Properties file = new Properties();
        try (InputStream properties = Settings.class.getResourceAsStream("/application.properties")) {
            file.load(properties);
        }
        return new Settings(file, System.getenv(), System.getProperties());
    }

    /** The value of a property, none when it is not there or blank. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(canonical(name))).filter(value -> !value.isBlank());
    }

    /** Where the value of a property is from, for people. */
    public String source(String name) {
        return sources.getOrDefault(canonical(name), "nowhere");
    }

    /** The value of a property that has to be there. */
    public String required(String name) {
        return value(name).orElseThrow(() -> new IllegalStateException("The property " + name + " is not set." + advice(name)));
    }

    /** What to say beside that a property is not set: the variable that is probably meant for it; empty where there is none. */
    String advice(String name) {
        String variable = name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return Nearest.of(variable, environment.keySet()).filter(near -> !canonical(near).equals(canonical(name)))
                .map(near -> " The variable " + near + " is not read (did you mean " + variable + "?).").orElse("");
    }

    /** Whether anything is said about the Personalize component. */
    boolean hasService() {
        return values.keySet().stream().anyMatch(name -> name.startsWith(canonical(COMPONENT)));
    }

    /**
     * What the environment says about the Personalize component, as properties. Camel reads such variables for its own components only; all else it
     * finds by itself.
     */
    Map<String, String> serviceFromEnvironment() {
        Map<String, String> service = new LinkedHashMap<>();
        environment.keySet().stream().filter(name -> name.startsWith(COMPONENT_VARIABLE)).forEach(name -> service
                .put(COMPONENT + name.substring(COMPONENT_VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-'), required(name)));
        return service;
    }

    private void add(Properties properties, UnaryOperator<String> source) {
        properties.stringPropertyNames().forEach(name -> add(name, properties.getProperty(name), source.apply(name)));
    }

    private void add(String name, String value, String source) {
        values.put(canonical(name), value);
        sources.put(canonical(name), source);
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
