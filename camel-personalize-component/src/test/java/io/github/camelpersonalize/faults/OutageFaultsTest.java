// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.faultserver.Answers;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that is out of reach for an hour: the message that met the outage is carried out when it is over, and no sooner is it done. */
@BothDialects
class OutageFaultsTest extends ServerFaultRoutes {

    private static final Duration HOUR = Duration.ofHours(1);

    private final List<HealthCheck.Result> seen = new ArrayList<>();

    /** As a route keeps its message: what is the record's fault is put aside, an outage is waited out. */
    @BeforeEach
    void aRouteThatKeepsItsMessage() throws Exception {
        producers().setEnabled(true);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().logExhausted(false));
                onException(PersonalizeRejectedException.class).handled(true).to("mock:dead");
                onException(PersonalizeUnavailableException.class).maximumRedeliveries(-1).redeliveryDelay(0).logRetryAttempted(false);
                from("direct:records").to(CREATE + "&maxRetries=10").to("mock:done");
            }
        });
        context.getEndpoint("mock:dead", MockEndpoint.class).expectedMessageCount(0);
        context.getEndpoint("mock:done", MockEndpoint.class).expectedMessageCount(1);
    }

    @Test
    void F54_aMessageThatMeetsAnOutageIsCarriedOutWhenItIsOverAndIsNoDeadLetter() throws Exception {
        server.refuseConnections();
        int threads = Thread.activeCount();
        waitOutTheHour(server::acceptConnections);

        context.createProducerTemplate().sendBody("direct:records", age());

        MockEndpoint.assertIsSatisfied(context);
        assertThat(calls()).containsExactly(POST_ATTRIBUTES);
        assertThat(server.state("attributes")).hasSize(1);
        assertThat(Thread.activeCount()).isLessThan(threads + 10);
    }

    @Test
    void F54_soIsOneThatMeetsAServiceThatAnswersButFails() throws Exception {
        server.always("** **", Answers.status(503));
        waitOutTheHour(server::behave);

        context.createProducerTemplate().sendBody("direct:records", age());

        MockEndpoint.assertIsSatisfied(context);
        assertThat(server.state("attributes")).hasSize(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void F54_healthIsDownMeanwhileAndSaysWhyAndUpAfterwards() {
        server.refuseConnections();
        waitOutTheHour(() -> {
            seen.addAll(health());
            server.acceptConnections();
        });

        context.createProducerTemplate().sendBody("direct:records", age());

        assertThat(seen).singleElement().satisfies(check -> {
            assertThat(check.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(check.getMessage().orElseThrow()).contains("no response from 127.0.0.1: ", "Connection refused");
        });
        assertThat(health()).singleElement().satisfies(check -> assertThat(check.getState()).isEqualTo(HealthCheck.State.UP));
    }

    /** Lets an hour of waiting pass, and then something happen. */
    private void waitOutTheHour(Runnable end) {
        time.duringNextSleep(() -> {
            if (time.sleeps().stream().reduce(Duration.ZERO, Duration::plus).compareTo(HOUR) < 0) {
                waitOutTheHour(end);
            } else {
                end.run();
            }
        });
    }

    private Collection<HealthCheck.Result> health() {
        return HealthCheckHelper.invokeReadiness(context);
    }

    private HealthCheckRepository producers() {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers");
    }
}
