// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Set;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunningWorkTest {

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RunningWork work = RunningWork.of(context);

    @Test
    void aContextHasOneForAllComponents() {
        assertThat(RunningWork.of(context)).isSameAs(work);
    }

    @Test
    void workEndsWithWhatItIsAPartOf() {
        Work both = work.begin(Set.of("a", "b"));
        Work other = work.begin(Set.of("c"));

        work.stop("b");

        assertThat(both.stop().isStopped()).isTrue();
        assertThat(other.stop().isStopped()).isFalse();
    }

    @Test
    void workOfWhatHasStoppedEndsAsItBeginsUntilThatStartsAgain() {
        work.stop("a");
        assertThat(work.begin(Set.of("a")).stop().isStopped()).isTrue();

        work.start("a");

        assertThat(work.begin(Set.of("a")).stop().isStopped()).isFalse();
    }

    @Test
    void workThatHasEndedIsNotKept() throws Exception {
        try (Work ended = work.begin(Set.of("a"))) {
            assertThat(field("running")).hasSize(1).first().isSameAs(ended);
        }

        assertThat(field("running")).isEmpty();
    }

    @Test
    void aRouteThatIsRemovedIsNotKept() throws Exception {
        context.start();
        for (int number = 0; number < 3; number++) {
            String id = "r" + number;
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:" + id).routeId(id).to("mock:end");
                }
            });
            context.getRouteController().stopRoute(id);
            assertThat(field("stopped")).hasSize(1).first().isEqualTo(id);
            context.removeRoute(id);
        }

        assertThat(field("stopped")).isEmpty();
    }

    private Collection<?> field(String name) throws Exception {
        Field field = RunningWork.class.getDeclaredField(name);
        field.setAccessible(true);
        return (Collection<?>) field.get(work);
    }
}
