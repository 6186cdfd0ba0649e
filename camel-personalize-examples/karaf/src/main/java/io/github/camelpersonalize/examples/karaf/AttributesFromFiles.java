// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import org.apache.camel.builder.RouteBuilder;

/** A JSON file in the inbox is one attribute to create. What cannot be created is moved to {@code .failed}. */
final class AttributesFromFiles extends RouteBuilder {

    @Override
    public void configure() {
        // tag::route[]
        // A failure is one line of the log, not a page.
        errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));

        from("file:{{inbox}}?include=.*[.]json&moveFailed=.failed").routeId("attributes-from-files")
                .to("personalize:attributes?operation=create")
                .log("${header.CamelPersonalizeOutcome}: attribute ${body[key]} of ${header.CamelFileName} is ${body[uid]}");
        // end::route[]
    }
}
