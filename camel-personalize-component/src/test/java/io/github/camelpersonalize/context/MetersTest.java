// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a dashboard shows. */
class MetersTest extends EmulatedRoutes {

    private static final String LIST = "personalize:attributes?operation=list&maxRetries=3";
    private static final String AGE = """
            {"name": "Age", "key": "age", "data_type": "number"}""";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void requestsRetriesRefusalsAndWaitsAreCountedByResource() {
        context.getRegistry().bind("meters", meters);
        emulator().script(Script.on("GET", "/attributes").then(Step.status(429).header("Retry-After", "7")));

        send(LIST, null);
        send("personalize:audiences?operation=list", null);

        assertThat(count("personalize.requests", "attributes")).isEqualTo(2);
        assertThat(count("personalize.requests", "audiences")).isEqualTo(1);
        assertThat(count("personalize.retries", "attributes")).isEqualTo(1);
        assertThat(count("personalize.ratelimited", "attributes")).isEqualTo(1);
        assertThat(count("personalize.waited", "attributes")).isGreaterThanOrEqualTo(7);
        assertThat(count("personalize.waited", "audiences")).isLessThan(7);
    }

    @Test
    void aCreateWhoseAnswerWasLostIsCounted() {
        context.getRegistry().bind("meters", meters);
        emulator().script(Script.on("POST", "/attributes").then(Step.status(503).applied()));

        send("personalize:attributes?operation=create&maxRetries=3", AGE);

        assertThat(count("personalize.reconciled", "attributes")).isEqualTo(1);
    }

    @Test
    void callsAreCountedByTheWayTheyEndedWhateverTheNumberOfTries() {
        context.getRegistry().bind("meters", meters);
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503, 503, 200, 401, 422, 503, 503, 503, 503));
        emulator().script(Script.on("POST", "/attributes").thenStatuses(422));

        for (int i = 0; i < 4; i++) {
            send(LIST, null);
        }
        send("personalize:attributes?operation=create", AGE);

        assertThat(calls("success")).isEqualTo(1);
        assertThat(calls("unauthorized")).isEqualTo(1);
        assertThat(calls("rejected")).isEqualTo(1);
        assertThat(calls("misconfigured")).isEqualTo(1);
        assertThat(calls("unavailable")).isEqualTo(1);
    }

    @Test
    void amongSeveralRegistriesCamelsOwnIsTaken() {
        context.getRegistry().bind("other", new SimpleMeterRegistry());
        context.getRegistry().bind("metricsRegistry", meters);

        send(LIST, null);

        assertThat(count("personalize.requests", "attributes")).isEqualTo(1);
    }

    @Test
    void amongSeveralRegistriesTheirCompositeIsTaken() {
        context.getRegistry().bind("one", meters);
        context.getRegistry().bind("other", new SimpleMeterRegistry());
        context.getRegistry().bind("all", new CompositeMeterRegistry(Clock.SYSTEM, List.of(meters)));

        send(LIST, null);

        assertThat(count("personalize.requests", "attributes")).isEqualTo(1);
    }

    @Test
    void amongSeveralRegistriesOfWhichNoneIsCamelsNorACompositeNoneIsTaken() {
        context.getRegistry().bind("one", meters);
        context.getRegistry().bind("other", new SimpleMeterRegistry());

        send(LIST, null);

        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void aRegistryThatComesLateShowsWhatWasCountedBefore() {
        send(LIST, null);
        context.getRegistry().bind("meters", meters);

        send("personalize:audiences?operation=list", null);

        assertThat(count("personalize.requests", "attributes")).isEqualTo(1);
    }

    @Test
    void F65_noEndpointMakesMoreMetersAndNoTagTellsUidKeyOrProject() {
        context.getRegistry().bind("meters", meters);
        send("personalize:attributes?operation=get&uid=a0", null);
        List<Meter> before = meters.getMeters();

        for (int i = 1; i < 20; i++) {
            send("personalize:attributes?operation=get&uid=a" + i, null);
            send("personalize:attributes?operation=get&key=k" + i + "&projectUid=p" + i, null);
        }

        assertThat(meters.getMeters()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(tagKeys()).containsExactlyInAnyOrder("resource", "outcome");
        assertThat(count("personalize.requests", "attributes")).isEqualTo(39);
    }

    @Test
    void whenTheContextStopsItsMetersAreGone() {
        context.getRegistry().bind("meters", meters);
        send(LIST, null);

        context.stop();

        assertThat(meters.getMeters()).isEmpty();
    }

    private double count(String name, String resource) {
        return meters.get(name).tag("resource", resource).functionCounter().count();
    }

    private double calls(String outcome) {
        FunctionCounter counter = meters.get("personalize.calls").tag("resource", "attributes").tag("outcome", outcome).functionCounter();
        return counter.count();
    }

    private Set<String> tagKeys() {
        return meters.getMeters().stream().flatMap(meter -> meter.getId().getTags().stream()).map(Tag::getKey).collect(Collectors.toSet());
    }
}
