// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.MemoryTokenStore;
import io.github.camelpersonalize.model.Json;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.util.TimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each option is what was set, begins with what the catalogue says, and has nothing to do with any other. */
class ConfigurationOptionsTest {

    private final PersonalizeConfiguration options = new PersonalizeConfiguration();

    static List<String> names() throws Exception {
        return List.copyOf(properties().keySet());
    }

    private static Map<String, PropertyDescriptor> properties() throws Exception {
        return Stream.of(Introspector.getBeanInfo(PersonalizeConfiguration.class, Object.class).getPropertyDescriptors())
                .filter(property -> property.getWriteMethod() != null)
                .collect(Collectors.toMap(PropertyDescriptor::getName, property -> property, (one, other) -> one, TreeMap::new));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anOptionIsWhatWasSetAndNoOtherChanges(String name) throws Exception {
        Map<String, Object> expected = values(options);
        Object value = another(properties().get(name).getPropertyType(), expected.get(name), name);

        set(options, name, value);

        expected.put(name, value);
        assertThat(values(options)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCopyHasAllOptionsAndIsChangedAlone(String name) throws Exception {
        Object before = values(options).get(name);
        Object value = another(properties().get(name).getPropertyType(), before, name);
        set(options, name, value);

        PersonalizeConfiguration copy = options.copy();
        assertThat(values(copy)).isEqualTo(values(options));
        set(copy, name, another(properties().get(name).getPropertyType(), value, name + "2"));
        assertThat(values(options)).containsEntry(name, value);
    }

    @ParameterizedTest
    @MethodSource("names")
    void anOptionBeginsWithWhatTheCatalogueSays(String name) throws Exception {
        JsonNode option = catalogue().path("properties").path(name);
        String said = option.path("defaultValue").asText(null);
        Object value = name.equals("dialect") ? said : values(options).get(name); // Whether it was set must be known.

        boolean isDuration = "duration".equals(option.path("type").asText()) && said != null && !said.equals("-1");
        assertThat(value == null ? null : String.valueOf(value))
                .isEqualTo(isDuration ? String.valueOf(TimeUtils.toMilliSeconds(said)) : said);
    }

    private static JsonNode catalogue() throws Exception {
        try (InputStream in = PersonalizeConfiguration.class
                .getResourceAsStream("/META-INF/io/github/camelpersonalize/personalize.json")) {
            return Json.read(in.readAllBytes());
        }
    }

    /** Files and variables often end with a line break. */
    @ParameterizedTest
    @ValueSource(strings = {"operation", "projectUid", "organizationUid", "region", "dialect", "authtoken", "accessToken", "clientId",
            "clientSecret", "refreshToken", "tokenUrl", "scope", "oauthProfile", "headerOverrides", "versionField", "changes",
            "maxResponseSize", "proxyHost", "proxyAuthScheme", "nonProxyHosts"})
    void whiteSpaceAroundAnOptionDoesNotCountAndAnEmptyOneIsNotSet(String name) throws Exception {
        Object unset = values(options).get(name);

        set(options, name, " value\n");
        assertThat(values(options)).containsEntry(name, "value");
        set(options, name, " \n");
        assertThat(values(options)).containsEntry(name, unset);
    }

    @Test
    void anEmptyBaseUrlDoesNotReplaceOneThatIsSet() {
        options.setBaseUrl("https://gateway.example.com");
        options.setBaseUrl(" ");
        assertThat(options.getBaseUrl()).isEqualTo("https://gateway.example.com");
        options.setBaseUrl(null);
        assertThat(options.getBaseUrl()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"referredAttributes, age", "referredAudiences, Adults", "referredEvents, purchase", "name, Berlin", "code, DE",
            "from, 2026-01-01", "to, 2026-02-01", "metric, clicks"})
    void whatAQueryAsksForIsAParameterOfCalls(String name, String value) throws Exception {
        set(options, name, value);
        assertThat(options.calls().parameters()).isEqualTo(Map.of(name, value));
        set(options, name, " ");
        assertThat(options.calls().parameters()).isEmpty();
    }

    @Test
    void soAreTheAudiencesOfLytics() {
        options.setIncludeLyticsAudiences(true);
        assertThat(options.calls().parameters()).isEqualTo(Map.of("includeLyticsAudiences", "true"));
    }

    @Test
    void anActivationWaitsAsLongAsItShould() {
        assertThat(options.calls().waitForSync()).isZero();
        options.setWaitForSync(1_500);
        assertThat(options.calls().waitForSync()).isEqualTo(Duration.ofMillis(1_500));
        options.setResource("experiences");
        options.setWaitForSync(-1);
        assertThatThrownBy(options::calls).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:experiences: the option waitForSync must be 0 or more");
    }

    private static Map<String, Object> values(PersonalizeConfiguration options) throws Exception {
        Map<String, Object> values = new TreeMap<>();
        for (PropertyDescriptor property : properties().values()) {
            Method getter = property.getReadMethod();
            values.put(property.getName(), getter.invoke(options));
        }
        return values;
    }

    private static void set(PersonalizeConfiguration options, String name, Object value) throws Exception {
        properties().get(name).getWriteMethod().invoke(options, value);
    }

    /** A value of the type that is not the one before. */
    private static Object another(Class<?> type, Object before, String name) {
        if (type.isEnum()) {
            List<?> constants = List.of(type.getEnumConstants());
            return constants.get((constants.indexOf(before) + 1) % constants.size());
        }
        if (type == boolean.class) {
            return !((boolean) before);
        }
        if (type == String.class) {
            return "the value of " + name;
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return number(type, before == null ? 1 : ((Number) before).intValue() + 1);
        }
        if (type == Credentials.class) {
            return Credentials.authtoken(name);
        }
        if (type == StateRepository.class) {
            return new MemoryStateRepository();
        }
        return type == SSLContextParameters.class ? new SSLContextParameters() : new MemoryTokenStore();
    }

    private static Object number(Class<?> type, int value) {
        if (type == int.class || type == Integer.class) {
            return value;
        }
        if (type == long.class) {
            return (long) value;
        }
        return (double) value;
    }
}
