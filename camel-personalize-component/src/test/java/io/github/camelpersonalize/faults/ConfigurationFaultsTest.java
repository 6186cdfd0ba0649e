// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An address or a project that is not there: no record is at fault, whatever it asks for. */
class ConfigurationFaultsTest extends ServerFaultRoutes {

    private static final String PRIORITY = "{\"priority\": [\"e1\"]}";

    /** Each way to a first request, with a body that is beyond reproach. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            attributes?operation=list                      | {"name": "Age", "key": "age", "data_type": "number"}
            attributes?operation=get&key=age               | {"name": "Age", "key": "age", "data_type": "number"}
            attributes?operation=create                    | {"name": "Age", "key": "age", "data_type": "number"}
            attributes?operation=update                    | {"name": "Age", "key": "age", "data_type": "number"}
            attributes?operation=update&uid=a1             | {"name": "Age", "key": "age", "data_type": "number"}
            attributes?operation=update&uid=a1             | {"uid": "a1"}
            attributes?operation=upsert                    | {"name": "Age", "key": "age", "data_type": "number"}
            attributes?operation=upsert                    | [{"name": "Age", "key": "age", "data_type": "number"}]
            attributes?operation=create                    | [{"name": "Age", "key": "age", "data_type": "number"}]
            attributes?operation=delete                    | [{"key": "age"}]
            attributes?operation=delete&key=age            | {}
            attributes?operation=delete&uid=a1             | {}
            audiences?operation=delete&uid=a1              | {}
            experiences?operation=get&uid=e1               | {}
            experiences?operation=delete&uid=e1            | {}
            experiences?operation=getPriority              | {}
            experiences?operation=updatePriority           | {"priority": ["e1"]}
            experiences?operation=updatePriority&validate=false | {"priority": ["e1"]}
            geolocation?operation=listRegions              | {}
            events?operation=upsert                        | {"name": "Bought", "key": "bought"}
            project?operation=plan                         | {"events": [{"name": "Bought", "key": "bought"}]}
            project?operation=export                       | {}
            project?operation=apply                        | {"events": [{"name": "Bought", "key": "bought"}]}
            """)
    void F102_aProjectThatTheServiceDoesNotHaveIsNotTheRecordsFault(String endpoint, String body) {
        server.always("** **", Answers.status(404).body("{\"message\": \"no such project\"}"));

        Exchange exchange = send("personalize:" + endpoint + "&validate=false".repeat(body.contains("uid") ? 1 : 0), body);

        PersonalizeConfigurationException failed = misconfigured(exchange);
        assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(failed.getStatus()).isEqualTo(404);
        assertThat(failed.getMessage()).contains("127.0.0.1 does not serve ", " of this project (404): no such project",
                "check baseUrl, region and the option projectUid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/attributes", "/api/v2/", "/%20"})
    void F102_aPathThatTheServiceDoesNotHaveIsNotTheRecordsFault(String path) {
        component().getConfiguration().setBaseUrl(server.baseUrl() + path);

        assertThat(misconfigured(send(CREATE, age())).getStatus()).isEqualTo(404);
        assertThat(misconfigured(send(DELETE, null)).getOutcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(misconfigured(send(UPDATE, age())).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410})
    void F102_whatNoCollectionAnswersIsNeverTheRecordsFault(int status) {
        server.always("** **", Answers.status(status));

        assertThat(misconfigured(send(CREATE, age())).getStatus()).isEqualTo(status);
        assertThat(misconfigured(send(LIST, null)).getStatus()).isEqualTo(status);
        assertThat(misconfigured(send("personalize:experiences?operation=updatePriority&validate=false", PRIORITY)).getStatus())
                .isEqualTo(status);
    }

    @Test
    void F102_aUidThatTheProjectDoesNotHaveIsTheRecordsFault() {
        server.put("attributes", held().replace("a1", "other").replace("age", "other"));

        assertThat(rejected(send(UPDATE, age())).getStatus()).isEqualTo(404);
        assertThat(rejected(send("personalize:experiences?operation=get&uid=e9", null)).getStatus()).isEqualTo(404);
        assertOutcome(send(DELETE, null), "UNCHANGED", 2);
    }

    /** Or else anybody who can write to a topic could stop the route, and turn its health to DOWN. */
    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405})
    void F102_aProjectThatAMessageNamesAndTheServiceDoesNotHaveIsTheMessagesFault(int status) {
        server.always("** **", Answers.status(status));
        String uri = "personalize:attributes?operation=upsert&headerOverrides=projectUid";

        Exchange exchange = send(uri, age(), Map.of("CamelPersonalizeProjectUid", "made-up"));

        assertThat(rejected(exchange).getMessage()).endsWith("; the message has chosen the project");
        assertThat(rejected(exchange).getStatus()).isEqualTo(status);
        assertThat(send(uri, age()).getException()).isInstanceOf(PersonalizeConfigurationException.class);
    }

    /** Neither that the uid does not exist, nor that it does, is known while the project cannot be read. */
    @Test
    void F102_aUidIsNotReportedAsGoneWhileTheListFails() {
        server.always("DELETE **", Answers.status(404));
        server.always(GET_ATTRIBUTES, Answers.status(503));

        assertThat(unavailable(send(DELETE + "&maxRetries=0", null)).getStatus()).isEqualTo(503);
    }

    @Test
    void F102_ofABatchNothingMoreIsSentAndEachLineSaysWhy() {
        server.always("** **", Answers.status(404));

        Exchange exchange = send(CREATE + "&failOn=none", List.of(age(), age().replace("age", "height"), "no JSON"));

        assertThat(exchange.getMessage().getBody(String.class)).contains("1 REJECTED", "2 BLOCKED",
                "not sent, because an item before it found the configuration at fault");
        assertThat(calls()).containsExactly(GET_ATTRIBUTES);
        assertThat(send(CREATE, List.of("no JSON", age())).getException()).isExactlyInstanceOf(PersonalizeConfigurationException.class);
    }

    @Test
    void F102_theCredentialIsAPartOfTheConfiguration() {
        server.always("** **", Answers.status(401));

        Exchange exchange = send(CREATE, age());

        assertThat(exchange.getException()).isInstanceOf(PersonalizeConfigurationException.class)
                .isExactlyInstanceOf(PersonalizeAuthException.class);
    }

    @Test
    void F102_healthIsDownAndOneErrorSaysSoUntilItWorksAgain() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        server.on(GET_ATTRIBUTES, Answers.status(404), Answers.status(404), Answers.status(401), Answers.status(200).body("[]"),
                Answers.status(404));
        try (TraceLog log = new TraceLog()) {
            for (int i = 0; i < 3; i++) {
                send(LIST, null);
            }
            HealthCheck.Result down = HealthCheckHelper.invokeReadiness(context, "full").stream()
                    .filter(result -> result.getCheck().getId().startsWith("producer:")).findFirst().orElseThrow();
            assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(errors(log)).hasSize(1).first().asString().contains(
                    "No message passes personalize:attributes?operation=list until its configuration is fixed: 127.0.0.1 does not serve GET"
                            + " /attributes of this project (404)");

            send(LIST, null);
            send(LIST, null);
            assertThat(errors(log)).hasSize(2);
        }
    }

    @Test
    void F102_healthSaysWhatKindOfOutageItIs() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        server.always("** **", Answers.status(404));
        send(LIST, null);

        assertThat(HealthCheckHelper.invokeReadiness(context, "full")).filteredOn(it -> it.getCheck().getId().startsWith("producer:"))
                .singleElement().satisfies(result -> assertThat(result.getDetails()).containsAllEntriesOf(
                        Map.of("kind", "misconfigured", "service.status.code", 404)));
    }

    /** Camel's own messages are about one poll each. */
    @Test
    void F102_aConsumerLogsOneErrorUntilItWorksAgain() throws Exception {
        server.on(GET_ATTRIBUTES, Answers.status(404), Answers.status(401), Answers.status(200).body("[]"), Answers.status(404));
        try (TraceLog log = new TraceLog()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("personalize:attributes?initialDelay=0&delay=1").to("mock:changes");
                }
            });
            Awaitility.await().until(() -> server.requestCount() >= 5);

            assertThat(log.text().lines().filter(line -> line.contains("No change is delivered"))).hasSize(2).first().asString()
                    .contains("ERROR").endsWith("No change is delivered by personalize:attributes until its configuration is fixed:"
                            + " 127.0.0.1 does not serve GET /attributes of this project (404): scripted; check baseUrl, region and the option projectUid");
        }
    }

    /** The obvious route for single records. */
    @Test
    void F102_nothingGoesToTheDeadLetters() throws Exception {
        server.always("** **", Answers.status(404));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(PersonalizeRejectedException.class).handled(true).to("mock:dead-letters");
                from("direct:records").to("personalize:attributes?operation=upsert");
            }
        });

        Exchange exchange = context.createProducerTemplate().send("direct:records", in -> in.getMessage().setBody(age()));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeException.class);
        assertThat(context.getEndpoint("mock:dead-letters", org.apache.camel.component.mock.MockEndpoint.class).getReceivedCounter())
                .isZero();
    }

    private static List<String> errors(TraceLog log) {
        return log.text().lines().filter(line -> line.contains("No message passes")).toList();
    }
}
