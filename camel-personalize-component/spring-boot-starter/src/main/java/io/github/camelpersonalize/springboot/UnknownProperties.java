// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.camelpersonalize.text.Nearest;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Properties that begin like the component's and are none of them: an option that is mistyped must not be taken for one that is missing. */
final class UnknownProperties {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(ComponentProperties.PREFIX);
    private static final String VARIABLE_PREFIX = variable(ComponentProperties.PREFIX) + "_";
    /** What all components of Camel have, beside their options. */
    private static final List<String> COMMON = List.of("enabled", "customizer.enabled");

    private final Catalogue catalogue;

    UnknownProperties(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Looks through all sources that can tell what they have.
     *
     * @throws PropertyException
     *             when one of them has such a property
     */
    void refuse(ConfigurableEnvironment environment) {
        String unknown = StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false).flatMap(this::unknown)
                .distinct().collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new PropertyException("The component personalize has no option " + unknown + ".",
                    "The options of " + PREFIX + " are " + names().sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private Stream<String> unknown(ConfigurationPropertySource source) {
        if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
            return Stream.of(variables.getPropertyNames()).filter(this::isUnknownVariable)
                    .map(name -> name + question(name.substring(VARIABLE_PREFIX.length())));
        }
        return source instanceof IterableConfigurationPropertySource properties
                ? properties.stream().filter(this::isUnknown)
                        .map(name -> name + question(name.toString().substring(ComponentProperties.PREFIX.length() + 1))
                                + origin(properties, name))
                : Stream.empty();
    }

    private boolean isUnknown(ConfigurationPropertyName name) {
        return PREFIX.isAncestorOf(name) && names().map(PREFIX::append).noneMatch(name::equals)
                && objects().map(PREFIX::append).noneMatch(object -> object.isAncestorOf(name));
    }

    /** The dashes of a name are left out in a variable, or underscores. */
    private boolean isUnknownVariable(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return name.startsWith(VARIABLE_PREFIX)
                && names().noneMatch(known -> name.equals(VARIABLE_PREFIX + variable(known))
                        || name.equals(VARIABLE_PREFIX + variable(known.replace('-', '_'))))
                && objects().noneMatch(object -> name.startsWith(VARIABLE_PREFIX + variable(object) + "_"));
    }

    private String question(String name) {
        return Nearest.question(name, names().toList());
    }

    private Stream<String> names() {
        return Stream.concat(catalogue.options().stream().map(Option::dashed), COMMON.stream());
    }

    private Stream<String> objects() {
        return catalogue.options().stream().filter(Option::isObject).map(Option::dashed);
    }

    private static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String origin(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return Optional.ofNullable(Origin.from(source.getConfigurationProperty(name))).map(origin -> " (" + origin + ")").orElse("");
    }
}
