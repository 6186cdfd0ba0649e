// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.processor.aggregate.GroupedExchangeAggregationStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Several steps in one route: what one has found is a result, and does not say what the next one is about. */
class TargetFaultsTest extends FaultRoutes {

    private static final String AUDIENCES = "personalize:audiences?operation=";
    private static final String RULES_TEXT = "{\"attribute\": \"age\"}";
    private static final String B = "{\"name\": \"B\", \"description\": \"changed\", \"rules\": " + RULES_TEXT + "}";

    /** Adds steps to a route. */
    private interface Steps {

        void addTo(RouteDefinition route);
    }

    @BeforeEach
    void seedTwoProjects() {
        emulator().seed(PROJECT, project("a1", "b1"));
        emulator().seed("p2", project("a2", "b2"));
    }

    private static String project(String a, String b) {
        return """
                {"audiences": [{"uid": "%s", "name": "A", "rules": {"attribute": "age"}},
                               {"uid": "%s", "name": "B", "rules": {"attribute": "age"}}],
                 "attributes": [{"uid": "%s", "name": "Age", "key": "age", "data_type": "number"}]}""".formatted(a, b, b);
    }

    @Test
    void F67_theUriOfAStepWinsOverWhatTheStepBeforeHasFound() {
        succeed(run(null, AUDIENCES + "get&key=A", AUDIENCES + "delete&key=B"));

        assertThat(names(PROJECT)).containsExactly("A");
    }

    @Test
    void F67_theUriOfAStepWinsOverTheListOfTheStepBefore() {
        assertThat(definition(run(null, AUDIENCES + "list", AUDIENCES + "get&key=B"))).containsEntry("uid", "b1");
    }

    @Test
    void F67_theUriOfAStepWinsOverWhatTheStepBeforeHasCreatedOrWritten() {
        succeed(run("{\"name\": \"C\"}", AUDIENCES + "create", AUDIENCES + "delete&key=B"));
        succeed(run("{\"name\": \"C\"}", AUDIENCES + "upsert", AUDIENCES + "delete&uid=a1"));

        assertThat(names(PROJECT)).containsExactly("C");
    }

    @Test
    void F67_theBodyOfTheRouteWinsOverWhatTheStepBeforeHasFound() {
        succeed(run(null, route -> route.to(AUDIENCES + "get&key=A").setBody().constant(B).to(AUDIENCES + "update")));

        assertThat(description("A")).isEmpty();
        assertThat(description("B")).isEqualTo("changed");
    }

    @Test
    void F67_theUriWinsOverAHeaderOfTheRoute() {
        succeed(run(null, route -> route.setHeader("CamelPersonalizeUid").constant("a1").setHeader("CamelPersonalizeKey").constant("A")
                .to(AUDIENCES + "delete&key=B")));

        assertThat(names(PROJECT)).containsExactly("A");
    }

    @Test
    void F67_aHeaderThatTheRouteHasSetWinsOverTheBodyEvenIfAResultSaysTheSame() {
        succeed(run(null, route -> route.to(AUDIENCES + "get&key=A").setHeader("CamelPersonalizeKey").simple("${body[name]}").setBody()
                .constant("{\"name\": \"A again\"}").to(AUDIENCES + "update")));

        assertThat(names(PROJECT)).containsExactly("A again", "B");
    }

    @Test
    void F67_whatTheRouteHasKeptAndSetAgainIsATarget() {
        succeed(run(null, route -> route.to(AUDIENCES + "get&key=A").setProperty("kept").header("CamelPersonalizeUid")
                .to(AUDIENCES + "get&key=B").setHeader("CamelPersonalizeUid").exchangeProperty("kept").setBody().constant(null)
                .to(AUDIENCES + "delete")));

        assertThat(names(PROJECT)).containsExactly("B");
    }

