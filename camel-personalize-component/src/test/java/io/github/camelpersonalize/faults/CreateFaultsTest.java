// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.CutPoint;
import io.github.camelpersonalize.faultserver.Ending;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Creates whose answer is lost, or says that there is such a thing already: in the end there is one. */
@BothDialects
class CreateFaultsTest extends ServerFaultRoutes {

    private static final String PUT_A1 = "PUT /attributes/a1";
    private String years() {
        return age().replace("Age", "Years");
    }
    private static final int CUTS = 1000;
    /** More bytes than any answer here has. */
    private static final int WHOLE_ANSWER = 400;

    static Stream<Named<Answer>> lostAnswers() {
        return Stream.of(Named.of("reset", Answers.reset()), Named.of("FIN", Answers.fin()), Named.of("408", Answers.status(408)),
                Named.of("500", Answers.status(500)), Named.of("502", Answers.status(502)), Named.of("503", Answers.status(503)),
                Named.of("504", Answers.status(504)), Named.of("half a body", Answers.truncated()),
                Named.of("a page", Answers.ok("<h1>Sign in</h1>").header("Content-Type", "text/html")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void F43_whatWasCreatedAsWantedIsAdopted(Answer lost) {
        server.on(POST_ATTRIBUTES, lost.applied());

        assertOutcome(send(CREATE, age()), "ADOPTED", 2);

        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES);
        assertHeld("Age");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void F43_whatWasNotCreatedIsCreatedAfterALook(Answer lost) {
        server.on(POST_ATTRIBUTES, lost);

        assertOutcome(send(CREATE, age()), "CREATED", 3);

        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES, POST_ATTRIBUTES);
        assertHeld("Age");
    }

    @Test
    void F43_whatIsThereAndDifferentIsUpdated() {
        server.put("attributes", held());
        server.on(POST_ATTRIBUTES, Answers.reset());

        assertOutcome(send(CREATE, age()), "UPDATED", 3);

        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES, PUT_A1);
        assertHeld("Age");
    }

    @Test
    void F43_aListThatLagsBehindCostsOneMoreRequestAndNoDouble() {
        server.on(POST_ATTRIBUTES, Answers.reset().applied());
        server.on(GET_ATTRIBUTES, Answers.ok(samples.list()));

        assertOutcome(send(CREATE, age()), "ADOPTED", 4);

        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES, POST_ATTRIBUTES, GET_ATTRIBUTES);
        assertHeld("Age");
    }

    @Test
    void F43_aListThatStaysBehindLeavesTheOutcomeUnknownAndTheRecordIsNotToBlame() {
        server.on(POST_ATTRIBUTES, Answers.reset().applied());
        server.always(GET_ATTRIBUTES, Answers.ok(samples.list()));

        PersonalizeUnavailableException failed = unavailable(send(CREATE, age()));

        assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        server.behave();
        assertHeld("Age");
    }

    @Test
    void F43_aThousandCutsAtRandomPointsLeaveOneOfEach() {
        Random random = new Random(43);
        component().getConfiguration().setMaxRetries(10);
        component().getConfiguration().setRetryTimeout(600_000);
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < CUTS; i++) {
            for (int cut = 0; cut <= random.nextInt(3); cut++) {
                server.cut(new CutPoint(1 + random.nextInt(3), random.nextInt(CutPoint.NOT_READ, WHOLE_ANSWER),
                        random.nextBoolean() ? Ending.RESET : Ending.FIN));
            }
            Exchange exchange = send("personalize:events?operation=create", samples.event("key-" + i, "Event " + i));
            assertThat(exchange.getException()).isNull();
            outcomes.add(exchange.getMessage().getHeader("CamelPersonalizeOutcome", String.class));
            server.behave();
            if (i % 50 == 49) {
                assertOneOfEach();
            }
        }
        assertThat(outcomes).containsOnly("CREATED", "ADOPTED").contains("CREATED", "ADOPTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409})
    void F44_aDuplicateThatIsAsWantedIsASuccess(int status) {
        server.put("attributes", held());
        server.on(POST_ATTRIBUTES, Answers.status(status).body("{\"message\": \"attribute with key age already exists\"}"));

        assertOutcome(send(CREATE, years()), "ADOPTED", 2);

        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409})
    void F44_aDuplicateThatDiffersIsAConflictAndIsLeftAlone(int status) {
        server.put("attributes", held());
        server.on(POST_ATTRIBUTES, Answers.status(status).body("{\"message\": \"Duplicate key\"}"));

        PersonalizeRejectedException failed = rejected(send(CREATE, age()));

        assertThat(failed).hasMessage("attribute \"age\": project \"p1\" already has a definition with this key (uid a1), which differs in"
                + " /name; update that one, or choose another key");
        assertThat(failed.getOutcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES);
        assertHeld("Years");
    }

    @Test
    void F44_aDuplicateAfterALostCreateIsOurs() {
        server.on(POST_ATTRIBUTES, Answers.reset().applied());
        server.on(GET_ATTRIBUTES, Answers.ok("[]"));
        Exchange exchange = send(CREATE, age());

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("ADOPTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void F44_aRefusalForAnotherReasonIsNoDuplicate(int status) {
        server.on(POST_ATTRIBUTES, Answers.status(status).body("{\"message\": \"data_type must not be changed\"}"));

        assertThat(rejected(send(CREATE, age())).getOutcome()).isEqualTo(Outcome.REJECTED);

        assertThat(calls().stream().filter(POST_ATTRIBUTES::equals)).hasSize(1);
        assertThat(server.state("attributes")).isEmpty();
    }

    private void assertHeld(String name) {
        assertThat(server.state("attributes")).singleElement()
                .satisfies(actual -> assertThat(actual.get("name").textValue()).isEqualTo(name));
    }

    private void assertOneOfEach() {
        List<String> keys = server.state("events").stream().map(event -> event.get("key")).map(JsonNode::textValue).toList();
        assertThat(keys).doesNotHaveDuplicates();
        server.state("events").forEach(event -> server.remove("events", event.get("uid").textValue()));
        assertThat(keys).hasSize(50);
    }
}
