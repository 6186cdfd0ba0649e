// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Customer data on Camel 4.14, where the name of the transformer stands in {@code transform}. */
class SegmentOn414Test {

    private static final String AGE = "{\"type\": \"identify\", \"traits\": {\"age\": 7}}";

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void inJava() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cdp").transform(new DataType("personalize:segment"));
            }
        });

        assertThat(fragment()).startsWith("{\"attributes\":[{\"key\":\"age\",\"name\":\"Age\",\"data_type\":\"number\"}]");
    }

    @Test
    void inYaml() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("cdp.yaml", """
                - route:
                    from:
                      uri: direct:cdp
                      steps:
                        - transform:
                            toType: personalize:segment
                """));

        assertThat(fragment()).startsWith("{\"attributes\":[{\"key\":\"age\",\"name\":\"Age\",\"data_type\":\"number\"}]");
    }

    private String fragment() {
        return context.createProducerTemplate().requestBody("direct:cdp", AGE, String.class);
    }
}