    @Test
    void F67_whereOnlyAResultIsLeftTheErrorSaysWhatToDo() {
        Exchange exchange = run(null, route -> route.to(AUDIENCES + "get&key=A").setBody().constant(null).to(AUDIENCES + "delete"));

        assertThat(rejected(exchange))
                .hasMessage("audience: no audience is named: set the header CamelPersonalizeUid or CamelPersonalizeKey,"
                        + " the option uid or key, or send a body with a uid or name; the headers CamelPersonalizeUid and CamelPersonalizeKey hold"
                        + " the result of an earlier step, which is no target; to use one, put it into the URI, as in"
                        + " toD(\"…&uid=${header.CamelPersonalizeUid}\") (the message has no body)");
        assertThat(names(PROJECT)).containsExactly("A", "B");
    }

    @Test
    void F67_aFailedStepLeavesNoTargetEither() {
        succeed(run(null, route -> route.to(AUDIENCES + "get&key=A").doTry().to(AUDIENCES + "get&key=none").doCatch(Exception.class).end()
                .setBody().constant(B).to(AUDIENCES + "update")));

        assertThat(description("A")).isEmpty();
        assertThat(description("B")).isEqualTo("changed");
    }

    /** A part of the route that Camel carries out again gets the message as it was, with the results of an older step. */
    @Test
    void F67_resultsThatARedeliveryRestoresAreNoTargets() throws Exception {
        int[] attempts = {0};
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:part").errorHandler(noErrorHandler()).setBody().constant(B).to(AUDIENCES + "update")
                        .process(exchange -> {
                            if (attempts[0]++ == 0) {
                                throw new IllegalStateException("once");
                            }
                        });
                from("direct:all").errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0)).to(AUDIENCES + "get&key=A")
                        .to("direct:part");
            }
        });

        succeed(context.createProducerTemplate().send("direct:all", exchange -> {}));
        assertThat(description("A")).isEmpty();
        assertThat(calls()).filteredOn(call -> call.startsWith("PUT")).containsExactly("PUT /audiences/b1", "PUT /audiences/b1");
    }

    @Test
    void F67_resultsThatAVariableRestoresAreNoTargets() {
        succeed(run(null, route -> route.to(AUDIENCES + "get&key=A").toV(AUDIENCES + "list", null, "all").setBody().constant(B)
                .to(AUDIENCES + "update")));

        assertThat(description("A")).isEmpty();
        assertThat(description("B")).isEqualTo("changed");
    }

    @Test
    void F67_aResultDoesNotMakeABatchAddressed() {
        succeed(run(null, route -> route.to(AUDIENCES + "get&key=A").setBody().constant("[" + B + "]").to(AUDIENCES + "update")));

        assertThat(description("B")).isEqualTo("changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update&uid=a1", "update&key=A", "delete&uid=a1", "delete&key=A"})
    void F67_aBatchIsNotSentToTheOneDefinitionOfTheUri(String operation) {
        assertThat(rejected(send(AUDIENCES + operation, "[" + B + "]")).getCode()).isEqualTo("NO_BATCH");
        assertThat(rejected(run(List.of(B), route -> route
                .toD(AUDIENCES + operation.replaceFirst("=(\\w+)$", "=$1\\${header.n}")))).getCode()).isEqualTo("NO_BATCH");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelPersonalizeUid", "CamelPersonalizeKey"})
    void F67_aBatchIsNotSentToTheOneDefinitionOfAHeader(String header) {
        for (String operation : List.of("update", "delete")) {
            assertThat(rejected(send(AUDIENCES + operation, List.of(B), header(header, "a1"))).getCode()).isEqualTo("NO_BATCH");
        }
        assertNothingWasSent();
    }

    @Test
    void F67_aBatchIsNotSentWhereTheRouteHasSetWhatItKept() {
        Exchange exchange = run(null, route -> route.to(AUDIENCES + "get&key=A").setProperty("uid").header("CamelPersonalizeUid")
                .setProperty("key").header("CamelPersonalizeKey").to(AUDIENCES + "list").setHeader("CamelPersonalizeUid")
                .exchangeProperty("uid").setHeader("CamelPersonalizeKey").exchangeProperty("key").to(AUDIENCES + "delete"));

        assertThat(rejected(exchange).getCode()).isEqualTo("NO_BATCH");
        assertThat(names(PROJECT)).containsExactly("A", "B");
    }

    @Test
    void F67_anItemOfABatchHasTheMemoryOfItsOwnExchange() {
        AggregationStrategy grouped = new GroupedExchangeAggregationStrategy();
        succeed(run(List.of("A", "B"), route -> route.split().body().aggregationStrategy(grouped).setHeader("n").body()
                .toD(AUDIENCES + "get&key=${header.n}").setBody().simple("{\"name\": \"${header.n}\", \"description\": \"changed\"}").end()
                .to(AUDIENCES + "update")));

        assertThat(List.of(description("A"), description("B"))).containsOnly("changed");
    }

    @Test
    void F68_aUidOfAnotherProjectIsNoTargetAndTheKeyIs() {
        succeed(run(null, AUDIENCES + "get&key=A", AUDIENCES + "delete&projectUid=p2"));

        assertThat(names(PROJECT)).containsExactly("A", "B");
        assertThat(names("p2")).containsExactly("B");
        assertThat(calls()).endsWith("GET /audiences", "DELETE /audiences/a2").doesNotContain("DELETE /audiences/a1");
    }

    @Test
    void F68_aListOfAnotherProjectIsABatchByKey() {
        succeed(run(null, AUDIENCES + "list", AUDIENCES + "delete&projectUid=p2"));

        assertThat(names(PROJECT)).containsExactly("A", "B");
        assertThat(names("p2")).isEmpty();
        assertThat(calls()).doesNotContain("DELETE /audiences/a1", "DELETE /audiences/b1");
    }

    @Test
    void F68_aUidOfAnotherKindIsNoTarget() {
        Exchange exchange = run(null, AUDIENCES + "get&key=B", "personalize:attributes?operation=delete");

        assertThat(rejected(exchange)).hasMessageContaining("(the body's uid is that of the audience of project \"p1\" at "
                + emulator().baseUrl() + ")");
        assertThat(calls()).doesNotContain("DELETE /attributes/b1");
    }

    @Test
    void F68_aUidOfAnotherProjectThatTheRouteSetsAsHeaderIsRejected() {
        Exchange exchange = run(null, route -> route.to(AUDIENCES + "get&key=A").setHeader("CamelPersonalizeUid").simple("${body[uid]}")
                .to(AUDIENCES + "delete&projectUid=p2"));

        assertThat(rejected(exchange)).hasMessage("audience \"A\": the header CamelPersonalizeUid has the uid of the audience of project"
                + " \"p1\" at " + emulator().baseUrl() + "; here it names nothing");
        assertThat(names("p2")).containsExactly("A", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uid\": \"gone\", \"name\": \"A\"}", "[{\"uid\": \"gone\", \"name\": \"A\"}]"})
    void F68_theKeyFindsWhatTheUidOfTheBodyDoesNot(String body) {
        succeed(send(AUDIENCES + "delete", body));

        assertThat(names(PROJECT)).containsExactly("B");
    }

    @Test
    void F68_whatIsGoneUnderUidAndKeyIsUnchanged() {
        Exchange exchange = send(AUDIENCES + "delete", "{\"uid\": \"gone\", \"name\": \"gone, too\"}");

        succeed(exchange);
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
        assertThat(calls()).containsExactly("DELETE /audiences/gone", "GET /audiences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete&uid=gone", "delete"})
    void F68_aUidOnPurposeThatIsGoneDeletesNoOtherDefinition(String operation) {
        Exchange exchange = send(AUDIENCES + operation, "{\"name\": \"A\"}", header("CamelPersonalizeUid", "gone"));

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessage("audience \"A\": project \"p1\" has no definition with uid gone, and its \"A\" has the uid a1;"
                + " nothing was deleted; name the one that is meant");
        assertThat(refused.getCode()).isEqualTo("OTHER_UID");
        assertThat(names(PROJECT)).containsExactly("A", "B");
    }

    @Test
    void F69_aBodyThatAnEarlierStepRemovedIsNoTombstone() {
        Exchange exchange = run(Map.of("name", "A"), route -> route.setHeader("kafka.KEY").constant("B").to(AUDIENCES + "delete")
                .to(AUDIENCES + "upsert&tombstone=delete"));

        assertThat(rejected(exchange)).hasMessage("audience: the message has no body since an earlier step, so that it is no tombstone");
        assertThat(names(PROJECT)).containsExactly("B");
    }

    @Test
    void F69_theKeyOfAResultMakesNoTombstone() {
        Exchange exchange = run(null, route -> route.to(AUDIENCES + "get&key=A").setBody().constant(null)
                .to(AUDIENCES + "upsert&tombstone=delete"));

        assertThat(rejected(exchange)).hasMessage("audience: the message has no body");
        assertThat(names(PROJECT)).containsExactly("A", "B");
    }

    @Test
    void F69_aTombstoneDeletesInOneProjectAfterTheOther() {
        String upsert = AUDIENCES + "upsert&tombstone=delete";
        succeed(run(null, route -> route.setHeader("kafka.KEY").constant("A").to(upsert).to(upsert + "&projectUid=p2")));

        assertThat(names(PROJECT)).containsExactly("B");
        assertThat(names("p2")).containsExactly("B");
    }

    @Test
    void F69_aBodyThatTheRouteHasSetSinceIsForgottenWithTheStep() {
        succeed(run(Map.of("name", "A"), route -> route.to(AUDIENCES + "delete").setBody().constant("{\"name\": \"C\"}")
                .to(AUDIENCES + "upsert").to(AUDIENCES + "delete")));

        assertThat(names(PROJECT)).containsExactly("B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"personalize:project?operation=export", "personalize:project?operation=plan",
            "personalize:audiences?operation=upsert"})
    void F70_noHeaderOfAnEarlierStepIsLeftAfterADocumentOrAReport(String uri) {
        Exchange exchange = run(null, route -> route.to(AUDIENCES + "delete&key=A").setBody().constant(body(uri)).to(uri));

        succeed(exchange);
        assertThat(results(exchange)).containsExactly("CamelPersonalizeRequestCount");
    }

    private static String body(String uri) {
        return uri.contains("project") ? "attributes: []" : "[{\"name\": \"C\"}]";
    }

    @Test
    void F70_noHeaderOfAnEarlierStepIsLeftAfterABatchThatFailed() {
        Exchange exchange = run(null, route -> route.to(AUDIENCES + "delete&key=A").setBody().constant("[{\"name\": 1}]").setHeader("mine")
                .constant("kept").to(AUDIENCES + "upsert"));

        assertThat(rejected(exchange).getReport()).isInstanceOf(BatchReport.class);
        assertThat(results(exchange)).containsExactly("CamelPersonalizeRequestCount");
        assertThat(exchange.getMessage().getHeaders()).containsEntry("mine", "kept");
    }

    @Test
    void F70_aFailureKeepsWhatTheRouteHasSet() {
        Exchange exchange = run(null, route -> route.to(AUDIENCES + "get&key=A").setHeader("CamelPersonalizeKey").constant("none")
                .to(AUDIENCES + "get"));

        assertThat(rejected(exchange).getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeKey", "none")
                .containsEntry("CamelPersonalizeOutcome", "REJECTED").doesNotContainKey("CamelPersonalizeUid");
    }

    private static List<String> results(Exchange exchange) {
        return exchange.getMessage().getHeaders().keySet().stream().filter(name -> name.startsWith("CamelPersonalize")).sorted().toList();
    }

    private static void succeed(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
    }

    private Exchange run(Object body, String... uris) {
        return run(body, route -> List.of(uris).forEach(route::to));
    }

    private Exchange run(Object body, Steps steps) {
        String entrance = "direct:steps" + context.getRoutesSize();
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    steps.addTo(from(entrance));
                }
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return context.createProducerTemplate().send(entrance, exchange -> exchange.getMessage().setBody(body));
    }

    private List<String> names(String project) {
        return emulator().project(project).audiences().stream().map(audience -> audience.path("name").asText()).toList();
    }

    private String description(String name) {
        return emulator().project(PROJECT).audiences().stream().filter(audience -> audience.path("name").asText().equals(name))
                .map(audience -> audience.path("description").asText()).findFirst().orElseThrow();
    }
}
