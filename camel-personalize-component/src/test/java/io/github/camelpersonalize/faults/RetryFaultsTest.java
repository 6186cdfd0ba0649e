// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which answers are worth another try, how many there are, and which answers are final. */
@BothDialects
class RetryFaultsTest extends ServerFaultRoutes {

    private static final String PUT_A1 = "PUT /attributes/a1";
    private static final String DELETE_A1 = "DELETE /attributes/a1";

    @ParameterizedTest
    @ValueSource(ints = {408, 421, 425, 500, 502, 503, 504})
    void F39_readsUpdatesAndDeletesAreTriedAgain(int status) {
        server.put("attributes", held());
        server.on("** **", Answers.status(status), Answers.status(status));
        assertThat(send(LIST, null).getMessage().getBody(List.class)).singleElement();
        server.on("** **", Answers.status(status), Answers.status(status).applied());
        assertOutcome(send(UPDATE, age()), "UPDATED", 3);
        // With these two the service says that it has not even looked at the request.
        boolean isUntouched = status == 421 || status == 425;
        server.on("** **", Answers.status(status), isUntouched ? Answers.status(status) : Answers.status(status).applied());
        assertOutcome(send(DELETE, null), "DELETED", isUntouched ? 3 : 4);

        assertThat(calls()).startsWith(GET_ATTRIBUTES, GET_ATTRIBUTES, GET_ATTRIBUTES, PUT_A1, PUT_A1, PUT_A1, DELETE_A1, DELETE_A1,
                DELETE_A1);
        // What is gone is gone from this project, and not because there is no such project.
        assertThat(calls().subList(9, calls().size())).isEqualTo(isUntouched ? List.of() : List.of(GET_ATTRIBUTES));
        assertThat(server.state("attributes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"408, ADOPTED, 2", "500, ADOPTED, 2", "502, ADOPTED, 2", "503, ADOPTED, 2", "504, ADOPTED, 2"})
    void F39_aCreateIsLookedUpInstead(int status, String outcome, int requests) {
        server.on(POST_ATTRIBUTES, Answers.status(status).applied());

        assertOutcome(send(CREATE, age()), outcome, requests);

        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES);
    }

    @Test
    void F39_theTriesAreAsManyAsTheOptionSaysAndTheLastAnswerIsTold() {
        server.on(PUT_A1, Answers.status(500), Answers.status(502), Answers.status(504));
        time.stand();

        Exchange exchange = send(UPDATE, age());

        PersonalizeUnavailableException failed = unavailable(exchange);
        assertThat(failed).hasMessage("attribute \"age\": the service failed with 504: scripted; given up after 3 attempts in "
                + time.waited() + " (maxRetries=2)");
        assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failed.getStatus()).isEqualTo(504);
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeRequestCount")).isEqualTo(3);
        assertThat(calls()).containsExactly(PUT_A1, PUT_A1, PUT_A1);
    }

    @Test
    void F39_withoutRetriesThereIsOneTry() {
        server.always(PUT_A1, Answers.status(503));

        assertThat(unavailable(send(UPDATE + "&maxRetries=0", age())))
                .hasMessage("attribute \"age\": the service failed with 503: scripted");

        assertThat(calls()).containsExactly(PUT_A1);
    }

    @Test
    void F39_theWaitsAreOfAnyLengthUpToABoundThatDoubles() {
        server.on(GET_ATTRIBUTES, Collections.nCopies(10, Answers.status(503)).toArray(Answer[]::new));

        assertThat(send(LIST + "&maxRetries=10&retryTimeout=10m", null).getException()).isNull();

        List<Long> bounds = List.of(250L, 500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 20_000L, 20_000L, 20_000L);
        assertThat(time.sleeps()).hasSameSizeAs(bounds).zipSatisfy(bounds,
                (wait, bound) -> assertThat(wait.toMillis()).isBetween(0L, bound));
        // By chance two may be the same, of milliseconds; half of them are not.
        assertThat(Set.copyOf(time.sleeps())).hasSizeGreaterThan(5);
    }

    @Test
    void F39_theTimeOfAllTriesIsBounded() {
        server.always(GET_ATTRIBUTES, Answers.status(503).header("Retry-After", "50"));
        time.stand();

        assertThat(unavailable(send(LIST + "&maxRetries=100", null)))
                .hasMessage(
                        "attribute: the service failed with 503: scripted; given up after 3 attempts in " + time.waited()
                                + ", because the next could not"
                                + " begin within retryTimeout=120000ms (the service asks for 50 s)");

        assertThat(calls()).hasSize(3);
        assertThat(time.sleeps().stream().reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
    }

    @Test
    void F39_aCreateThatIsAnsweredAllWrongIsBoundedToo() {
        server.always("** **", Answers.status(503));

        Exchange exchange = send(CREATE, age());

        assertThat(unavailable(exchange).getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES, GET_ATTRIBUTES, GET_ATTRIBUTES);
    }

    @Test
    void F39_aCreateThatIsRefusedNowInThisWayNowInThatIsTriedNoMoreOftenThanTheOptionSays() {
        server.on(POST_ATTRIBUTES, alternating(100, Answers.status(421), Answers.status(503)));

        time.stand();

        Exchange exchange = send(CREATE, age());

        assertThat(unavailable(exchange)).hasMessageEndingWith("; given up after 3 attempts in " + time.waited() + " (maxRetries=2)");
        assertThat(calls()).containsExactly(POST_ATTRIBUTES, POST_ATTRIBUTES, GET_ATTRIBUTES, POST_ATTRIBUTES);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 9", "0, 2, 3", "2, 1, 6"})
    void F39_redeliveriesOfCamelMultiplyTheTries(int maxRetries, int redeliveries, int requests) throws Exception {
        server.always(PUT_A1, Answers.status(503));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().logExhausted(false).maximumRedeliveries(redeliveries).redeliveryDelay(0));
                from("direct:redelivered").to(UPDATE + "&maxRetries=" + maxRetries);
            }
        });

