// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.util.StringHelper;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the environment says about the options of the component. Each option is asked for by its name, so that all spellings are taken that Spring Boot
 * takes for one: {@code project-uid}, {@code projectUid}, {@code CAMEL_COMPONENT_PERSONALIZE_PROJECTUID}.
 */
final class ComponentProperties {

    static final String PREFIX = "camel.component.personalize";

    private final Catalogue catalogue;

    ComponentProperties(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The values of each option that is set, as they are written, by their names in Camel. An object has one for itself, which refers to a bean, and one
     * for each of its members: {@code sslContextParameters.certAlias}.
     *
     * @throws PropertyException
     *             when a property is set that the component lacks, or to a value that its option cannot take
     */
    Map<Option, Map<String, String>> read(ConfigurableEnvironment environment) {
        new UnknownProperties(catalogue).refuse(environment);
        Binder binder = Binder.get(environment);
        Map<String, String> all = binder.bind(PREFIX, Bindable.mapOf(String.class, String.class)).orElse(Map.of());
        Map<Option, Map<String, String>> found = new LinkedHashMap<>();
        // Objects first: one of them is the configuration, which the other options are then set in.
        catalogue.options().stream().filter(Option::isObject).forEach(option -> found.put(option, object(binder, all, option)));
        catalogue.options().stream().filter(option -> !option.isObject()).forEach(option -> found.put(option, value(binder, option)));
        found.values().removeIf(Map::isEmpty);
        return found;
    }

    private static Map<String, String> value(Binder binder, Option option) {
        String value = binder.bind(PREFIX + "." + option.dashed(), String.class).orElse("").strip();
        return value.isEmpty() ? Map.of() : Map.of(option.name(), checked(option, value));
    }

    private static String checked(Option option, String value) {
        if (!option.accepts(value)) {
            throw new PropertyException("The value of " + PREFIX + "." + option.dashed() + " cannot be used.",
                    "It takes " + option.form() + ", not \"" + value + "\"" + option.question(value) + ".");
        }
        return value;
    }

    private static Map<String, String> object(Binder binder, Map<String, String> all, Option option) {
        Map<String, String> values = new TreeMap<>(value(binder, option));
        all.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot > 0 && uniform(name.substring(0, dot)).equals(uniform(option.name()))) {
                values.put(option.name() + StringHelper.dashToCamelCase(name.substring(dot)), value);
            }
        });
        return values;
    }

    private static String uniform(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
