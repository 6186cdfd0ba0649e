// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import io.github.camelpersonalize.PersonalizeComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;

/** The routes that are compared: an empty one, one written by hand, and those of the component. */
final class Routes implements AutoCloseable {

    /** So many that the pace never holds a request up: it is not what is measured here. */
    static final String NO_LIMIT = "1000000000000";

    private final CamelContext context;
    private final ProducerTemplate template;

    Routes(String serviceUrl) throws Exception {
        context = new DefaultCamelContext();
        context.addComponent("personalize", component(serviceUrl));
        context.addRoutes(routes(serviceUrl));
        context.start();
        template = context.createProducerTemplate();
    }

    static PersonalizeComponent component(String serviceUrl) {
        PersonalizeComponent component = new PersonalizeComponent();
        component.getConfiguration().setBaseUrl(serviceUrl);
        component.getConfiguration().setProjectUid(Service.PROJECT);
        component.getConfiguration().setAuthtoken(Service.TOKEN);
        return component;
    }

    private static RouteBuilder routes(String serviceUrl) {
        String http = serviceUrl + Service.PATH + "?httpMethod=POST&maxTotalConnections=" + Service.CONNECTIONS + "&connectionsPerRoute="
                + Service.CONNECTIONS;
        String options = "&requestsPerSecond=" + NO_LIMIT + "&maxTotalConnections=" + Service.CONNECTIONS + "&connectionsPerRoute="
                + Service.CONNECTIONS;
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:empty").process(exchange -> {});
                from("direct:hand-written").setHeader("authtoken", constant(Service.TOKEN))
                        .setHeader("x-project-uid", constant(Service.PROJECT)).marshal().json().to(http).unmarshal().json();
                from("direct:create").to("personalize:attributes?operation=create&projectUid=" + Service.PROJECT + "1" + options);
                from("direct:upsert").to("personalize:attributes?operation=upsert&indexTtl=1h" + options);
                from("direct:batch")
                        .to("personalize:attributes?operation=upsert&indexTtl=1h&projectUid=" + Service.PROJECT + "2" + options);
                from("direct:plan").to("personalize:project?operation=plan&prune=all" + options);
                from("direct:cdp").transformDataType(new DataType("personalize:segment"))
                        .to("personalize:project?operation=upsert&indexTtl=1h" + options);
            }
        };
    }

    /** What the route makes of a body. */
    Object send(String route, Object body) {
        return template.requestBody(route, body);
    }

    /** What becomes of a body, also when it fails. */
    Exchange exchange(String route, Object body) {
        return template.send(route, exchange -> exchange.getMessage().setBody(body));
    }

    @Override
    public void close() {
        context.stop();
    }
}
