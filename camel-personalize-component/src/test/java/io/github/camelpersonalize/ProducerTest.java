// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a producer makes of a message: requests, and a response or an exception. */
class ProducerTest extends EmulatedEndpoints {

    private static final String CREATE = "personalize:attributes?operation=create";

    private static Map<String, Object> results(Exchange exchange) {
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        headers.keySet().removeIf(name -> !name.startsWith("CamelPersonalize"));
        return headers;
    }

    @Test
    void theResponseIsTheBodyAndItsHeadersTellWhatWasDone() throws Exception {
        Exchange exchange = send(CREATE, AGE);

        Definition created = exchange.getMessage().getBody(Definition.class);
        assertThat(created).containsEntry("key", "age").containsEntry("name", "Age");
        assertThat(results(exchange)).isEqualTo(Map.of("CamelPersonalizeUid", created.get("uid"), "CamelPersonalizeKey", "age",
                "CamelPersonalizeOutcome", "CREATED", "CamelPersonalizeStatusCode", 201, "CamelPersonalizeRequestCount", 1));
    }

    @Test
    void aFailureIsAnExceptionAndTheHeadersTellItsOutcomeToo() throws Exception {
        emulator().script(Script.on("POST", "/attributes").thenStatuses(422));

        Exchange exchange = send(CREATE, AGE);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageStartingWith("attribute \"age\": ");
        assertThat(exchange.getMessage().getBody()).isEqualTo(AGE);
        assertThat(results(exchange)).isEqualTo(Map.of("CamelPersonalizeOutcome", "REJECTED", "CamelPersonalizeStatusCode", 422,
                "CamelPersonalizeRequestCount", 1));
    }

