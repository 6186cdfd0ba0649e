// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeConsumer;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Definition;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.Samples.uid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What changes in a project comes out of a route, once each. */
@BothDialects
class ConsumerTest extends ConsumerRoutes {

    private static final String ATTRIBUTES = "personalize:attributes?emitInitial=false";

    @Test
    void F66_theFirstPollRemembersWhatIsThereAndSendsNothing() throws Exception {
        lists("attributes", "[%s]".formatted(age()));

        assertThat(poll(consume(ATTRIBUTES))).isEmpty();
    }

    @Test
    void F66_theFirstPollSendsWhatIsThereWhenItIsToldTo() throws Exception {
        lists("attributes", "[%s, %s]".formatted(age(), city()), "[%s, %s]".formatted(age(), city()));
        PersonalizeConsumer consumer = consume("personalize:attributes?emitInitial=true");

        assertThat(poll(consumer)).containsExactly("CREATED attribute age", "CREATED attribute city");
        assertThat(poll(consumer)).isEmpty();
    }

    @Test
    void F66_aProjectThatWasEmptyAtFirstIsNotAtItsFirstPollAgain() throws Exception {
        lists("attributes", "[]", "[%s]".formatted(age()));
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);

        assertThat(poll(consumer)).containsExactly("CREATED attribute age");
    }

    @Test
    void F66_whatDidNotChangeIsNotSentAndCostsOneRequestAPoll() throws Exception {
        send("personalize:attributes?operation=create", age());
        emulator().clearRequests();
        PersonalizeConsumer consumer = consume(ATTRIBUTES);

        for (int i = 0; i < 5; i++) {
            assertThat(poll(consumer)).isEmpty();
        }

        assertThat(calls()).containsOnly("GET /attributes").hasSize(5);
    }

    @Test
    void F66_whatIsCreatedUpdatedAndDeletedIsSentOnceEach() throws Exception {
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);

        send("personalize:attributes?operation=create", age());
        assertThat(poll(consumer)).containsExactly("CREATED attribute age");
        assertThat(poll(consumer)).isEmpty();

        send("personalize:attributes?operation=update&key=age", age().replace("Age", "Age in years"));
        assertThat(poll(consumer)).containsExactly("UPDATED attribute age");
        assertThat(poll(consumer)).isEmpty();

        send("personalize:attributes?operation=delete&key=age", null);
        assertThat(poll(consumer)).containsExactly("DELETED attribute age");
        assertThat(poll(consumer)).isEmpty();
    }

    @Test
    void F66_aRenamingIsOneUpdate() throws Exception {
        lists("audiences", """
                [{"uid": "u1", "name": "Adults"}]""", """
                [{"uid": "u1", "name": "Grown-ups"}]""");
        PersonalizeConsumer consumer = consume("personalize:audiences?emitInitial=false");
        poll(consumer);

        assertThat(poll(consumer)).containsExactly("UPDATED audience Grown-ups");
    }

    @Test
    void F66_aListThatCannotBeReadDeletesNothing() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "{\"message\": \"sorry\"}", "[%s]".formatted(age()));
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);

        assertThat(poll(consumer)).isEmpty();
        assertThat(faults).singleElement().isInstanceOf(PersonalizeUnavailableException.class).asString()
                .contains("the response to GET /attributes is not a list of attributes");

        assertThat(poll(consumer)).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void F66_aPollOfAProjectThatFailsHalfWayTellsNothingOfTheOtherHalf() throws Exception {
        PersonalizeConsumer consumer = consume("personalize:project?emitInitial=false");
        poll(consumer);
        send("personalize:attributes?operation=create", age());
        emulator().script(Script.on("GET", "/audiences").thenStatuses(503));

        assertThat(poll(consumer)).isEmpty();
        assertThat(faults).singleElement().isInstanceOf(PersonalizeUnavailableException.class).asString()
                .contains("audience: the service failed with 503");

        assertThat(poll(consumer)).containsExactly("CREATED attribute age");
    }

    @Test
    void F66_aChangeThatTheRouteFailsWithIsSentAgainAndHoldsBackThoseBehindIt() throws Exception {
        lists("attributes", "[]", "[%s, %s]".formatted(age(), city()), "[%s, %s]".formatted(age(), city()),
                "[%s, %s]".formatted(age(), city()));
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);

        failing = change -> change.endsWith("age");
        assertThat(poll(consumer)).containsExactly("CREATED attribute age");
        assertThat(faults).singleElement().asString()
                .contains("the route failed with CREATED attribute \"age\", which will be delivered again", "no room");
        failing = change -> change.endsWith("city");
        assertThat(poll(consumer)).containsExactly("CREATED attribute age", "CREATED attribute city");
        failing = change -> false;
        assertThat(poll(consumer)).containsExactly("CREATED attribute city");
    }

    @Test
    void F66_aChangeThatWasNotDeliveredAndIsOvertakenByTheNextIsSentAsItIsNow() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "[%s]".formatted(age().replace("Age", "Age 2")),
                "[%s]".formatted(age().replace("Age", "Age 3")));
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);
        failing = change -> true;
        poll(consumer);
        failing = change -> false;

        assertThat(poll(consumer)).containsExactly("UPDATED attribute age");
        assertThat(exchanges.get(0).getMessage().getBody(Attribute.class).name()).isEqualTo("Age 3");
        assertThat(exchanges.get(0).getMessage().getHeader("CamelPersonalizePrevious", Attribute.class).name()).isEqualTo("Age");
    }

    @Test
    void F66_anExchangeThatIsRolledBackIsNotDelivered() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "[%s]".formatted(age()));
        PersonalizeConsumer consumer = consume(context, "personalize:attributes?emitInitial=true",
                exchange -> exchange.setRollbackOnly(true));

        poll(consumer);
        assertThat(faults).hasSize(1);
        poll(consumer);
        assertThat(faults).hasSize(1);
    }

    @Test
    void anExchangeCarriesTheDefinitionAndWhatHappenedToIt() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "[%s]".formatted(age().replace("}", ", \"unknown\": 1.50}")), "[]");
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);

        poll(consumer);
        Exchange updated = exchanges.get(0);
        assertThat(updated.getMessage().getBody()).isInstanceOf(Definition.class);
        assertThat(updated.getMessage().getBody(String.class)).isEqualTo(json(age()).toString().replace("}", ",\"unknown\":1.50}"));
        assertThat(updated.getMessage().getHeaders()).containsExactlyInAnyOrderEntriesOf(Map.of("CamelPersonalizeChange", "UPDATED",
                "CamelPersonalizeKind", "attribute", "CamelPersonalizeUid", uid("a1"), "CamelPersonalizeKey", "age",
                "CamelPersonalizePrevious", new ObjectMapper().convertValue(json(age()), Map.class)));

        poll(consumer);
        Exchange deleted = exchanges.get(0);
        assertThat(deleted.getMessage().getBody(Map.class)).containsEntry("key", "age").containsKey("unknown");
        assertThat(deleted.getMessage().getHeaders()).containsOnlyKeys("CamelPersonalizeChange", "CamelPersonalizeKind",
                "CamelPersonalizeUid", "CamelPersonalizeKey").containsEntry("CamelPersonalizeChange", "DELETED");
    }

    @Test
    void theChangesOfAPollAreABatchForAggregators() throws Exception {
        lists("attributes", "[%s, %s]".formatted(age(), city()));

        poll(consume("personalize:attributes?emitInitial=true"));

        assertThat(exchanges).extracting(exchange -> exchange.getProperty(Exchange.BATCH_INDEX, Integer.class)).containsExactly(0, 1);
        assertThat(exchanges).extracting(exchange -> exchange.getProperty(Exchange.BATCH_SIZE, Integer.class)).containsOnly(2);
        assertThat(exchanges).extracting(exchange -> exchange.getProperty(Exchange.BATCH_COMPLETE, Boolean.class)).containsExactly(false,
                true);
    }

    @Test
    void aRouteMayChangeTheBodyAsItLikes() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "[%s]".formatted(age()));
        PersonalizeConsumer consumer = consume(context, "personalize:attributes?emitInitial=true",
                exchange -> exchange.getMessage().getBody(Map.class).clear());
        poll(consumer);

        poll(consumer);

        assertThat(exchanges).isEmpty();
    }

    @Test
    void aProjectIsAllFourKindsForFourRequests() throws Exception {
        PersonalizeConsumer consumer = consume("personalize:project?emitInitial=false");
        poll(consumer);
        emulator().seed(PROJECT,
                "{\"attributes\": [" + age() + "], \"audiences\": [" + samples.audience("Adults", uid("a1")) + "], \"events\": ["
                        + samples.event("purchase", "Purchase") + "], \"experiences\": [" + samples.experience("Hero") + "]}");
        emulator().clearRequests();

        assertThat(poll(consumer)).containsExactly("CREATED attribute age", "CREATED event purchase", "CREATED audience Adults",
                "CREATED experience Hero");
        assertThat(calls()).containsExactlyInAnyOrder("GET /attributes", "GET /events", samples.get("audiences"), "GET /experiences");

        emulator().seed(PROJECT, "{}");
        assertThat(poll(consumer)).containsExactly("DELETED experience Hero", "DELETED audience Adults", "DELETED event purchase",
                "DELETED attribute age");
    }

    @ParameterizedTest
    @CsvSource({"created, CREATED", "updated, UPDATED", "deleted, DELETED", "'created, DELETED', CREATED DELETED"})
    void onlyTheChangesThatAreAskedForAreSent(String asked, String expected) throws Exception {
        lists("attributes", "[]", "[%s]".formatted(age()), "[%s]".formatted(age().replace("Age", "Years")), "[]", "[]");
        PersonalizeConsumer consumer = consume("personalize:attributes?changes=" + asked.replace(" ", "%20"));
        StringBuilder types = new StringBuilder();

        for (int i = 0; i < 5; i++) {
            poll(consumer).forEach(change -> types.append(change.split(" ")[0]).append(' '));
        }

        assertThat(types.toString().strip()).isEqualTo(expected);
    }

    @Test
    void whatIsNotAskedForCountsAsSeen() throws Exception {
        lists("attributes", "[%s]".formatted(age()), "[%s]".formatted(age().replace("Age", "Years")), "[]");
        PersonalizeConsumer consumer = consume("personalize:attributes?changes=deleted");
        poll(consumer);
        poll(consumer);

        assertThat(poll(consumer)).containsExactly("DELETED attribute age");
        assertThat(exchanges.get(0).getMessage().getBody(Attribute.class).name()).isEqualTo("Years");
    }

    @Test
    void twoConsumersSeeEveryChangeEach() throws Exception {
        PersonalizeConsumer one = consume("personalize:attributes?changes=created,updated");
        PersonalizeConsumer other = consume("personalize:attributes?changes=created");
        poll(one);
        poll(other);
        send("personalize:attributes?operation=create", age());

        assertThat(poll(one)).containsExactly("CREATED attribute age");
        assertThat(poll(other)).containsExactly("CREATED attribute age");
    }

    @Test
    void aConsumerOnAnotherProjectSeesThatOne() throws Exception {
        PersonalizeConsumer consumer = consume("personalize:attributes?projectUid=p2");
        poll(consumer);
        send("personalize:attributes?operation=create", age());

        assertThat(poll(consumer)).isEmpty();
    }

    @Test
    void aPollThatTheServiceRefusesAtFirstIsRetriedLikeAnyCall() throws Exception {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(429, 503));
        PersonalizeConsumer consumer = consume("personalize:attributes?maxRetries=5");

        poll(consumer);

        assertThat(faults).isEmpty();
        assertThat(calls()).hasSize(3);
    }

    @Test
    void theSchedulerPollsByItself() throws Exception {
        MockEndpoint seen = context.getEndpoint("mock:seen", MockEndpoint.class);
        seen.expectedMessageCount(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("personalize:events?initialDelay=0&delay=50&emitInitial=true").to("mock:seen");
            }
        });

        send("personalize:events?operation=create", samples.event("purchase", "Purchase"));

        seen.assertIsSatisfied();
        Awaitility.await().untilAsserted(() -> assertThat(emulator().requests("GET", "/events")).hasSizeGreaterThan(3));
        seen.assertIsSatisfied();
    }

    @ParameterizedTest
    @CsvSource({"'', 60000", "&timeUnit=SECONDS, 60", "&timeUnit=HOURS, 1", "&delay=5000, 5000"})
    void betweenPollsIsAMinuteUnlessTheRouteSaysOtherwise(String option, long delay) throws Exception {
        assertThat(consume(ATTRIBUTES + option).getDelay()).isEqualTo(delay);
    }

    @Test
    void aPollThatFailsIsDownAndTheNextThatSucceedsIsUp() throws Exception {
        PersonalizeConsumer consumer = consume(ATTRIBUTES);
        poll(consumer);
        assertThat(health()).isEqualTo(HealthCheck.State.UP);

        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));
        poll(consumer);
        assertThat(health()).isEqualTo(HealthCheck.State.DOWN);

        poll(consumer);
        assertThat(health()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aRouteThatDoesNotTakeAChangeIsDown() throws Exception {
        lists("attributes", "[%s]".formatted(age()));
        failing = change -> true;

        poll(consume("personalize:attributes?emitInitial=true"));

        assertThat(health()).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void theOptionOperationIsForProducersOnly() throws Exception {
        component().getConfiguration().setOperation("listCities");

        assertThat(poll(consume(ATTRIBUTES))).isEmpty();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedulr=quartz", "scheduler.cron=x&emitInitials=true"})
    void anUnknownOptionIsToldAtStart(String option) {
        assertThatThrownBy(() -> consume("personalize:attributes?" + option)).rootCause()
                .hasMessageStartingWith("personalize:attributes: there is no option ");
    }

    private HealthCheck.State health() {
        HealthCheckHelper.getHealthCheckRepository(context, "consumers").setEnabled(true);
        return HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("consumer:")).map(HealthCheck.Result::getState).findFirst()
                .orElseThrow();
    }
}
