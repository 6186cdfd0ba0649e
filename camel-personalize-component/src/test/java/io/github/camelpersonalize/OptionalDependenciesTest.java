// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What shows the component to operators, and the endpoint DSL, are optional: without them the component works, and nothing is missed. */
class OptionalDependenciesTest extends EmulatedRoutes {

    private static final List<String> OPTIONAL = List.of("camel-health", "camel-telemetry", "micrometer", "camel-management-4",
            "camel-console", "camel-endpointdsl", "camel-kafka", "kafka-clients");

    @Test
    void theComponentWorksWhereNoneOfThemIsPresent() throws Exception {
        try (URLClassLoader bare = withoutOptionalDependencies()) {
            assertThatThrownBy(() -> bare.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> bare.loadClass("org.apache.camel.telemetry.SpanDecorator"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> bare.loadClass("org.apache.camel.impl.health.AbstractHealthCheck"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> bare.loadClass("org.apache.kafka.clients.consumer.Consumer"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> bare.loadClass("org.apache.camel.builder.endpoint.AbstractEndpointBuilder"))
                    .isInstanceOf(ClassNotFoundException.class);

            Object body = inside(bare,
                    "personalize:attributes?operation=list&projectUid=p1&authtoken=" + emulator().authtoken() + "&baseUrl="
                            + emulator().baseUrl());

            assertThat(body).asString().isEqualTo("[]");
            assertThat(calls()).containsExactly("GET /attributes");
        }
    }

    private static Object inside(URLClassLoader loader, String uri) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return loader.loadClass(OneRequest.class.getName()).getMethod("send", String.class).invoke(null, uri);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Everything that this test has but for those jars, loaded anew. */
    private static URLClassLoader withoutOptionalDependencies() throws IOException {
        URL[] rest = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OPTIONAL.stream().noneMatch(Path.of(entry).getFileName().toString()::startsWith))
                .map(OptionalDependenciesTest::url).toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
