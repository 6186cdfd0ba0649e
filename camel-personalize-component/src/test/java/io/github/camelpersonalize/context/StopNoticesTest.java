// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.List;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When the work of a route ends, and when there may be new work. */
class StopNoticesTest {

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        addRoute("early");
        context.start();
    }

    @Test
    void theStopOfARouteEndsItsWork() throws Exception {
        Work work = work("early");

        context.getRouteController().stopRoute("early");

        assertThat(work.stop().isStopped()).isTrue();
        assertThat(work("early").stop().isStopped()).isTrue();
    }

    @Test
    void afterItsStartThereIsNewWork() throws Exception {
        context.getRouteController().stopRoute("early");
        context.getRouteController().startRoute("early");

        assertThat(work("early").stop().isStopped()).isFalse();
    }

    @Test
    void aRouteThatIsOnlySuspendedGoesOn() throws Exception {
        Work work = work("early");

        context.getRouteController().suspendRoute("early");

        assertThat(work.stop().isStopped()).isFalse();
    }

    @Test
    void aRouteThatIsAddedLaterIsNoException() throws Exception {
        RunningWork.of(context);
        addRoute("late");
        Work work = work("late");

        context.getRouteController().stopRoute("late");

        assertThat(work.stop().isStopped()).isTrue();
    }

    @Test
    void aRouteOfTheNameOfOneThatWasRemovedIsANewOne() throws Exception {
        RunningWork.of(context);
        context.getRouteController().stopRoute("early");
        context.removeRoute("early");

        assertThat(work("early").stop().isStopped()).isFalse();
    }

    @Test
    void theStopOfTheContextEndsAllWorkUntilItStartsAgain() {
        Work work = work("early");

        context.stop();
        assertThat(work.stop().isStopped()).isTrue();
        assertThat(work("other").stop().isStopped()).isTrue();

        context.start();
        assertThat(work("other").stop().isStopped()).isFalse();
    }

    private Work work(String route) {
        return RunningWork.of(context).begin(List.of(route), "component");
    }

    private void addRoute(String id) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id).routeId(id).to("mock:end");
            }
        });
    }
}
