// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that wait for the end of an exchange. */
class PassedRoutesTest {

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<List<String>> seen = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").routeId("first").to("direct:second").process(exchange -> seen.add(PassedRoutes.of(exchange)));
                from("direct:second").routeId("second").to("direct:third").process(exchange -> seen.add(PassedRoutes.of(exchange)));
                from("direct:third").routeId("third").process(exchange -> seen.add(PassedRoutes.of(exchange)));
            }
        });
        context.start();
    }

    @Test
    void theyAreTheOneInWhichItBeganAndAllThatHandedItOver() {
        context.createProducerTemplate().sendBody("direct:first", null);

        assertThat(seen.get(0)).containsExactlyInAnyOrder("first", "second", "third");
    }

    @Test
    void aRouteThatIsDoneIsNoLongerOne() {
        context.createProducerTemplate().sendBody("direct:first", null);

        assertThat(seen.get(1)).containsExactlyInAnyOrder("first", "second");
        assertThat(seen.get(2)).containsExactly("first");
    }

    @Test
    void anExchangeOutsideOfARouteHasNone() {
        Exchange exchange = new DefaultExchange(context);

        assertThat(PassedRoutes.of(exchange)).isEmpty();
    }
}
