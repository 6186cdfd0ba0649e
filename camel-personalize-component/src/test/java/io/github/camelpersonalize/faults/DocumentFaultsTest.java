// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.model.JsonDocument;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaves the component: as JSON by anybody's Jackson, through Java serialization, and in texts that people read. */
class DocumentFaultsTest extends FaultRoutes {

    private static final String MANIFEST = "attributes: [{key: age, name: Age, data_type: number}]";
    private static final String ATTRIBUTE = "{\"key\": \"%s\", \"name\": \"N\", \"data_type\": \"%s\"}";

    @ParameterizedTest
    @ValueSource(strings = {"project?operation=plan", "project?operation=apply", "project?operation=export", "project?operation=unused",
            "attributes?operation=list", "attributes?operation=upsert"})
    void F94_jacksonWritesTheDocumentedJsonWithoutOurHelp(String uri) throws Exception {
        emulator().seed(PROJECT, "{\"attributes\": [{\"uid\": \"a1\", \"key\": \"city\", \"name\": \"City\", \"data_type\": \"string\"}]}");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("personalize:" + uri).setProperty("document", body()).marshal().json();
            }
        });

        Exchange exchange = context.createProducerTemplate().request("direct:in",
                message -> message.getMessage()
                        .setBody(uri.startsWith("project") ? MANIFEST : "[" + ATTRIBUTE.formatted("a", "date") + "]"));

        JsonDocument document = exchange.getProperty("document", JsonDocument.class);
        assertThat(json(exchange.getMessage().getBody(String.class))).isEqualTo(json(document.toJson().toString()));
        assertThat(json(new ObjectMapper().writeValueAsString(List.of(document))).get(0)).isEqualTo(json(document.toJson().toString()));
    }

    @ParameterizedTest
    @CsvSource({"0", "401", "404", "503"})
    void F106_anExceptionSurvivesSerialization(int status) throws Exception {
        if (status > 0) {
            emulator().script(Script.on("POST", "/attributes").thenStatuses(status));
        }

        assertSurvives(send("personalize:attributes?operation=create", ATTRIBUTE.formatted("a", status == 0 ? "text" : "date")));
    }

    @Test
    void F106_soDoesThatOfABatchWithItsReport() throws Exception {
        PersonalizeException copy = assertSurvives(send("personalize:attributes?operation=upsert",
                "[" + ATTRIBUTE.formatted("a", "text") + "," + ATTRIBUTE.formatted("b", "date") + "]"));

        assertThat(copy.getReport().items()).extracting(item -> item.outcome().name()).containsExactly("REJECTED", "CREATED");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202E, 0x200B, 0x2066, 0x07, 0x1B, 0x2028})
    void F108_aReportShowsCharactersThatPeopleWouldNotSee(int character) {
        String hidden = Character.toString(character);
        String shown = "\\u%04x".formatted(character);

        Exchange exchange = send("personalize:attributes?operation=upsert",
                List.of("{\"key\": \"a" + shown + "b\", \"name\": 7}"));

        assertThat(((PersonalizeException) exchange.getException()).getReport().toText()).contains("a" + shown + "b")
                .doesNotContain(hidden);
        assertThat(exchange.getException().getMessage()).startsWith("1 of 1 items failed, first attribute \"a" + shown + "b\": ")
                .doesNotContain(hidden);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202E, 0x2066, 0x200B, 0x1B, 0x9B})
    void F108_theLogShowsThemToo(int character) {
        String shown = "\\u%04x".formatted(character);
        emulator().script(Script.on("POST", "/audiences").then(Step.fault(Fault.EMPTY_RESPONSE).applied())
                .then(Step.fault(Fault.EMPTY_RESPONSE).applied()));
        // All loggers exist then.
        send("personalize:audiences?operation=create", samples.everyone("first"));

        try (TraceLog log = new TraceLog("io.github.camelpersonalize")) {
            send("personalize:audiences?operation=create", samples.everyone("a" + shown + "b"));

            assertThat(log.text()).contains("whether audience \"a" + shown + "b\" was created", "ADOPTED \"a" + shown + "b\"")
                    .doesNotContain(Character.toString(character));
        }
    }

    @Test
    void F108_anExportShowsThemAsEscapesAndIsReadBackAsItWas() {
        emulator().seed(PROJECT,
                "{\"attributes\": [{\"uid\": \"a1\", \"key\": \"a\", \"name\": \"x\u202Ey\u2066z\u200Bw\", \"data_type\": \"date\"}]}");

        String yaml = send("personalize:project?operation=export", null).getMessage().getBody(String.class);
        Exchange again = send("personalize:project?operation=plan", yaml);

        assertThat(yaml).contains("name: \"x\\u202ey\\u2066z\\u200bw\"");
        assertThat(again.getMessage().getBody(io.github.camelpersonalize.plan.Plan.class).isEmpty()).isTrue();
    }

    @Test
    void F100_whatAProjectHoldsIsExportedAndAppliedAgainWithoutOurCheck() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "", "data_type": "money"}],
                 "audiences": [{"uid": "b1", "name": "Adults ", "rules": 7}]}""");

        Exchange checked = send("personalize:project?operation=export", null);
        Exchange whole = send("personalize:project?operation=export&validate=false", null);
        Exchange again = send("personalize:project?operation=apply&validate=false", whole.getMessage().getBody(String.class));

        assertThat(checked.getMessage().getBody(String.class)).contains("attribute \"age\": not valid: ",
                "; with validate=false it is exported and applied as it is");
        assertThat(whole.getMessage().getBody(String.class)).contains("data_type: money", "name: 'Adults '")
                .doesNotContain("Not exported");
        assertThat(again.getException()).isNull();
        assertThat(calls()).noneMatch(call -> call.startsWith("P") || call.startsWith("DELETE"));
    }

    @Test
    void F100_withoutTheCheckAManifestIsStillRead() {
        Exchange exchange = send("personalize:project?operation=apply&validate=false", "attributes: [{name: A}]",
                header("CamelFileNameOnly", "p.yaml"));

        assertThat(rejected(exchange)).hasMessage("project: p.yaml:1:14: /attributes/0/key is missing");
    }

    private static PersonalizeException assertSurvives(Exchange exchange) throws IOException, ClassNotFoundException {
        PersonalizeException failed = (PersonalizeException) exchange.getException();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(failed);
        PersonalizeException copy = (PersonalizeException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
                .readObject();
        assertThat(copy).isExactlyInstanceOf(failed.getClass()).hasMessage(failed.getMessage());
        assertThat(copy).usingRecursiveComparison().comparingOnlyFields("details").isEqualTo(failed);
        assertThat(copy.getOutcome()).isSameAs(failed.getOutcome());
        return copy;
    }
}
