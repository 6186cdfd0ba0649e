// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.main;

import org.apache.camel.builder.RouteBuilder;

/** The route in Java. */
public class JavaRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{inbox}}/java?moveFailed=.refused").routeId("java")
                .to("personalize:attributes?operation=create")
                .log("${header.CamelPersonalizeOutcome}: ${file:name}");
    }
}