        Exchange exchange = context.createProducerTemplate().send("direct:redelivered", in -> in.getMessage().setBody(age()));

        unavailable(exchange);
        assertThat(calls()).hasSize(requests).containsOnly(PUT_A1);
    }

    @ParameterizedTest
    @CsvSource({"400, Rejected", "403, Auth", "404, Configuration", "405, Configuration", "409, Rejected", "410, Rejected",
            "413, Rejected", "415, Rejected", "422, Rejected", "451, Rejected", "418, Rejected", "501, Unavailable", "505, Unavailable",
            "511, Unavailable"})
    void F40_finalAnswersAreNotAskedForTwice(int status, String ofRecords) {
        server.always("** **", Answers.status(status));
        for (String uri : List.of(LIST, UPDATE, CREATE, "personalize:experiences?operation=get&uid=e1")) {
            int before = calls().size();
            // A list contains nothing of a record that could be refused, and a collection is never gone.
            boolean isOfNoRecord = uri.equals(LIST) || uri.equals(CREATE) && status == 410;
            String kind = isOfNoRecord ? ofRecords.replace("Rejected", "Configuration") : ofRecords;

            Exchange exchange = send(uri, age());

            assertThat(exchange.getException().getClass().getSimpleName()).isEqualTo("Personalize" + kind + "Exception");
            assertThat(((PersonalizeException) exchange.getException()).getStatus()).isEqualTo(status);
            assertThat(exchange.getMessage().getHeader("CamelPersonalizeStatusCode")).isEqualTo(status);
            assertThat(calls().subList(before, calls().size())).doesNotHaveDuplicates();
        }
        assertThat(time.sleeps()).allMatch(wait -> wait.equals(Duration.ofSeconds(1)));
    }

    @Test
    void F40_whatIsGoneAlreadyCountsAsDeleted() {
        assertOutcome(send(DELETE, null), "UNCHANGED", 2);
        assertOutcome(send("personalize:attributes?operation=delete&key=age", null), "UNCHANGED", 1);

        assertThat(calls()).containsExactly(DELETE_A1, GET_ATTRIBUTES, GET_ATTRIBUTES);
    }

    @Test
    void F40_whatWasDeletedAndCreatedAnewMeanwhileIsFoundOnceByItsKey() {
        server.put("attributes", held().replace("a1", "a2"));

        assertOutcome(send(UPDATE, age()), "UPDATED", 3);

        assertThat(calls()).containsExactly(PUT_A1, GET_ATTRIBUTES, "PUT /attributes/a2");
        assertThat(server.state("attributes")).singleElement()
                .satisfies(actual -> assertThat(actual.get("name").textValue()).isEqualTo("Age"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "a2"})
    void F40_itIsLookedForOnlyOnce(String uid) {
        server.put("attributes", held().replace("a1", uid));
        server.always("PUT **", Answers.status(404));

        assertThat(rejected(send(UPDATE, age())).getStatus()).isEqualTo(404);

        assertThat(calls()).startsWith(PUT_A1, GET_ATTRIBUTES).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void F40_whatIsGoneIsNotCreatedByAnUpdate() {
        assertThat(rejected(send(UPDATE, age())).getStatus()).isEqualTo(404);

        assertThat(calls()).containsExactly(PUT_A1, GET_ATTRIBUTES);
        assertThat(server.state("attributes")).isEmpty();
    }

    private static Answer[] alternating(int times, Answer... answers) {
        return Collections.nCopies(times, Arrays.asList(answers)).stream().flatMap(List::stream).toArray(Answer[]::new);
    }
}
