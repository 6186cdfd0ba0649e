// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.quarkus;

import org.apache.camel.builder.RouteBuilder;

/** What is done with the audiences of the project that application.properties names. */
public class AudienceRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::route[]
        // A failure is one line of the log, not a page.
        errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

        from("direct:create-audience").routeId("create-audience").to("personalize:audiences?operation=create");
        from("direct:list-audiences").routeId("list-audiences").to("personalize:audiences?operation=list");
        // end::route[]
    }
}
