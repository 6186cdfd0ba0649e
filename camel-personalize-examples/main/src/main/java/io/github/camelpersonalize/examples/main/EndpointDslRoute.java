// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.main;

import io.github.camelpersonalize.PersonalizeEndpointBuilderFactory.PersonalizeBuilders;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** The route in the endpoint DSL: an option that there is not, or a value of a wrong type, does not compile. */
public class EndpointDslRoute extends EndpointRouteBuilder implements PersonalizeBuilders {

    @Override
    public void configure() {
        // A failure is one line of the log, not a page.
        errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

        from(file("{{inbox}}/endpoint-dsl").moveFailed(".refused")).routeId("endpoint-dsl")
                .to(personalize("attributes").operation("create"))
                .log("${header.CamelPersonalizeOutcome}: ${file:name}");
    }
}
