// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the service may speak either dialect and nobody has said which, the log says which one is assumed. */
class AssumedDialectTest {

    private static final String LIST = "personalize:attributes?operation=list&projectUid=p1&authtoken=t";

    @Test
    void aRegionsHostWithoutTheOptionIsToldOnceAComponent() {
        assertThat(told(options -> {}, LIST, LIST + "&region=aws-eu", "personalize:events?operation=list&projectUid=p1&authtoken=t"))
                .containsExactly("The option dialect is not set, so that dialect=contract is assumed for personalize-api.contentstack.com;"
                        + " docs/dialects.adoc says how to find out which one the service speaks. Set the option, and this message ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://eu-personalize-api.contentstack.com", "https://EU-personalize-api.contentstack.com/v1"})
    void aRegionsHostAsBaseUrlIsToldToo(String baseUrl) {
        assertThat(told(options -> {}, LIST + "&baseUrl=" + baseUrl)).singleElement().asString()
                .contains("dialect=contract is assumed for eu-personalize-api.contentstack.com;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8181", "http://localhost:8181", "https://gateway.example.com/personalize",
            "https://personalize-api.contentstack.com.example.com"})
    void aHostThatIsNoRegionsIsNot(String baseUrl) {
        assertThat(told(options -> {}, LIST + "&baseUrl=" + baseUrl)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "live"})
    void anEndpointThatSaysItsDialectIsNot(String dialect) {
        assertThat(told(options -> {}, LIST + "&dialect=" + dialect)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "live"})
    void aComponentThatSaysItForItsEndpointsIsNot(String dialect) {
        assertThat(told(options -> options.setDialect(dialect), LIST)).isEmpty();
    }

    private static List<String> told(Consumer<PersonalizeConfiguration> setUp, String... uris) {
        LoggerFactory.getLogger(ComponentServices.class);
        try (TraceLog log = new TraceLog(ComponentServices.class.getName()); DefaultCamelContext context = new DefaultCamelContext()) {
            setUp.accept(context.getComponent("personalize", PersonalizeComponent.class).getConfiguration());
            context.start();
            for (String uri : uris) {
                context.getEndpoint(uri);
            }
            return log.messages("INFO", ComponentServices.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
