// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeConsumer;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Audience;
import io.github.camelpersonalize.model.Experience;
import io.github.camelpersonalize.model.ExperiencePriority;
import io.github.camelpersonalize.model.Variant;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes in Java that the documentation shows, and the texts that it shows as their results. */
class JavaSnippetsTest extends EmulatedRoutes {

    private static final Attribute AGE = Attribute.of("age", "Age", "number");
    private static final Attribute CITY = Attribute.of("city", "City", "string");

    @Test
    void aFileWithALineAnAttribute(@TempDir Path inbox) throws Exception {
        Inbox.put(inbox);
        context.getPropertiesComponent().addInitialProperty("inbox", inbox.toString());
        context.addRoutes(Inbox.created());
        MockEndpoint created = mock("mock:created");
        created.expectedMessageCount(2);

        context.addRoutes(JavaRoutes.file());

        created.assertIsSatisfied();
    }

    @Test
    void anExperienceThatGoesBeforeAllOthers() throws Exception {
        context.addRoutes(JavaRoutes.experiences());
        Exchange first = call("direct:experiences", split("Banner"));

        Exchange second = call("direct:experiences", split("Hero"));

        assertThat(first.getMessage().getBody(ExperiencePriority.class).priority()).hasSize(1);
        assertThat(second.getMessage().getBody(ExperiencePriority.class).priority()).hasSize(2).containsExactly(uid("Hero"), uid("Banner"));
    }

    @Test
    void aRecordThatIsAtFaultBecomesADeadLetterAndTheRouteGoesOn() throws Exception {
        startErrors();
        MockEndpoint letters = mock("mock:dead-letters");
        letters.expectedBodiesReceived(CITY);
        letters.message(0).header("error").isEqualTo("attribute \"city\": does not exist in project \"p1\"");

        Exchange exchange = call("direct:records", CITY);

        assertThat(exchange.getException()).isNull();
        letters.assertIsSatisfied();
    }

    @Test
    void anOutageFailsTheExchangeAfterAllRetries() throws Exception {
        component().getConfiguration().setMaxRetries(0);
        startErrors();
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));

        Exchange exchange = call("direct:records", AGE);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessageStartingWith("attribute \"age\": the service failed with 503");
    }

    @Test
    void aRefusedCredentialStopsTheRoute() throws Exception {
        startErrors();
        emulator().script(Script.on("GET", "/attributes").thenStatuses(401));
        MockEndpoint stop = mock("mock:stop");
        stop.expectedMessageCount(1);

        Exchange exchange = call("direct:records", AGE);

        assertThat(exchange.getException()).hasMessageStartingWith("attribute \"age\": the service refused the credential with 401");
        stop.assertIsSatisfied();
    }

    @Test
    void aBatchIsAnsweredByAReport() throws Exception {
        Iterator<String> uids = IntStream.rangeClosed(1, 9).mapToObj("64c7787b333555469a86122%d"::formatted).iterator();
        try (PersonalizeEmulator service = PersonalizeEmulator.start(EmulatorOptions.defaults().uids(uids::next))) {
            component().getConfiguration().setBaseUrl(service.baseUrl());
            context.addRoutes(JavaRoutes.batch());

            Exchange exchange = call("direct:batch", new Snippet("batch.json").text());

            assertThat(exchange.getMessage().getBody()).isEqualTo(new Snippet("report.txt").text().strip());
        }
    }

    @Test
    void whatWasRenamedComesOutOfARoute() throws Exception {
        send("personalize:attributes?operation=create", AGE);
        context.getRegistry().bind("state", new MemoryStateRepository());
        context.addRoutes(JavaRoutes.changes());
        MockEndpoint renamed = mock("mock:renamed");
        renamed.expectedMessageCount(1);
        PersonalizeConsumer consumer = (PersonalizeConsumer) context.getRoutes().get(1).getConsumer();
        consumer.run();

        send("personalize:attributes?operation=update&key=age", Attribute.of("age", "Age in years", "number"));
        consumer.run();

        renamed.assertIsSatisfied();
    }

    @Test
    void aRecordIsChangedAndSentBack() throws Exception {
        context.addRoutes(JavaRoutes.records());
        send("personalize:attributes?operation=create", AGE);

        Exchange exchange = call("direct:rename", null);

        assertThat(exchange.getMessage().getBody(Attribute.class).name()).isEqualTo("Age in years");
    }

    @Test
    void aMessageDecidesWhatItMay() throws Exception {
        context.addRoutes(JavaRoutes.overrides());
        send("personalize:audiences?operation=create", Audience.of("Adults", null, null));

        Exchange exchange = context.createProducerTemplate().request("direct:changes", message -> message.getMessage()
                .setHeaders(new HashMap<>(Map.of("CamelPersonalizeOperation", "delete", "CamelPersonalizeKey", "Adults",
                        "CamelPersonalizeProjectUid", "another"))));

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("DELETED");
        assertThat(emulator().project(PROJECT).audiences()).isEmpty();
    }

    @Test
    void aMessageDecidesTheKey() throws Exception {
        context.addRoutes(JavaRoutes.computed());
        send("personalize:audiences?operation=create", Audience.of("Adults & more", null, null));

        context.createProducerTemplate().sendBodyAndHeader("direct:gone", null, "name", "Adults & more");

        assertThat(emulator().project(PROJECT).audiences()).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Exchange exchange = send("personalize:experiences?operation=create", new Snippet("invalid.json").text());

        assertThat(exchange.getException().getMessage().replace("; /", ";\n  /") + "\n").isEqualTo(new Snippet("invalid.txt").text());
        assertThat(calls()).isEmpty();
    }

    private void startErrors() throws Exception {
        context.getPropertiesComponent().addInitialProperty("pause", "1");
        context.addRoutes(JavaRoutes.errors());
    }

    private Exchange call(String entrance, Object body) {
        return context.createProducerTemplate().send(entrance, exchange -> exchange.getMessage().setBody(body));
    }

    private MockEndpoint mock(String uri) {
        return context.getEndpoint(uri, MockEndpoint.class);
    }

    private String uid(String name) {
        return emulator().project(PROJECT).experience(name).path("uid").textValue();
    }

    private static Experience split(String name) {
        return Experience.of(name, "AB_TEST",
                List.of(Variant.split("A", BigDecimal.valueOf(50)), Variant.split("B", BigDecimal.valueOf(50))));
    }
}
