// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.main;

import org.apache.camel.builder.RouteBuilder;

/** The route in Java. */
public class JavaRoute extends RouteBuilder {

    @Override
    public void configure() {
        // A failure is one line of the log, not a page.
        errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

        from("file:{{inbox}}/java?moveFailed=.refused").routeId("java")
                .to("personalize:attributes?operation=create")
                .log("${header.CamelPersonalizeOutcome}: ${file:name}");
    }
}
