// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.lang.management.ManagementFactory;
import java.util.Set;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator sees of an endpoint in JConsole or Hawtio. */
class JmxTest extends EmulatedRoutes {

    private static final String LIST = "personalize:attributes?operation=list&maxRetries=3";
    private static final String AGE = """
            {"name": "Age", "key": "age", "data_type": "number"}""";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void anEndpointThatWasNotUsedHasCountedNothing() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:idle").to(LIST);
            }
        });

        assertThat(attribute("Requests")).isEqualTo(0L);
        assertThat(attribute("Retries")).isEqualTo(0L);
        assertThat(attribute("RateLimitedRequests")).isEqualTo(0L);
        assertThat(attribute("ReconciledCreates")).isEqualTo(0L);
        assertThat(attribute("WaitedMillis")).isEqualTo(0L);
        assertThat(attribute("WaitingCalls")).isEqualTo(0);
        assertThat(attribute("Paused")).isEqualTo(false);
        assertThat(attribute("LastProblem")).isEqualTo("");
    }

    @Test
    void requestsRetriesRefusalsAndWaitsAreCounted() throws Exception {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(429).header("Retry-After", "7")));

        send(LIST, null);

        assertThat(attribute("Requests")).isEqualTo(2L);
        assertThat(attribute("Retries")).isEqualTo(1L);
        assertThat(attribute("RateLimitedRequests")).isEqualTo(1L);
        assertThat((long) attribute("WaitedMillis")).isGreaterThanOrEqualTo(7_000);
        assertThat((double) attribute("CurrentRequestsPerSecond")).isPositive();
        assertThat(attribute("LastProblem")).isEqualTo("");
    }

    @Test
    void aCreateWhoseAnswerWasLostIsCounted() throws Exception {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(503).applied()));

        send("personalize:attributes?operation=create&maxRetries=3", AGE);

        assertThat(attribute("ReconciledCreates")).isEqualTo(1L);
    }

    @Test
    void afterA429NobodySendsForAWhile() throws Exception {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(429).header("Retry-After", "7")));

        send("personalize:attributes?operation=list", null);

        assertThat(attribute("Paused")).isEqualTo(true);
    }

    @Test
    void theLastProblemIsToldUntilACallSucceeds() throws Exception {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));

        send("personalize:attributes?operation=list", null);
        assertThat((String) attribute("LastProblem")).startsWith("the service failed with 503");

        send("personalize:attributes?operation=list", null);
        assertThat(attribute("LastProblem")).isEqualTo("");
    }

    private Object attribute(String name) throws JMException {
        return server.getAttribute(endpoint(), name);
    }

    private ObjectName endpoint() throws JMException {
        Set<ObjectName> names = server
                .queryNames(new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=endpoints,name=*"), null);
        return names.stream().filter(name -> name.getKeyProperty("name").contains("personalize://")).findFirst().orElseThrow();
    }
}
