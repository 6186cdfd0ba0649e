// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelpersonalize.emulator.script.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.SpanLifecycleManager;
import org.apache.camel.telemetry.Tracer;
import org.apache.camel.telemetrydev.DevSpanAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a trace tells of an exchange with the service, to whatever camel-telemetry sends it. */
class TracesTest extends EmulatedRoutes {

    private static final String AGE = """
            {"name": "Age", "key": "age", "data_type": "number"}""";

    private final RecordingTracer tracer = new RecordingTracer();

    @BeforeEach
    void trace() {
        tracer.init(context);
    }

    @Test
    void aSpanTellsTheOperationWhatCameOfItAndWhatItCost() {
        Exchange exchange = send("personalize:attributes?operation=create", AGE);

        DevSpanAdapter span = onlySpan("personalize:attributes create");
        assertThat(span.tags()).isEqualTo(Map.ofEntries(Map.entry("op", "EVENT_SENT"), Map.entry("component", "camel-personalize"),
                Map.entry("url.scheme", "personalize"), Map.entry("url.path", "attributes"),
                Map.entry("camel.uri", "personalize:attributes?operation=create"), Map.entry("exchangeId", exchange.getExchangeId()),
                Map.entry("server.address", "127.0.0.1"), Map.entry("server.protocol", "http"), Map.entry("rpc.service", "personalize"),
                Map.entry("rpc.method", "attributes/create"), Map.entry("personalize.resource", "attributes"),
                Map.entry("personalize.operation", "create"), Map.entry("personalize.outcome", "CREATED"),
                Map.entry("personalize.requests", "1"), Map.entry("http.status_code", "201")));
        assertThat(span.getLogEntries()).isEmpty();
    }

    @Test
    void anOperationThatAHeaderChoseIsTheOneThatIsTold() {
        send("personalize:attributes?operation=list&headerOverrides=operation", AGE, Map.of("CamelPersonalizeOperation", "create"));

        assertThat(onlySpan("personalize:attributes create").getTag("personalize.operation")).isEqualTo("create");
    }

    @Test
    void aFailureIsAnErrorWithItsStatusAndTheKindOfException() {
        emulator().script(Script.on("PUT", "/attributes/a1").thenStatuses(422));

        send("personalize:attributes?operation=update&uid=a1", AGE, Map.of("CamelPersonalizeOutcome", "stranger"));

        DevSpanAdapter span = onlySpan("personalize:attributes update");
        assertThat(span.tags()).containsEntry("error", "true").containsEntry("personalize.outcome", "REJECTED")
                .containsEntry("http.status_code", "422").containsEntry("personalize.requests", "1");
        assertThat(span.getLogEntries()).singleElement().satisfies(entry -> assertThat(entry.getFields())
                .isEqualTo(Map.of("event", "error", "error.kind", PersonalizeRejectedException.class.getName())));
    }

    @Test
    void aBatchTellsItsCost() {
        send("personalize:attributes?operation=create", List.of(AGE, AGE.replace("age", "height")));

        assertThat(onlySpan("personalize:attributes create").tags()).containsEntry("personalize.requests", "3")
                .doesNotContainKeys("personalize.outcome", "http.status_code");
    }

    @Test
    void F64_noSpanTellsUidKeyProjectOrCredential() {
        emulator().script(Script.on("PUT", "/attributes/canary-uid").thenStatuses(404));

        send("personalize:attributes?operation=update&uid=canary-uid&key=canary-key&projectUid=canary-project&authtoken=canary-token",
                AGE.replace("age", "canary-key"));

        assertThat(onlySpan("personalize:attributes update").toString()).doesNotContain("canary");
        assertThat(onlySpan("personalize:attributes update").getLogEntries().toString()).doesNotContain("canary");
    }

    @Test
    void aConsumersExchangeHasASpanWithoutAnOperation() throws Exception {
        send("personalize:attributes?operation=create", AGE);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("personalize:attributes?startScheduler=false&emitInitial=true").to("mock:seen");
            }
        });

        ((PersonalizeConsumer) context.getRoutes().get(1).getConsumer()).run();

        assertThat(onlySpan("personalize:attributes changes").tags()).containsEntry("op", "EVENT_RECEIVED")
                .containsEntry("personalize.operation", "changes").doesNotContainKeys("personalize.outcome", "error");
    }

    @Test
    void aRouteUnderTestWithAMockInOurPlaceIsTracedAllTheSame() throws Exception {
        send("personalize:attributes?operation=list", null);
        AdviceWith.adviceWith(context, context.getRoutes().get(0).getRouteId(),
                route -> route.mockEndpointsAndSkip("personalize:*"));
        tracer.spans.clear();

        send("personalize:attributes?operation=list", null);

        assertThat(tracer.spans).extracting(Named::name).contains("personalize:attributes list");
    }

    private DevSpanAdapter onlySpan(String name) {
        assertThat(tracer.spans).extracting(Named::name).containsOnlyOnce(name);
        return tracer.spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow().span();
    }

    private record Named(String name, DevSpanAdapter span) {}

    /** Keeps spans instead of sending them anywhere. */
    private static final class RecordingTracer extends Tracer {

        private final List<Named> spans = new CopyOnWriteArrayList<>();

        @Override
        protected void initTracer() {
            setSpanLifecycleManager(new SpanLifecycleManager() {

                @Override
                public Span create(String name, Span parent, SpanContextPropagationExtractor extractor) {
                    Named span = new Named(name, DevSpanAdapter.buildSpan(name));
                    spans.add(span);
                    return span.span();
                }

                @Override
                public void activate(Span span) {}

                @Override
                public void deactivate(Span span) {}

                @Override
                public void close(Span span) {}

                @Override
                public void inject(Span span, SpanContextPropagationInjector injector, boolean includeTracing) {}
            });
        }
    }
}