    @Test
    void theKeyOfTheUriNamesADefinitionThatIsNotThere() throws Exception {
        Exchange exchange = send("personalize:attributes?operation=get&key=height", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageStartingWith("attribute \"height\": ");
    }

    @Test
    void aHeaderChoosesOperationAndProjectWhereItMay() throws Exception {
        PersonalizeProducer producer = producer("personalize:attributes?operation=list&headerOverrides=operation,projectUid");

        send(producer, AGE, Map.of("CamelPersonalizeOperation", "create", "CamelPersonalizeProjectUid", "p2"));

        assertThat(emulator().requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.header("x-project-uid")).isEqualTo("p2");
        });
    }

    @Test
    void aHeaderThatIsNoOperationIsTheMessagesFaultAndCostsNothing() throws Exception {
        PersonalizeProducer producer = producer("personalize:attributes?operation=list&headerOverrides=operation");

        Exchange exchange = send(producer, null, Map.of("CamelPersonalizeOperation", "explode"));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class,
                thrown -> assertThat(thrown.getCode()).isEqualTo("BAD_HEADER")).hasMessage(
                        "attribute: the header"
                                + " CamelPersonalizeOperation must be one of [list, get, create, update, delete, upsert]; it is \"explode\"");
        assertThat(emulator().requests()).isEmpty();
    }

    @Test
    void aBatchThatNamesOneDefinitionIsRefused() throws Exception {
        Exchange exchange = send("personalize:attributes?operation=update&uid=a1", List.of(AGE));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class,
                thrown -> assertThat(thrown.getCode()).isEqualTo("NO_BATCH")).hasMessage(
                        "attribute: the body is a batch, but a uid or key"
                                + " (option or header) addresses one definition; remove the one or the other");
        assertThat(results(exchange)).isEqualTo(Map.of("CamelPersonalizeOutcome", "REJECTED", "CamelPersonalizeRequestCount", 0));
    }

    @Test
    void aBatchWithAFailureFailsWithItsReportAndNoOutcomeOfOneDefinition() throws Exception {
        Exchange exchange = send(CREATE, List.of(AGE, "{}"));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class,
                thrown -> assertThat(thrown.getReport().counts()).isEqualTo(Map.of(Outcome.CREATED, 1L, Outcome.REJECTED, 1L)))
                .hasMessageStartingWith("1 of 2 items failed, first attribute: ");
        assertThat(results(exchange)).containsOnlyKeys("CamelPersonalizeRequestCount");
    }

    @Test
    void unlessFailuresAreToldByTheReportOnly() throws Exception {
        Exchange exchange = send(CREATE + "&failOn=none", List.of(AGE, "{}"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BatchReport.class).counts())
                .isEqualTo(Map.of(Outcome.CREATED, 1L, Outcome.REJECTED, 1L));
    }

    @Test
    void anOlderVersionOfARecordIsNotWritten() throws Exception {
        PersonalizeProducer producer = producer("personalize:attributes?operation=upsert&versionField=rev");
        send(producer, List.of(version("Age", 2)), Map.of());

        BatchReport report = send(producer, List.of(version("Old age", 1)), Map.of()).getMessage().getBody(BatchReport.class);

        assertThat(report.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
        assertThat(emulator().requests("PUT", "/attributes/*")).isEmpty();
    }

    private static String version(String name, int rev) {
        return AGE.replace("Age", name).replace("}", ", \"rev\": " + rev + "}");
    }

    @Test
    void whatTheServiceKeepsOtherwiseIsInTheLogOnce() throws Exception {
        String kept = "{\"uid\": \"u1\", \"key\": \"age\", \"name\": \"Age in years\", \"data_type\": \"number\"}";
        emulator().script(
                Script.on("GET", "/attributes").then(Collections.nCopies(6, Step.status(200).body("[" + kept + "]")).toArray(Step[]::new)));
        emulator()
                .script(Script.on("PUT", "/attributes/u1").then(Collections.nCopies(3, Step.status(200).body(kept)).toArray(Step[]::new)));
        PersonalizeProducer producer = producer("personalize:attributes?operation=upsert&indexTtl=0");

        String log = StandardError.of(() -> {
            for (int i = 0; i < 3; i++) {
                send(producer, AGE, Map.of());
            }
        });

        assertThat(log.lines().filter(line -> line.contains("the service keeps"))).singleElement().asString()
                .endsWith("attribute \"age\" (uid u1): the service keeps /name otherwise; the same body is not written again");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bodiesAreCheckedBeforeTheyAreSentUnlessTheyAreNotToBe(boolean validate) throws Exception {
        send(CREATE + "&validate=" + validate, AGE.replace("number", "int"));

        assertThat(emulator().requests()).hasSize(validate ? 0 : 1);
    }

    @Test
    void aProducerThatStopsTakesItsHealthCheckAlong() throws Exception {
        checks().setEnabled(true);
        PersonalizeProducer producer = producer(CREATE);
        assertThat(checks().stream()).extracting(HealthCheck::getId).containsExactly("producer:personalize-attributes-create");

        producer.stop();
        assertThat(checks().stream()).isEmpty();

        producer.start();
        assertThat(checks().stream()).hasSize(1);
    }

    @Test
    void aProducerThatHasNotStartedCanBeStopped() throws Exception {
        PersonalizeProducer producer = (PersonalizeProducer) endpoint(CREATE).createProducer();
        producer.init();

        producer.doStop();

        assertThat(producer.isStarted()).isFalse();
    }

    @Test
    void requestsAreCountedForTheEndpointAndForTheHealthOfTheProducer() throws Exception {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));
        PersonalizeEndpoint endpoint = endpoint("personalize:attributes?operation=list");
        checks().setEnabled(true);

        send("personalize:attributes?operation=list", null);

        assertThat(endpoint.getRequests()).isEqualTo(1);
        assertThat(endpoint.getLastProblem()).startsWith("the service failed with 503");
        assertThat(HealthCheckHelper.invokeReadiness(context)).extracting(HealthCheck.Result::getState)
                .containsExactly(HealthCheck.State.DOWN);
    }

    /** As a user turns them on. */
    private WritableHealthCheckRepository checks() {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
    }
}
