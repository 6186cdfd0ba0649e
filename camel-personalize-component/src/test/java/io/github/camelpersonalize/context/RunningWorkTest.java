// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunningWorkTest {

    private static final Object COMPONENT = "component";

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RunningWork work = RunningWork.of(context);

    @Test
    void aContextHasOneForAllComponents() {
        assertThat(RunningWork.of(context)).isSameAs(work);
    }

    @Test
    void workEndsWithWhatItIsAPartOf() {
        Work both = work.begin(List.of("a", "b"), COMPONENT);
        Work other = work.begin(List.of("c"), COMPONENT);

        work.stop("b");

        assertThat(both.stop().isStopped()).isTrue();
        assertThat(other.stop().isStopped()).isFalse();
    }

    @Test
    void workOfEachRouteEndsWithItsComponent() {
        Work one = work.begin(List.of("a"), COMPONENT);
        Work other = work.begin(List.of("a"), "another component");

        work.stop(COMPONENT);

        assertThat(one.stop().isStopped()).isTrue();
        assertThat(other.stop().isStopped()).isFalse();
    }

    @Test
    void workOfWhatHasStoppedEndsAsItBeginsUntilThatStartsAgain() {
        work.stop("a");
        assertThat(work.begin(List.of("a"), COMPONENT).stop().isStopped()).isTrue();

        work.start("a");

        assertThat(work.begin(List.of("a"), COMPONENT).stop().isStopped()).isFalse();
    }

    @Test
    void workThatHasEndedIsNotKept() throws Exception {
        try (Work ended = work.begin(List.of("a"), COMPONENT)) {
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
