// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.Step;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.camelpersonalize.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One project under several spellings, in several components and with several credentials. */
@BothDialects
class ProjectIdentityFaultsTest extends ServerFaultRoutes {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String UPSERT = "?operation=upsert";
    private String years() {
        return age().replace("Age", "Years");
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Ways to write the same project. */
    enum Spelling {

        SLASH("personalize", "%s/"), SLASHES("personalize", "%s///"), UPPER_CASE("personalize", "HTTP:%s"), DOT("personalize",
                "%s/."), BACK("personalize", "%s/x/.."), ESCAPED_BACK("personalize", "%s/x/%%2e%%2E"), OTHER_COMPONENT("other", "%s");

        private final String component;
        private final String pattern;

        Spelling(String component, String pattern) {
            this.component = component;
            this.pattern = pattern;
        }

        private String uri(String rest, String baseUrl) {
            String url = this == UPPER_CASE ? baseUrl.toUpperCase(Locale.ROOT) : pattern.formatted(baseUrl);
            return component + ":" + rest + "&baseUrl=RAW(" + url + ")";
        }
    }

    @BeforeEach
    void addAnotherComponent() {
        PersonalizeComponent other = new PersonalizeComponent();
        PersonalizeConfiguration options = new PersonalizeConfiguration();
        options.setDialect(samples.dialect());
        options.setProjectUid(PROJECT);
        options.setAuthtoken(component().getConfiguration().getAuthtoken());
        options.setRequestsPerSecond(100_000);
        options.setMaxRetries(2);
        other.setConfiguration(options);
        context.addComponent("other", other);
        HurriedTime.set(other, time);
        context.getRegistry().bind("states", new MemoryStateRepository());
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void F74_whatOneSpellingHasListedServesTheOther(Spelling spelling) {
        assertOutcome(send("personalize:attributes" + UPSERT, age()), "CREATED", 2);

        assertOutcome(send(uri(spelling, "attributes" + UPSERT), age()), "UNCHANGED", 0);
        assertOutcome(send(uri(spelling, "attributes" + UPSERT), years()), "UPDATED", 1);
        assertOutcome(send("personalize:attributes" + UPSERT, age()), "UPDATED", 1);
    }

    @ParameterizedTest
    @EnumSource
    void F74_F45_routesWithTwoSpellingsCreateOneDefinition(Spelling spelling) {
        server.keepDoubles(true);
        server.on(POST_ATTRIBUTES, Answers.good().whenReceived(() -> Thread.sleep(100)));
        List<String> uris = List.of(uri(spelling, "attributes?operation=upsert&indexTtl=0"),
                "personalize:attributes?operation=upsert&indexTtl=0");
        uris.forEach(uri -> rejected(send(uri, "{}")));

        List<CompletableFuture<Exchange>> sent = IntStream.range(0, 8).mapToObj(i -> inBackground(uris.get(i % 2), age())).toList();

        assertThat(sent).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(SOON)
                .satisfies(done -> assertThat(done.getException()).isNull()));
        assertThat(server.state("attributes")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void F74_oneSpellingPrunesWhatTheOtherHasApplied(Spelling spelling) {
        String two = "attributes: " + batch(samples.attribute("a", "A"), samples.attribute("b", "B"));
        String one = "attributes: " + batch(samples.attribute("a", "A"));
        for (String states : List.of("", "&stateRepository=#states")) {
            assertThat(send("personalize:project?operation=apply" + states, two).getException()).isNull();

            Plan plan = send(uri(spelling, "project?operation=plan&prune=owned" + states), one).getMessage().getBody(Plan.class);

            assertThat(plan.steps()).filteredOn(step -> step.action() == Action.DELETE).extracting(Step::key).containsExactly("b");
            assertThat(send(uri(spelling, "project?operation=apply&prune=owned" + states), one).getException()).isNull();
        }
        assertThat(server.state("attributes")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void F74_aVersionThatOneSpellingHasWrittenHoldsForTheOther(Spelling spelling) {
        String versioned = "attributes?operation=upsert&versionField=rev&stateRepository=#states";
        send("personalize:" + versioned, age().replace("{", "{\"rev\": 5, "));

        Exchange older = send(uri(spelling, versioned), years().replace("{", "{\"rev\": 4, "));

        assertOutcome(older, "UNCHANGED", 0);
        assertThat(server.state("attributes")).extracting(age -> age.get("name").textValue()).containsExactly("Age");
    }

    @ParameterizedTest
    @EnumSource
    void F74_twoConsumersOfOneStateAreFoundUnderTwoSpellings(Spelling spelling) throws Exception {
        context.addRoutes(consumer("personalize:attributes?stateRepository=#states"));

        assertThatThrownBy(() -> context.addRoutes(consumer(uri(spelling, "attributes?stateRepository=#states"))))
                .hasMessageContaining("is used by the route first already");
    }

    @ParameterizedTest
    @EnumSource
    void F74_aPauseThatTheServiceAsksForHoldsForAllSpellings(Spelling spelling) {
        String list = uri(spelling, "attributes?operation=list");
        String gateway = LIST + "&baseUrl=" + server.baseUrl() + "/gateway";
        server.always("GET /gateway/attributes", Answers.ok("[]"));
        send(list, null);
        send(gateway, null);
        server.on(GET_ATTRIBUTES, Answers.status(429).header("Retry-After", "3600"));

        unavailable(send(LIST, null));

        assertThat(unavailable(send(list, null))).hasMessageContaining("the service asked to wait another 3600 s");
        assertThat(send(gateway, null).getException()).isNull();
        assertThat(calls()).containsExactly(GET_ATTRIBUTES, "GET /gateway/attributes", GET_ATTRIBUTES, "GET /gateway/attributes");
    }

    @Test
    void F74_twoPathsOfAGatewayAreTwoServices() {
        server.on("GET /one/attributes", Answers.ok("[" + held() + "]"));
        server.on("GET /two/attributes", Answers.ok("[]"));
        server.on("POST /two/attributes", Answers.ok(held()));
        String uri = "personalize:attributes?operation=upsert&baseUrl=" + server.baseUrl();

        assertOutcome(send(uri + "/one", years()), "UNCHANGED", 1);
        assertOutcome(send(uri + "/two/", years()), "CREATED", 2);
    }

    @Test
    void F75_aCredentialSeesOnlyWhatItHasListedItself() {
        server.on(GET_ATTRIBUTES, Answers.ok("[" + held() + "]"), Answers.ok("[]"));

        assertOutcome(send("personalize:attributes" + UPSERT, years()), "UNCHANGED", 1);
        assertOutcome(send(withToken("other"), years()), "CREATED", 2);
    }

    @Test
    void F75_aCredentialDoesNotGetTheFailureOfAnother() {
        CountDownLatch late = new CountDownLatch(1);
        server.on(GET_ATTRIBUTES, Answers.status(403).whenReceived(late::await));
        CompletableFuture<Exchange> forbidden = inBackground("personalize:attributes" + UPSERT, age());
        Awaitility.await().until(() -> calls().size() == 1);

        assertOutcome(send(withToken("other"), age().replace("age", "other")), "CREATED", 2);
        late.countDown();

        assertThat(forbidden).succeedsWithin(SOON).satisfies(this::unauthorized);
    }

    @Test
    void F75_whatOneCredentialWritesTheOtherListsBeforeItReliesOnItsOwnList() {
        String uri = withToken("other");
        send("personalize:attributes" + UPSERT, age());
        assertOutcome(send(uri, age()), "UNCHANGED", 1);

        assertOutcome(send("personalize:attributes" + UPSERT, years()), "UPDATED", 1);
        assertOutcome(send(uri, age()), "UPDATED", 2);
        assertOutcome(send("personalize:attributes?operation=delete&key=age", null), "DELETED", 2);
        assertOutcome(send(uri, age()), "CREATED", 2);
    }

    @Test
    void F75_whatOneCredentialHasJustWrittenIsThereForTheOtherThoughItsListIsLate() {
        String uri = withToken("other");
        send(uri, age().replace("age", "first"));
        send("personalize:attributes" + UPSERT, age());
        server.on(GET_ATTRIBUTES, Answers.ok("[]"));

        assertOutcome(send(uri, age()), "UNCHANGED", 1);
        assertThat(server.state("attributes")).hasSize(2);
    }

    @Test
    void F75_F45_routesWithTwoCredentialsCreateOneDefinition() {
        server.keepDoubles(true);
        List<String> uris = List.of(withToken("one") + "&indexTtl=0", withToken("two") + "&indexTtl=0");
        uris.forEach(uri -> rejected(send(uri, "{}")));

        List<CompletableFuture<Exchange>> sent = Stream.concat(uris.stream(), uris.stream()).map(uri -> inBackground(uri, age())).toList();

        assertThat(sent).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(SOON)
                .satisfies(done -> assertThat(done.getException()).isNull()));
        assertThat(server.state("attributes")).hasSize(1);
    }

    private String uri(Spelling spelling, String rest) {
        return spelling.uri(rest, server.baseUrl());
    }

    private static String withToken(String token) {
        return "personalize:attributes?operation=upsert&accessToken=" + token;
    }

    private static RouteBuilder consumer(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri + (uri.contains("?") ? "&" : "?") + "initialDelay=3600000").routeId(uri.contains("baseUrl") ? "second" : "first")
                        .to("log:changes");
            }
        };
    }

    private CompletableFuture<Exchange> inBackground(String uri, String body) {
        return CompletableFuture.supplyAsync(() -> send(uri, body, Map.of()), threads);
    }
}
