// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Plan, apply and export of {@link LargeManifest#WHOLE}: 300 definitions, what they cost, and that they are the same everywhere. */
class LargeProjectTest extends EmulatedRoutes {

    private static final String APPLY = "personalize:project?operation=apply&maxDeletes=300";
    private static final String WHOLE = LargeManifest.WHOLE.document().toString();
    private static final String SMALLER = LargeManifest.SMALLER.document().toString();
    private static final Map<Action, Outcome> OUTCOMES = Map.of(Action.CREATE, Outcome.CREATED, Action.UPDATE, Outcome.UPDATED,
            Action.DELETE, Outcome.DELETED, Action.UNCHANGED, Outcome.UNCHANGED, Action.BLOCKED, Outcome.BLOCKED);

    @Test
    void applyCostsAListAKindARequestADefinitionAndTheOrder() {
        emulator().seed(PROJECT, LargeManifest.FOUND);

        apply(APPLY, WHOLE);

        assertThat(counts()).isEqualTo(Map.of("GET /attributes", 1, "GET /audiences", 1, "GET /events", 1, "GET /experiences", 1,
                "POST /attributes", 100, "POST /audiences", 100, "POST /events", 40, "POST /experiences", 60, "GET /experiences/priority",
                2,
                "PUT /experiences/priority", 1));
    }

    @Test
    void aSecondApplyCostsTheListsAlone() {
        apply(APPLY, WHOLE);
        emulator().clearRequests();

        apply(APPLY, WHOLE);

        assertThat(counts()).isEqualTo(Map.of("GET /attributes", 1, "GET /audiences", 1, "GET /events", 1, "GET /experiences", 1,
                "GET /experiences/priority", 1));
    }

    @Test
    void whatDiffersCostsARequestEach() {
        apply(APPLY, WHOLE);
        emulator().clearRequests();

        apply(APPLY, WHOLE.replace("Größe 7\"", "Size 7\"").replace("\"at_least\":12}", "\"at_least\":13}"));

        assertThat(counts()).isEqualTo(Map.of("GET /attributes", 1, "GET /audiences", 1, "GET /events", 1, "GET /experiences", 1,
                "GET /experiences/priority", 1, "PUT /attributes/*", 1, "PUT /audiences/*", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prune=none", "prune=owned", "prune=all", "prune=all&onConflict=skip", "prune=owned&onConflict=fail"})
    void F61_applyDoesWhatPlanSays(String options) {
        emulator().seed(PROJECT, LargeManifest.FOUND);
        apply(APPLY, WHOLE);
        apply(APPLY, """
                audiences: [{name: Beyond, rules: {audience: "ref:audience/Audience 95"}}]
                events: [{key: beyond, name: Beyond}]""");
        String desired = SMALLER.replace("Größe 7\"", "Size 7\"").replace("event-3\"", "event-new\"").replace("Audience 60\"",
                "Audience new\"");
        emulator().clearRequests();

        Plan plan = send("personalize:project?operation=plan&" + options, desired).getMessage().getBody(Plan.class);
        assertThat(calls()).allSatisfy(call -> assertThat(call).startsWith("GET "));
        BatchReport report = report(send(APPLY + "&failOn=none&" + options, desired));

        List<String> planned = new ArrayList<>(plan.steps().stream().map(step -> step.resource().kind() + " " + step.key() + " "
                + OUTCOMES.get(step.action())).toList());
        plan.priority().ifPresent(order -> planned.add("priority null " + OUTCOMES.get(order.action())));
        assertThat(report.items()).extracting(LargeProjectTest::line).containsExactlyElementsOf(planned);
    }

    @Test
    void F61_aPlanMadeBeforeAndTheManifestItselfLeaveTheSameProject() {
        emulator().seed(PROJECT, LargeManifest.FOUND);
        emulator().seed("p2", LargeManifest.FOUND);
        String plan = send("personalize:project?operation=plan&prune=all", WHOLE).getMessage().getBody(Plan.class).toJson().toString();

        apply(APPLY + "&prune=all", plan);
        apply(APPLY + "&prune=all&projectUid=p2", WHOLE);

        Held byPlan = new Held(emulator().project(PROJECT));
        Held byManifest = new Held(emulator().project("p2"));
        for (String kind : List.of("attributes", "events", "audiences", "experiences")) {
            assertThat(byPlan.all(kind)).containsExactlyElementsOf(byManifest.all(kind));
        }
        assertThat(byPlan.priority()).isEqualTo(byManifest.priority()).hasSize(60);
    }

    @Test
    void F63_anExportIsTheSameProjectElsewhereWithTheUidsOfThatPlace() {
        emulator().seed("p2", LargeManifest.FOUND);
        apply(APPLY, WHOLE);
        String exported = send("personalize:project?operation=export", null).getMessage().getBody(String.class);

        BatchReport first = apply(APPLY + "&projectUid=p2", exported);
        BatchReport second = apply(APPLY + "&projectUid=p2", exported);

        assertThat(first.counts()).isEqualTo(Map.of(Outcome.CREATED, 300L, Outcome.UNCHANGED, 1L, Outcome.UPDATED, 1L));
        assertThat(second.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 302L));
        Held here = new Held(emulator().project(PROJECT));
        Held there = new Held(emulator().project("p2"));
        assertThat(there.uids().values()).doesNotContainAnyElementsOf(here.uids().values());
        for (String kind : List.of("attributes", "events", "audiences", "experiences")) {
            assertThat(there.all(kind)).containsAll(here.all(kind));
        }
        assertThat(there.priority()).startsWith(here.priority().toArray(String[]::new));
        assertThat(new TreeSet<>(here.uids().keySet())).isEqualTo(LargeManifest.WHOLE.names());
    }

    private BatchReport apply(String uri, String body) {
        return report(send(uri, body));
    }

    private static BatchReport report(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(BatchReport.class);
    }

    /** How many requests there were by method and path, an asterisk in the place of a uid. */
    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        calls().forEach(call -> counts.merge(call.replaceAll("/[0-9a-f]{24}$", "/*"), 1, Integer::sum));
        return counts;
    }

    private static String line(ItemResult item) {
        return item.kind() + " " + item.key() + " " + item.outcome();
    }
}
