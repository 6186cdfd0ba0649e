// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Endpoints whose URIs differ only in a secret. */
class EndpointEqualityTest {

    @ParameterizedTest
    @ValueSource(strings = {"authtoken", "accessToken"})
    void eachEndpointSendsItsOwnSecretWhateverCamelCaches(String option) throws Exception {
        try (RecordingServer server = new RecordingServer(200, "[]"); DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").toD("personalize:events?operation=list&projectUid=p1&baseUrl=" + server.baseUrl() + "&" + option
                            + "=${header.secret}");
                }
            });
            context.start();
            for (String secret : List.of("first", "second", "first")) {
                context.createProducerTemplate().sendBodyAndHeader("direct:in", null, "secret", secret);
            }

            assertThat(server.requests().stream().flatMap(request -> Stream.of("authtoken", "authorization").map(request.headers()::get)
                    .filter(Objects::nonNull)).map(value -> value.replace("Bearer ", ""))).containsExactly("first", "second", "first");
        }
    }

    @Test
    void noEndpointEqualsAnotherOne() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            PersonalizeEndpoint one = context.getEndpoint("personalize:events?operation=list&projectUid=p1&authtoken=a",
                    PersonalizeEndpoint.class);
            PersonalizeEndpoint two = context.getEndpoint("personalize:events?operation=list&projectUid=p1&authtoken=b",
                    PersonalizeEndpoint.class);

            assertThat(one.getEndpointUri()).isEqualTo(two.getEndpointUri());
            assertThat(one).isNotEqualTo(two).isEqualTo(one).hasSameHashCodeAs(one);
        }
    }
}
