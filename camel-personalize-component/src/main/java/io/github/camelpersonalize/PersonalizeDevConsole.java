// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelpersonalize.cdp.SegmentStream;
import io.github.camelpersonalize.client.CallOutcome;
import io.github.camelpersonalize.client.Outage;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Shows the endpoints of the component with their rate and statistics, where camel-console is present. */
@DevConsole(name = "personalize", displayName = "Personalize", description = "Traffic of Contentstack Personalize endpoints")
public class PersonalizeDevConsole extends AbstractDevConsole {

    public PersonalizeDevConsole() {
        super("camel", "personalize", "Personalize", "Traffic of Contentstack Personalize endpoints");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return endpoints().stream().map(PersonalizeDevConsole::text).collect(Collectors.joining())
                + streams().entrySet().stream().map(stream -> text(stream.getKey(), stream.getValue())).collect(Collectors.joining());
    }

    private static String text(String transformer, SegmentStream.Counts counts) {
        return """

                    %s
                        Messages: %d, and %d rejected
                        Attributes: %d
                        Events: %d
                        Withheld names: %d
                        Conflicting types: %d
                """.formatted(transformer, counts.messages(), counts.rejected(), counts.attributes(), counts.events(), counts.withheld(),
                counts.conflicts());
    }

    private static String text(PersonalizeEndpoint endpoint) {
        return """

                    %s
                        Rate: %.2f requests per second, %d waiting%s
                        Requests: %d (%d retries, %d with status 429)
                        Reconciled creates: %d
                        Waited: %d ms
                """.formatted(endpoint, endpoint.getCurrentRequestsPerSecond(), endpoint.getWaitingCalls(),
                endpoint.isPaused() ? ", paused" : "", endpoint.getRequests(), endpoint.getRetries(), endpoint.getRateLimitedRequests(),
                endpoint.getReconciledCreates(), endpoint.getWaitedMillis())
                + endpoint.stats().outage().map(PersonalizeDevConsole::text).orElse("");
    }

    private static String text(Outage outage) {
        return "        Last problem: %s (since %s)%n".formatted(outage.problem().message(), outage.since());
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonArray endpoints = new JsonArray();
        endpoints().forEach(endpoint -> endpoints.add(json(endpoint)));
        JsonObject root = new JsonObject();
        root.put("endpoints", endpoints);
        JsonArray streams = new JsonArray();
        streams().forEach((transformer, counts) -> streams.add(json(transformer, counts)));
        root.put("streams", streams);
        return root;
    }

    private static JsonObject json(PersonalizeEndpoint endpoint) {
        JsonObject json = new JsonObject();
        json.put("uri", endpoint.toString());
        json.put("requestsPerSecond", endpoint.getCurrentRequestsPerSecond());
        json.put("waiting", endpoint.getWaitingCalls());
        json.put("paused", endpoint.isPaused());
        json.put("requests", endpoint.getRequests());
        json.put("retries", endpoint.getRetries());
        json.put("rateLimited", endpoint.getRateLimitedRequests());
        json.put("reconciled", endpoint.getReconciledCreates());
        json.put("waitedMillis", endpoint.getWaitedMillis());
        endpoint.stats().outage().ifPresent(outage -> json.put("lastProblem", json(outage)));
        return json;
    }

    private static JsonObject json(String transformer, SegmentStream.Counts counts) {
        JsonObject json = new JsonObject();
        json.put("transformer", transformer);
        json.put("messages", counts.messages());
        json.put("rejected", counts.rejected());
        json.put("attributes", counts.attributes());
        json.put("events", counts.events());
        json.put("withheld", counts.withheld());
        json.put("conflicts", counts.conflicts());
        json.put("merged", counts.merged());
        json.put("ignored", counts.ignored());
        return json;
    }

    private static JsonObject json(Outage outage) {
        JsonObject json = new JsonObject();
        json.put("kind", CallOutcome.of(outage.problem()).name());
        json.put("status", outage.problem().status());
        json.put("message", outage.problem().message());
        json.put("since", outage.since().toString());
        return json;
    }

    private Map<String, SegmentStream.Counts> streams() {
        Map<String, SegmentStream.Counts> streams = new TreeMap<>();
        getCamelContext().getTransformerRegistry().values().stream().filter(SegmentDataTypeTransformer.class::isInstance)
                .map(SegmentDataTypeTransformer.class::cast).forEach(each -> streams.put(each.getName(), each.getCounts()));
        return streams;
    }

    private List<PersonalizeEndpoint> endpoints() {
        return getCamelContext().getEndpoints().stream().filter(PersonalizeEndpoint.class::isInstance).map(PersonalizeEndpoint.class::cast)
                .sorted(Comparator.comparing(PersonalizeEndpoint::toString)).toList();
    }
}
