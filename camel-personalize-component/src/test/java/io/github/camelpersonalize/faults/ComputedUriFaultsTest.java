// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.github.camelpersonalize.PersonalizeEndpoint;
import io.github.camelpersonalize.PersonalizeEndpointBuilderFactory.PersonalizeBuilders;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** URIs with a part out of the message: {@code toD} gives what {@code to} gives, and a message decides the value and nothing else. */
class ComputedUriFaultsTest extends FaultRoutes {

    private static final String GET = "personalize:audiences?operation=get&key=";
    private static final String REFUSED = "what was computed for toD changes the URI (%s); a message may decide only values, and those of"
            + " other options than uid, key and versionUid must not hold & ? # %% ( ) { } $ or control characters";

    /** Adds steps to a route. */
    private interface Steps {

        void addTo(RouteDefinition route);
    }

    @BeforeEach
    void setProperties() {
        Properties properties = new Properties();
        properties.setProperty("db.password", "s3cret");
        properties.setProperty("prefix", "Pre");
        context.getPropertiesComponent().setInitialProperties(properties);
    }

    /** Each of them is the name of an audience, whatever a URI would make of it. */
    @ParameterizedTest
    @ValueSource(strings = {"Plain", "two words", "a&prune=all", "a&operation=list", "a&key=b", "RAW(x", "RAW(x)", "RAW{x}", "x)", "x}",
            "x)&uid=b",
            "{{db.password}}", "{{nowhere:x}}", "a%26b", "a%2", "100%", "a+b", "a;b", "a#b", "a?b", "a=b", "über", "名前", "🙂", "a\\\\b",
            "\"q\"",
            "${body}", "$simple{body}"})
    void F71_F72_aKeyIsTheTextOfTheMessage(String name) {
        send("personalize:audiences?operation=create", Map.of("name", name));
        List<String> forms = List.of(GET + "${header.n}", GET + "RAW(${header.n})", GET + "RAW{${header.n}}",
                "personalize:audiences?key=${header.n}&operation=get", "personalize:audiences?key=RAW($simple{header.n})&operation=get");

        for (String form : forms) {
            assertThat(definition(toD(form, name))).as(form).containsEntry("name", name);
        }
    }

    @Test
    void F72_aLineBreakIsPartOfTheKey() {
        PersonalizeRejectedException refused = rejected(toD(GET + "${header.n}", "a\n&operation=delete"));

        assertThat(refused.getCode()).isEqualTo("NOT_FOUND");
        assertThat(refused.getKey()).isEqualTo("a\n&operation=delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My ", "{{prefix}}-", "a%20b", "a+b", "ü", "100% "})
    void F71_whatTheAuthorHasWrittenMeansTheSameAsInTo(String written) {
        PersonalizeRejectedException to = rejected(send(GET + written + "x", null));

        assertThat(rejected(toD(GET + written + "${header.n}", "x")).getKey()).isEqualTo(to.getKey());
    }

    @Test
    void F71_theAuthorsRawTextIsTakenAsItIs() {
        assertThat(rejected(toD(GET + "RAW(a&b%20+${header.n}.)", "x&y")).getKey()).isEqualTo("a&b%20+x&y.");
        assertThat(rejected(toD(GET + "RAW{a)&(${header.n}}&maxRetries=0", "x")).getKey()).isEqualTo("a)&(x");
    }

    /** Camel computes such a value once and the component once more: what Camel has computed counts. */
    @Test
    void F71_aValueThatIsAnotherOneEachTimeIsReadInTheSameWay() {
        assertThat(rejected(toD(GET + "RAW(a%20+b${random(1000000000)})", "x")).getKey()).matches("a%20\\+b\\d+");
        assertThat(rejected(toD(GET + "a%20+b${random(1000000000)}", "x")).getKey()).matches("a  b\\d+");
    }

