// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.Map;
import java.util.TreeMap;

import io.github.camelpersonalize.api.Resource;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is counted for a resource, as meters show it. */
class ResourceStatsTest {

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ResourceStats stats = ResourceStats.of(context);

    @Test
    void eachResourceIsCountedForItself() {
        assertThat(stats.of(Resource.attributes)).isSameAs(ResourceStats.of(context).of(Resource.attributes))
                .isNotSameAs(stats.of(Resource.events));
    }

    @Test
    void aMeterShowsWhatIsCounted() {
        context.getRegistry().bind("meters", meters);
        context.start();

        Endpoints.call(context, stats.of(Resource.attributes), 429);
        stats.of(Resource.attributes).reconciled();

        Map<String, Double> counts = counts();
        assertThat(counts.remove("personalize.waited attributes seconds")).isNotNull();
        assertThat(counts).isEqualTo(Map.of("personalize.requests attributes", 1.0, "personalize.retries attributes", 0.0,
                "personalize.ratelimited attributes", 1.0, "personalize.reconciled attributes", 1.0, "personalize.calls attributes success",
                0.0, "personalize.calls attributes rejected", 0.0, "personalize.calls attributes unavailable", 1.0,
                "personalize.calls attributes misconfigured", 0.0, "personalize.calls attributes unauthorized", 0.0));
    }

    @Test
    void aRegistryThatComesLateShowsWhatWasCountedBefore() {
        stats.of(Resource.attributes).reconciled();
        context.getRegistry().bind("meters", meters);

        stats.of(Resource.events);

        assertThat(counts()).containsEntry("personalize.reconciled attributes", 1.0).containsEntry("personalize.reconciled events", 0.0);
    }

    @Test
    void amongSeveralRegistriesCamelsOwnIsTaken() {
        context.getRegistry().bind("other", new SimpleMeterRegistry());
        context.getRegistry().bind("metricsRegistry", meters);

        stats.of(Resource.attributes);

        assertThat(meters.getMeters()).isNotEmpty();
    }

    @Test
    void orTheirComposite() {
        MeterRegistry other = new SimpleMeterRegistry();
        context.getRegistry().bind("one", meters);
        context.getRegistry().bind("other", other);
        CompositeMeterRegistry composite = new CompositeMeterRegistry(Clock.SYSTEM);
        context.getRegistry().bind("all", composite);

        stats.of(Resource.attributes);

        assertThat(composite.getMeters()).isNotEmpty();
        assertThat(other.getMeters()).isEmpty();
    }

    @Test
    void withoutOneOfTheseNoneIsTaken() {
        MeterRegistry other = new SimpleMeterRegistry();
        context.getRegistry().bind("one", meters);
        context.getRegistry().bind("other", other);

        stats.of(Resource.attributes);

        assertThat(meters.getMeters()).isEmpty();
        assertThat(other.getMeters()).isEmpty();
    }

    @Test
    void theMetersAreGoneWithTheContextAndThereAgainWhenItStartsAnew() {
        context.getRegistry().bind("meters", meters);
        stats.of(Resource.attributes).reconciled();
        stats.start();

        stats.stop();
        assertThat(meters.getMeters()).isEmpty();

        stats.start();
        stats.of(Resource.attributes);
        assertThat(counts()).containsEntry("personalize.reconciled attributes", 1.0);
    }

    /** By name, tags and unit. */
    private Map<String, Double> counts() {
        Map<String, Double> counts = new TreeMap<>();
        for (Meter meter : meters.getMeters()) {
            Meter.Id id = meter.getId();
            assertThat(id.getDescription()).isNotEmpty();
            String outcome = id.getTag("outcome") == null ? "" : " " + id.getTag("outcome");
            String unit = id.getBaseUnit() == null ? "" : " " + id.getBaseUnit();
            counts.put(id.getName() + " " + id.getTag("resource") + outcome + unit, ((FunctionCounter) meter).count());
        }
        return counts;
    }
}
