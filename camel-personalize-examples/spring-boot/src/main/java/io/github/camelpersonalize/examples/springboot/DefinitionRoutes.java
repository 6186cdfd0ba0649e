// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.springboot;

import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** {@code POST /attributes} and {@code POST /events} create a definition each, and answer what the service has made of it. */
@Component
class DefinitionRoutes extends RouteBuilder {

    @Override
    public void configure() {
        answer(PersonalizeRejectedException.class, 422, "${exception.message}");
        answer(PersonalizeUnavailableException.class, 503, "${exception.message}");
        // Nothing that the sender could do, nor needs to know.
        answer(PersonalizeConfigurationException.class, 500, "The application is not set up right; its log tells more.");

        // tag::route[]
        from("platform-http:/attributes?httpMethodRestrict=POST").routeId("attributes")
                .to("personalize:attributes?operation=create")
                .convertBodyTo(String.class)
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));

        from("platform-http:/events?httpMethodRestrict=POST").routeId("events")
                .to("personalize:events?operation=create")
                .convertBodyTo(String.class)
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
        // end::route[]
    }

    /** The reason of a failure, with a status that tells the sender whose fault it is. */
    private void answer(Class<? extends Exception> failure, int status, String reason) {
        onException(failure).handled(true)
                .log(LoggingLevel.WARN, "${exception.message}")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(status))
                .setHeader(Exchange.CONTENT_TYPE, constant("text/plain"))
                .setBody(simple(reason));
    }
}
