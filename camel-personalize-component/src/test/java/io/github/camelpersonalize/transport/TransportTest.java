// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.time.Duration;
import java.util.Map;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.RecordingServer;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TransportTest extends EmulatedRoutes {

    private static final String LIST = "personalize:events?operation=list";
    private static final String BIG = "{\"data\": [{\"uid\": \"u1\", \"name\": \"" + "x".repeat(4000) + "\"}]}";

    @Test
    void anAnswerThatDoesNotComeEndsWithTheDeadline() {
        emulator().script(Script.on("GET", "/events").then(Step.pass().after(Duration.ofSeconds(20))));

        Exchange exchange = send(LIST + "&requestTimeout=300", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("event: no response from 127.0.0.1: no complete response within requestTimeout=300ms");
    }

    @Test
    void aBodyThatTricklesEndsWithTheDeadlineToo() {
        emulator().script(Script.on("GET", "/events").then(Step.status(200).body(BIG).bodyOver(Duration.ofSeconds(20))));

        Exchange exchange = send(LIST + "&requestTimeout=500", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("event: no response from 127.0.0.1: no complete response within requestTimeout=500ms");
    }

    @Test
    void anAnswerLargerThanItMayBeIsAnError() {
        emulator().script(Script.on("GET", "/events").then(Step.status(200).body(BIG)));

        Exchange exchange = send(LIST + "&maxResponseSize=2KB", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("event: no response from 127.0.0.1: the response is larger than maxResponseSize=2048 bytes");
    }

    @Test
    void aServiceThatDoesNotListenIsUnavailableAndNothingIsUnknown() {
        Exchange exchange = send("personalize:events?operation=create&baseUrl=http://127.0.0.1:1", Map.of("name", "P", "key", "p"));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeUnavailableException.class,
                e -> assertThat(e.getOutcome()).isEqualTo(Outcome.BLOCKED));
    }

    @Test
    void aPathInTheBaseUrlIsKept() {
        try (RecordingServer gateway = new RecordingServer(200, "{\"data\": []}")) {
            send(LIST + "&baseUrl=" + gateway.baseUrl() + "/gateway/personalize/", null);

            assertThat(gateway.requests()).extracting("target").containsExactly("/gateway/personalize/events");
        }
    }

    @Test
    void requestsGoThroughTheProxyThatTheOptionsName() {
        try (RecordingServer proxy = new RecordingServer(200, "{\"data\": []}")) {
            int port = Integer.parseInt(proxy.baseUrl().replaceAll(".*:", ""));

            Exchange exchange = send(LIST + "&baseUrl=http://service.invalid&allowInsecureHttp=true&proxyHost=127.0.0.1&proxyPort=" + port,
                    null);

            assertThat(exchange.getException()).isNull();
            assertThat(proxy.requests()).singleElement().satisfies(request -> {
                assertThat(request.target()).isIn("http://service.invalid/events", "http://service.invalid:80/events");
                assertThat(request.headers()).containsEntry("host", "service.invalid");
            });
        }
    }

    @Test
    void theContextsOwnHttpComponentIsNotTouched() {
        send(LIST, null);

        assertThat(context.hasComponent("http")).isNull();
        assertThat(context.hasComponent("https")).isNull();
    }
}
