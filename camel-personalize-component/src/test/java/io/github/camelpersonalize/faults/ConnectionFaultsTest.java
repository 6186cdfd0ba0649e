// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.RecordedRequest;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Connections that are refused, and connections that break before there is an answer. */
@BothDialects
class ConnectionFaultsTest extends ServerFaultRoutes {

    @Test
    void F26_aRefusedConnectionIsTriedAgainAndNothingIsInDoubt() {
        server.refuseConnections();
        for (String uri : List.of(LIST, UPDATE, DELETE, CREATE)) {
            Exchange exchange = send(uri, age());

            PersonalizeUnavailableException failed = unavailable(exchange);
            assertThat(failed.getMessage()).contains("no response from 127.0.0.1: ", "Connection refused",
                    "; given up after 3 attempts in ", " s (maxRetries=2)");
            assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
            assertThat(exchange.getMessage().getHeader("CamelPersonalizeRequestCount")).isEqualTo(3);
            assertThat(bodyOf(exchange)).isEqualTo(age());
        }
        assertThat(time.sleeps()).hasSize(4 * 2);
    }

    @Test
    void F26_aServerThatIsBackIsCalledAsIfNothingHadBeen() {
        server.refuseConnections();
        time.duringNextSleep(server::acceptConnections);

        assertOutcome(send(CREATE, age()), "CREATED", 2);

        assertThat(calls()).containsExactly(POST_ATTRIBUTES);
        assertThat(server.state("attributes")).hasSize(1);
    }

    @Test
    void F26_aNameThatCannotBeResolvedIsTriedAgain() {
        time.stand();
        Exchange exchange = send(CREATE + "&maxRetries=1&allowInsecureHttp=true&baseUrl=http://service.invalid", age());

        PersonalizeUnavailableException failed = unavailable(exchange);
        assertThat(failed).hasMessage(
                "attribute \"age\": no response from service.invalid: its name cannot be resolved; check baseUrl, and the proxy and the"
                        + " network up to there; given up after 2 attempts in " + time.waited() + " (maxRetries=1)");
        assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
    }

    static Stream<Named<Answer>> breaks() {
        return Stream.of(Named.of("reset", Answers.reset()), Named.of("FIN", Answers.fin()),
                Named.of("reset, unread", Answers.reset().unread()), Named.of("FIN, unread", Answers.fin().unread()));
    }

    static Stream<Arguments> breaksOnConnections() {
        return Stream.of(false, true).flatMap(reused -> breaks().map(broken -> arguments(broken, reused)));
    }

    @ParameterizedTest(name = "{0}, reused: {1}")
    @MethodSource("breaksOnConnections")
    void F27_readsUpdatesAndDeletesAreSentAgain(Answer broken, boolean reused) {
        server.put("attributes", held());
        warm(reused);
        server.on("* /attributes/a1", broken);
        assertOutcome(send(UPDATE, age()), "UPDATED", 2);
        server.on(GET_ATTRIBUTES, broken);
        assertThat(send(LIST, null).getMessage().getBody(List.class)).singleElement();
        server.on("* /attributes/a1", broken);
        assertOutcome(send(DELETE, null), "DELETED", 2);

        assertThat(callsAfterWarming(reused)).containsExactly("PUT /attributes/a1", "PUT /attributes/a1", GET_ATTRIBUTES, GET_ATTRIBUTES,
                "DELETE /attributes/a1", "DELETE /attributes/a1");
        assertThat(server.state("attributes")).isEmpty();
    }

    @ParameterizedTest(name = "{0}, reused: {1}")
    @MethodSource("breaksOnConnections")
    void F27_aCreateIsLookedUpBeforeItIsSentAgain(Answer broken, boolean reused) {
        warm(reused);
        server.on(POST_ATTRIBUTES, broken);

        assertOutcome(send(CREATE, age()), "CREATED", 3);

        assertThat(callsAfterWarming(reused)).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES, POST_ATTRIBUTES);
        assertThat(time.sleeps().get(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(server.state("attributes")).hasSize(1);
    }

    @Test
    void F27_aConnectionThatTheServerHasClosedMeanwhileCostsNothing() {
        server.on(GET_ATTRIBUTES, Answers.closing());
        send(LIST, null);

        assertThat(send(LIST, null).getException()).isNull();

        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void F27_aDeleteWhoseAnswerWasLostIsADeleteAllTheSame() {
        server.put("attributes", held());
        server.on("DELETE /attributes/a1", Answers.reset().applied());

        // The list tells the 404 of a definition that is gone from that of a project that is not there.
        assertOutcome(send(DELETE, null), "DELETED", 3);
    }

    private void warm(boolean reused) {
        if (reused) {
            send(LIST, null);
        }
    }

    private List<String> callsAfterWarming(boolean reused) {
        List<RecordedRequest> recorded = server.recorded();
        if (reused) {
            assertThat(recorded.get(1).connection()).isEqualTo(recorded.get(0).connection());
        }
        return calls().subList(reused ? 1 : 0, recorded.size());
    }
}
