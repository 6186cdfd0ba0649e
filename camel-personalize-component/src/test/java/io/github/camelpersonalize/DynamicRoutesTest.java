// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code toD} with a uid or key out of the message. */
class DynamicRoutesTest extends EmulatedRoutes {

    @BeforeEach
    void addTheRoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:delete").toD("personalize:audiences?operation=delete&uid=${header.id}");
                from("direct:get").toD("personalize:audiences?operation=get&key=${header.name}");
            }
        });
    }

    @Test
    void manyUidsNeedOneEndpoint() {
        emulator().seed(PROJECT, audiences(IntStream.range(0, 20).mapToObj(i -> "uid-" + i)));

        for (int i = 0; i < 20; i++) {
            assertThat(sendTo("direct:delete", Map.of("id", "uid-" + i)).getException()).isNull();
        }

        assertThat(context.getEndpoints()).filteredOn(PersonalizeEndpoint.class::isInstance).hasSize(1);
        assertThat(calls()).hasSize(20).contains("DELETE /audiences/uid-0", "DELETE /audiences/uid-19");
    }

    @Test
    void aKeyOfSeveralWordsReachesItsDefinition() {
        String name = "VIP members, über 18";
        send("personalize:audiences?operation=create", Map.of("name", name));

        assertThat(definition(sendTo("direct:get", Map.of("name", name))))
                .containsEntry("name", name);
    }

    @Test
    void whatTheUriSaysWinsOverAHeaderThatIsLeftFromBefore() {
        emulator().seed(PROJECT, audiences(Stream.of("right", "wrong")));

        sendTo("direct:delete", Map.of("id", "right", "CamelPersonalizeUid", "wrong", "CamelPersonalizeKey", "wrong"));

        assertThat(calls()).containsExactly("DELETE /audiences/right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&baseUrl=http://127.0.0.1:1", "a&operation=list", "a&uid=b", "a&authtoken=x&projectUid=p2"})
    void aMessageCannotAddOptionsToTheUri(String id) {
        assertThat(sendTo("direct:delete", Map.of("id", id)).getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("audience: the option uid is not legal: a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not"
                        + " only dots");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aUidThatIsNoneIsRefusedHereToo() {
        assertThat(sendTo("direct:delete", Map.of("id", "..")).getException()).isInstanceOf(PersonalizeRejectedException.class);
        assertThat(calls()).isEmpty();
    }

    private static String audiences(Stream<String> uids) {
        return "{\"audiences\": ["
                + uids.map(uid -> "{\"uid\": \"" + uid + "\", \"name\": \"" + uid + "\"}").collect(Collectors.joining(",")) + "]}";
    }

    private Exchange sendTo(String route, Map<String, Object> headers) {
        return context.createProducerTemplate().send(route, exchange -> headers.forEach(exchange.getMessage()::setHeader));
    }
}
