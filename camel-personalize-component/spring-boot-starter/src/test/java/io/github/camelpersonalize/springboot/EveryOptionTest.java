// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.PersonalizeComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepositoryJsonBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The options of the component, as Camel's catalogue has them, are those that are bound and those that IDEs know. */
class EveryOptionTest {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    static Stream<Option> options() {
        return Catalogue.read().options().stream();
    }

    @Test
    void isBound() throws ReflectiveOperationException {
        Map<Option, Object> values = new LinkedHashMap<>();
        for (Option option : options().toList()) {
            values.put(option, anotherValue(option));
        }

        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class, PersonalizeComponentAutoConfiguration.class))
                .withInitializer(application -> values.forEach((option, value) -> {
                    if (option.isObject()) {
                        application.getBeanFactory().registerSingleton(option.name(), value);
                    }
                }))
                .withPropertyValues(values.entrySet().stream().map(entry -> "camel.component.personalize." + entry.getKey().dashed() + "="
                        + written(entry.getKey(), entry.getValue())).toArray(String[]::new))
                .run(application -> {
                    PersonalizeComponent component = application.getBean(CamelContext.class).getComponent("personalize",
                            PersonalizeComponent.class);
                    PropertyConfigurerGetter options = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
                    values.forEach((option, value) -> assertThat(options.getOptionValue(component, option.name(), false)).as(option.name())
                            .isEqualTo(read(value)));
                });
    }

    @Test
    void isToldToIdes() throws Exception {
        Map<String, ConfigurationMetadataProperty> metadata = metadata();

        options().forEach(option -> {
            ConfigurationMetadataProperty property = metadata.get("camel.component.personalize." + option.dashed());
            assertThat(property).as(option.name()).isNotNull();
            assertThat(property.getDescription()).as(option.name()).isEqualTo(option.entry().get("description").asText());
            assertThat(Objects.toString(property.getDefaultValue(), "")).as(option.name())
                    .isEqualTo(option.entry().path("defaultValue").asText());
            assertThatCode(() -> type(property.getType())).as(option.name()).doesNotThrowAnyException();
        });
    }

    @Test
    void idesAreToldOfNothingElse() throws Exception {
        assertThat(metadata().keySet()).containsExactlyInAnyOrderElementsOf(Stream
                .concat(options().map(Option::dashed), Stream.of("enabled", "customizer.enabled"))
                .map(name -> "camel.component.personalize." + name)
                .toList());
    }

    private static Map<String, ConfigurationMetadataProperty> metadata() throws Exception {
        try (InputStream json = Files.newInputStream(METADATA)) {
            return ConfigurationMetadataRepositoryJsonBuilder.create(json).build().getAllProperties();
        }
    }

    private static String written(Option option, Object value) {
        return option.isObject() ? "#bean:" + option.name() : value instanceof Duration time ? time.toSeconds() + "s" : value.toString();
    }

    private static Object read(Object value) {
        return value instanceof Duration time ? time.toMillis() : value;
    }

    /** One that is not the default. */
    private static Object anotherValue(Option option) throws ReflectiveOperationException {
        String type = option.entry().path("type").asText();
        return switch (type) {
            case "boolean" -> !option.entry().path("defaultValue").asBoolean();
            case "integer" -> 7;
            case "number" -> 7.5;
            case "duration" -> Duration.ofSeconds(7);
            case "enum" -> last(option);
            case "object" -> thing(type(option.entry().path("javaType").asText()));
            case "string" -> "something";
            default -> throw new AssertionError("The option " + option.name() + " has a type that this test does not know: " + type);
        };
    }

    private static Object last(Option option) throws ClassNotFoundException {
        JsonNode values = option.entry().path("enum");
        String last = values.get(values.size() - 1).asText();
        Class<?> java = type(option.entry().path("javaType").asText());
        return java.isEnum()
                ? Stream.of(java.getEnumConstants()).filter(constant -> constant.toString().equals(last)).findFirst().orElseThrow()
                : last;
    }

    /** Without its type parameters. */
    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name.replaceAll("<.*", ""));
    }

    private static Object thing(Class<?> type) throws ReflectiveOperationException {
        return type.isInterface()
                ? Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                        (proxy, method, arguments) -> switch (method.getName()) {
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> 1;
                            case "toString" -> type.getSimpleName();
                            default -> throw new UnsupportedOperationException(method.getName());
                        })
                : type.getConstructor().newInstance();
    }
}
