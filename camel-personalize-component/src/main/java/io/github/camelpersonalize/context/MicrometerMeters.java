// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallOutcome;
import io.github.camelpersonalize.client.CallStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.apache.camel.spi.Registry;

/**
 * Counters of Micrometer. The tags are the resource and the outcome of calls, and nothing else: a meter is kept for ever, so that a tag must
 * not have as many values as there are uids, keys or projects. This is the only class that knows Micrometer, which may be absent.
 */
final class MicrometerMeters implements Meters {

    /** The name under which Camel's own Micrometer component looks for the registry, and puts it when there is none. */
    private static final String CAMELS_NAME = "metricsRegistry";
    private static final double NANOS_PER_SECOND = 1e9;

    private final MeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();

    private MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Looks where Camel's own component does: where there are several registries, the composite is used. */
    static Meters in(Registry beans) {
        return Stream.of(CompositeMeterRegistry.class, MeterRegistry.class).flatMap(type -> find(beans, type).stream()).findFirst()
                .<Meters>map(MicrometerMeters::new).orElse(NONE);
    }

    private static <T extends MeterRegistry> Optional<T> find(Registry beans, Class<T> type) {
        return Optional.ofNullable(beans.lookupByNameAndType(CAMELS_NAME, type))
                .or(() -> Optional.of(beans.findByType(type)).filter(all -> all.size() == 1).map(all -> all.iterator().next()));
    }

    @Override
    public void bindTo(Resource resource, CallStats stats) {
        counter("requests", "Requests sent, retries included", resource, stats, CallStats::requests);
        counter("retries", "Requests sent because an earlier one failed", resource, stats, CallStats::retries);
        counter("ratelimited", "Responses with status 429", resource, stats, CallStats::rateLimitedRequests);
        counter("reconciled", "Creates whose response was lost and that were looked up", resource, stats, CallStats::reconciledCreates);
        add(meter("waited", "Time that calls waited under the rate limit and before retries", resource, stats,
                counted -> counted.waited().toNanos() / NANOS_PER_SECOND).baseUnit("seconds"));
        for (CallOutcome outcome : CallOutcome.values()) {
            add(meter("calls", "Calls by the way they ended", resource, stats, counted -> counted.calls(outcome))
                    .tag("outcome", outcome.name()));
        }
    }

    @Override
    public void remove() {
        meters.forEach(registry::remove);
        meters.clear();
    }

    private void counter(String name, String description, Resource resource, CallStats stats, ToDoubleFunction<CallStats> count) {
        add(meter(name, description, resource, stats, count));
    }

    private static FunctionCounter.Builder<CallStats> meter(String name, String description, Resource resource, CallStats stats,
            ToDoubleFunction<CallStats> count) {
        return FunctionCounter.builder("personalize." + name, stats, count).description(description).tag("resource", resource.name());
    }

    private void add(FunctionCounter.Builder<CallStats> meter) {
        meters.add(meter.register(registry));
    }
}