    @Test
    void F71_aUidInRawIsAUid() {
        emulator().seed(PROJECT, "{\"audiences\": [{\"uid\": \"u1\", \"name\": \"A\"}]}");

        Exchange exchange = toD("personalize:audiences?operation=delete&uid=RAW(${header.n})", "u1");

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).containsExactly("DELETE /audiences/u1");
    }

    @Test
    void F71_anEmptyValueIsNoOtherTarget() {
        emulator().seed(PROJECT, "{\"audiences\": [{\"uid\": \"a1\", \"name\": \"A\"}]}");

        assertThat(rejected(run("{\"name\": \"A\"}", route -> route.toD("personalize:audiences?operation=delete&key=${header.none}"))))
                .hasMessage("audience \"A\": the option key is blank");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1&prune=all", "p1&authtoken=x", "RAW(p1", "RAW{p1", "{{db.password}}", "p1%26prune=all", "p1#x", "p1?x",
            "a\nb",
            "${body}", "x)&prune=all"})
    void F72_aMessageDecidesOnlyTheValueOfAnotherOption(String project) {
        for (String form : List.of("personalize:audiences?operation=list&projectUid=${header.n}",
                "personalize:audiences?projectUid=RAW(${header.n})&operation=list")) {
            PersonalizeRejectedException refused = rejected(toD(form, project));

            assertThat(refused).hasMessage(REFUSED.formatted("projectUid"));
            assertThat(refused.getCode()).isEqualTo("BAD_URI");
            assertThat(text(refused)).doesNotContain(project, "s3cret");
        }
        assertNothingWasSent();
    }

    @Test
    void F72_valuesOfOtherOptionsReachTheEndpoint() {
        emulator().seed("p2", "{\"audiences\": [{\"uid\": \"a2\", \"name\": \"A\"}]}");

        Exchange exchange = run(null,
                route -> route.setHeader("n").constant("p2").setHeader("r").constant("audiences").setHeader("o").constant("get")
                        .toD("personalize:${header.r}?projectUid=${header.n}&operation=${header.o}&key=A"));

        assertThat(definition(exchange)).containsEntry("uid", "a2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audiences?baseUrl=http://127.0.0.1:1&x=", "audiences&x", "{{db.password}}"})
    void F72_aMessageCannotEndThePath(String resource) {
        assertThat(rejected(toD("personalize:${header.n}?operation=list", resource))).hasMessage(REFUSED.formatted("resource"));
    }

    /** An operator that only the whole expression has: it is compared with what the author has written. */
    @Test
    void F72_anExpressionThatIsNotUnderstoodIsCompared() {
        assertThat(rejected(toD(GET + "${header.n}++", "5")).getKey()).isEqualTo("6");
    }

    @Test
    void F72_everyOptionOfTheAuthorKeepsItsValue() {
        for (String name : List.of("RAW(x", "a&maxRetries=9&projectUid=p9", "{{db.password}}")) {
            assertThat(rejected(toD("personalize:audiences?key=${header.n}&operation=get&projectUid=RAW(p&1)&maxRetries=7", name)).getKey())
                    .isEqualTo(name);
        }

        assertThat(context.getEndpoints()).filteredOn(PersonalizeEndpoint.class::isInstance).hasSize(1).allSatisfy(endpoint -> {
            assertThat(((PersonalizeEndpoint) endpoint).getConfiguration().getProjectUid()).isEqualTo("p&1");
            assertThat(((PersonalizeEndpoint) endpoint).getConfiguration().getMaxRetries()).isEqualTo(7);
            assertThat(((PersonalizeEndpoint) endpoint).getConfiguration().getKey()).isNull();
        });
        assertThat(calls()).containsExactly("GET /audiences", "GET /audiences", "GET /audiences");
    }

    @Test
    void F70_aFailureLeavesNoTargetForTheNextStep() {
        emulator().seed(PROJECT, "{\"audiences\": [{\"uid\": \"a1\", \"name\": \"A\"}, {\"uid\": \"b1\", \"name\": \"B\"}]}");

        Exchange exchange = run("{\"name\": \"B\"}", route -> route.setHeader("n").constant("none").doTry().toD(GET + "${header.n}")
                .doCatch(PersonalizeException.class).end().to("personalize:audiences?operation=delete"));

        assertThat(exchange.getException()).isNull();
        assertThat(emulator().project(PROJECT).audiences()).extracting(audience -> audience.path("name").asText()).containsExactly("A");
        assertThat(exchange.getMessage().getHeaders()).containsEntry("n", "none");
    }

    @Test
    void F70_aTargetThatNoProducerTookIsGone() throws Exception {
        emulator().seed(PROJECT, "{\"audiences\": [{\"uid\": \"a1\", \"name\": \"A\"}, {\"uid\": \"b1\", \"name\": \"B\"}]}");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("personalize:audiences\\?operation=delete.*").skipSendToOriginalEndpoint()
                        .to("personalize:audiences?operation=get&key=B");
                from("direct:in").setHeader("n").constant("A").toD("personalize:audiences?operation=delete&key=${header.n}")
                        .to("personalize:audiences?operation=get");
            }
        });

        Exchange exchange = context.createProducerTemplate().send("direct:in", none -> {});

        assertThat(definition(exchange)).as("the detour is about B, and so is its result").containsEntry("name", "B");
        assertThat(exchange.getProperties()).doesNotContainKey("CamelPersonalizeComputedTarget");
    }

    @Test
    void F70_headersOfTheRouteStay() {
        Exchange exchange = run(null, route -> route.setHeader("n").constant("u1").setHeader("CamelPersonalizeKey").constant("mine")
                .toD("personalize:audiences?operation=get&uid=${header.n}"));

        assertThat(rejected(exchange)).isNotNull();
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeKey", "mine")
                .doesNotContainKey("CamelPersonalizeUid");
    }

    @Test
    void F71_parallelBranchesHaveTheirOwnTargets() {
        List<String> names = List.of("A", "B", "C", "D", "E", "F");
        names.forEach(name -> send("personalize:audiences?operation=create", Map.of("name", name)));

        Exchange exchange = run(names, route -> route.split().body().parallelProcessing().setHeader("n").body()
                .toD("personalize:audiences?operation=delete&key=${header.n}").end());

        assertThat(exchange.getException()).isNull();
        assertThat(emulator().project(PROJECT).audiences()).isEmpty();
    }

    @Test
    void F71_withoutTheOptimisationTheEndpointHasTheKey() {
        send("personalize:audiences?operation=create", Map.of("name", "two words"));

        Exchange exchange = run(null, route -> route.setHeader("n").constant("two words").toD().uri(GET + "RAW(${header.n})")
                .allowOptimisedComponents(false).end());

        assertThat(definition(exchange)).containsEntry("name", "two words");
    }

    @Test
    void F71_aWireTapAndAnEnricherHaveIt() {
        send("personalize:audiences?operation=create", Map.of("name", "a&b"));

        Exchange exchange = run(null, route -> route.setHeader("n").constant("a&b").enrich().simple(GET + "${header.n}").end());

        assertThat(definition(exchange)).containsEntry("name", "a&b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=${header.n}", "uid=${header.n}", "projectUid=${header.n}", "versionField=${header.n}",
            "key=RAW(${header.n})",
            "key=a$simple{header.n}", "onConflict=${header.n}"})
    void F73_anExpressionInAPlainUriIsRefusedAtStart(String option) {
        String name = option.substring(0, option.indexOf('='));

        assertThat(startFailure("personalize:audiences?operation=update&" + option)).hasMessage("personalize:audiences: the option " + name
                + " has an expression, which to does not compute; use toD");
    }

    @Test
    void F73_anExpressionAsOperationOrOfAConsumerIsRefusedAtStart() {
        assertThat(startFailure("personalize:audiences?operation=${header.o}")).hasMessage("personalize:audiences: the option operation has"
                + " an expression, which to does not compute; use toD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "uid", "projectUid", "versionField", "baseUrl", "changes"})
    void F73_anExpressionInADefaultOfTheComponentIsRefusedAtStart(String option) {
        PropertyBindingSupport.build().bind(context, component(), "configuration." + option, "a${header.n}");

        assertThat(startFailure("personalize:audiences?operation=update")).hasMessage("personalize:audiences: the option " + option
                + " has an expression, which to does not compute; use toD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${header.n}", "{{expression}}", "RAW(${header.n})", "{{raw}}", "a$simple{header.n}"})
    void F73_anExpressionFromThePropertiesOrTheEndpointDslIsRefusedAtStart(String key) {
        Properties properties = new Properties();
        properties.setProperty("expression", "${header.n}");
        properties.setProperty("raw", "RAW(${header.n})");
        context.getPropertiesComponent().setInitialProperties(properties);
        String refused = "personalize:audiences: the option key has an expression, which to does not compute; use toD";

        assertThat(startFailure("personalize:audiences?operation=update&key=" + key)).hasMessage(refused);
        assertThatThrownBy(() -> context.addRoutes(new EndpointDslRoutes(key))).hasRootCauseMessage(refused);
    }

    /** A route of the endpoint DSL. */
    private static final class EndpointDslRoutes extends RouteBuilder implements PersonalizeBuilders {

        private final String key;

        EndpointDslRoutes(String key) {
            this.key = key;
        }

        @Override
        public void configure() {
            from("direct:dsl").to(personalize("audiences").operation("update").key(key));
        }
    }

    private Exchange toD(String uri, String value) {
        return run(null, route -> route.process(exchange -> exchange.getMessage().setHeader("n", value)).toD(uri));
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
}
