// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.Map;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.builder.RouteBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What the tests of faults share. Each test is named after a line of the fault list; whatever it does, the credential is found nowhere in
 * what is thrown, which is checked each time that an exception is looked at.
 */
abstract class FaultRoutes extends EmulatedRoutes {

    /** The attribute that is most often sent. */
    String age() {
        return samples.attribute("age", "Age");
    }

    /** The exception that says that the record is at fault. */
    PersonalizeRejectedException rejected(Exchange exchange) {
        return failure(exchange, PersonalizeRejectedException.class);
    }

    /** The exception that says that the service or the way to it is at fault. */
    PersonalizeUnavailableException unavailable(Exchange exchange) {
        return failure(exchange, PersonalizeUnavailableException.class);
    }

    /** The exception that says that the configuration is at fault, but not the credential. */
    PersonalizeConfigurationException misconfigured(Exchange exchange) {
        return failure(exchange, PersonalizeConfigurationException.class);
    }

    /** The exception that says that the credential is at fault. */
    PersonalizeAuthException unauthorized(Exchange exchange) {
        return failure(exchange, PersonalizeAuthException.class);
    }

    private <T extends PersonalizeException> T failure(Exchange exchange, Class<T> type) {
        assertThat(exchange.getException()).isExactlyInstanceOf(type);
        assertThat(text(exchange.getException())).doesNotContain(component().getConfiguration().getAuthtoken().strip());
        return type.cast(exchange.getException());
    }

    /** Why a route to the URI does not start: what is at the bottom of the chain. */
    Throwable startFailure(String uri) {
        Throwable root = startError(uri);
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What Camel throws when a route to the URI does not start. */
    Throwable startError(String uri) {
        Throwable thrown = catchThrowable(() -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        }));
        assertThat(thrown).isInstanceOfAny(FailedToCreateRouteException.class, FailedToStartRouteException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        return thrown;
    }

    /** The whole chain as a log would show it. */
    static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    void assertNothingWasSent() {
        assertThat(calls()).isEmpty();
    }

    /** The body as it can be read after a failure, by a redelivery or a dead-letter queue. */
    static String bodyOf(Exchange exchange) {
        return exchange.getMessage().getBody(String.class);
    }

    static Map<String, Object> header(String name, Object value) {
        return Collections.singletonMap(name, value);
    }
}
