// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeProgressEvent;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The log of a night in which the service fails and refuses, and a route goes on, as the person reads it who comes in the morning. */
class BadNightLogTest extends EmulatedRoutes {

    private static final int DEFINITIONS = 300;
    private static final String ATTRIBUTE = """
            {"name": "Tier", "key": "tier", "data_type": "string"}""";

    private final List<String> events = new ArrayList<>();

    @Test
    void tellsTheStoryInFewLines() throws Exception {
        emulator().script(Script.on("*", "/**").then(40, Step.pass())
                .then(3, Step.status(503).header("Retry-After", "7").body("{\"message\": \"deploying\"}")).then(60, Step.pass())
                .then(2, Step.status(503).header("Retry-After", "6")).then(60, Step.pass())
                .then(Step.status(429).header("Retry-After", "1")));

        String log = log();

        assertThat(log.lines()).hasSizeLessThan(40).noneMatch(line -> line.contains("ConnectionManager"));
        assertThat(story(log)).containsExactly(
                "INFO ComponentServices - Calls go to URL, project p1, with an authtoken, up to 1000.0 requests a second, dialect=contract",
                "WARN ServiceLog - URL fails: POST /attributes: the service failed with 503: deploying; what may be repeated is"
                        + " attempted again, within maxRetries and retryTimeout",
                "INFO ServiceLog - URL answers again, after 15.n s",
                "INFO LongRun - apply to project \"p1\": 38 of 300 done, 0 failed",
                "INFO LongRun - apply to project \"p1\": 97 of 300 done, 0 failed",
                "WARN ServiceLog - URL refuses requests as too many (429): nothing is sent for 1.n s, then up to n.n requests a second"
                        + " instead of 1000.0",
                "INFO ServiceLog - URL accepts requests again, after n.n s; at present up to n.n a second");
        assertThat(events).containsExactly("38 of 300 done, 0 failed", "97 of 300 done, 0 failed");
    }

    @Test
    void atDebugEachRequestAndEachDecisionHasALine() {
        send("personalize:attributes?operation=upsert", ATTRIBUTE);
        emulator().script(Script.on("POST", "/attributes").then(Step.fault(Fault.EMPTY_RESPONSE).applied()));

        try (TraceLog log = new TraceLog("io.github.camelpersonalize")) {
            send("personalize:attributes?operation=upsert", ATTRIBUTE.replace("tier", "rank"));
            send("personalize:attributes?operation=upsert", ATTRIBUTE.replace("tier", "rank"));

            assertThat(lines(log.text(), "DEBUG").toList()).containsExactly(
                    "DEBUG ServiceLog - POST URL/attributes of project p1, attempt 1: N ms, no response from 127.0.0.1: The target server failed to respond",
                    "DEBUG Reconciliation - It is not known whether attribute \"rank\" was created: it is looked up",
                    "DEBUG ServiceLog - GET URL/attributes of project p1, attempt 1: N ms, 200",
                    "DEBUG PersonalizeProducer - personalize:attributes: ADOPTED \"rank\" (uid U)",
                    "DEBUG PersonalizeProducer - personalize:attributes: UNCHANGED \"rank\" (uid U)");
        }
    }

    /** What the context and the component log from the start to the end, at INFO. */
    private String log() throws Exception {
        // All loggers exist once an apply was carried out.
        send("personalize:project?operation=apply", Map.of("events", List.of(Map.of("name", "Seen", "key", "seen"))));
        try (TraceLog log = TraceLog.ofOperators("io.github.camelpersonalize", "org.apache.camel", "org.apache.hc")) {
            try (DefaultCamelContext night = new DefaultCamelContext()) {
                setUp(night);
                night.start();
                night.createProducerTemplate().sendBody("direct:night", manifest());
            }
            return log.text();
        }
    }

    private void setUp(DefaultCamelContext night) throws Exception {
        PersonalizeComponent component = night.getComponent("personalize", PersonalizeComponent.class);
        HurriedTime.set(component, time);
        PersonalizeConfiguration options = component.getConfiguration();
        options.setBaseUrl(emulator().baseUrl());
        options.setProjectUid(PROJECT);
        options.setAuthtoken(emulator().authtoken());
        options.setRequestsPerSecond(1000);
        night.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof PersonalizeProgressEvent) {
                    events.add(event.toString());
                }
            }
        });
        night.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:night").to("personalize:project?operation=apply&maxRetries=8&retryTimeout=10m");
            }
        });
    }

    private Stream<String> lines(String log, String level) {
        return log.lines().map(line -> line.replaceFirst("^\\[.*?] ", "")).filter(line -> line.startsWith(level))
                .filter(line -> line.contains(" io.github.camelpersonalize."))
                .map(line -> line.replaceFirst("io\\.github\\.camelpersonalize\\.([a-z]+\\.)*", "").replace(emulator().baseUrl(), "URL")
                        .replaceFirst("\\d+ ms", "N ms").replaceFirst("uid \\w+", "uid U"));
    }

    private static Map<String, Object> manifest() {
        return Map.of("attributes", IntStream.range(0, DEFINITIONS)
                .mapToObj(i -> Map.of("name", "Attribute " + i, "key", "a" + i, "data_type", "string")).toList());
    }

    /** The lines of the component, without what differs from run to run. */
    private List<String> story(String log) {
        return lines(log, "")
                .map(line -> line.replaceAll("(?<=15)\\.\\d s", ".n s")
                        .replaceAll("(?<=for 1)\\.\\d s", ".n s").replaceAll("(?<=after )\\d\\.\\d s; at", "n.n s; at")
                        .replaceAll("(?<=up to )\\d+\\.\\d (?=requests a second instead|a second$)", "n.n "))
                .toList();
    }
}
