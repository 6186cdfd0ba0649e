// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.Operation;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.InterceptSendToEndpoint;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;
import org.jspecify.annotations.Nullable;

/**
 * Adds to traces what an exchange did at the service: the operation, its outcome and the number of requests. Uids, keys, projects and the other options
 * of the endpoint are left out, because traces are sent to other systems. Found by camel-telemetry, and loaded only where that is present.
 */
public class PersonalizeSpanDecorator extends AbstractSpanDecorator {

    private static final String SCHEME = "personalize";

    @Override
    public String getComponent() {
        return SCHEME;
    }

    @Override
    public String getComponentClassName() {
        return PersonalizeComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return settings(endpoint).map(settings -> SCHEME + ":" + settings.resource() + " " + operation(settings, exchange)).orElse(SCHEME);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        span.setComponent("camel-" + SCHEME);
        span.setTag(TagConstants.URL_SCHEME, SCHEME);
        span.setTag(TagConstants.EXCHANGE_ID, exchange.getExchangeId());
        settings(endpoint).ifPresent(settings -> tag(span, settings, operation(settings, exchange)));
    }

    private static void tag(Span span, EndpointSettings settings, String operation) {
        String resource = settings.resource().name();
        span.setTag("camel.uri", SCHEME + ":" + resource + "?operation=" + operation);
        span.setTag(TagConstants.URL_PATH, resource);
        span.setTag(TagConstants.SERVER_ADDRESS, settings.project().id().service().getHost());
        span.setTag(TagConstants.SERVER_PROTOCOL, settings.project().id().service().getScheme());
        span.setTag("rpc.service", SCHEME);
        span.setTag("rpc.method", resource + "/" + operation);
        span.setTag("personalize.resource", resource);
        span.setTag("personalize.operation", operation);
    }

    /** If the message failed, the tags come from the exception: headers may come from the sender, or from an earlier endpoint. */
    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        Message message = exchange.getMessage();
        Throwable thrown = exchange.getException();
        if (thrown instanceof PersonalizeException failure) {
            tag(span, failure.getOutcome().name(), failure.getStatus(), message);
        } else if (thrown == null) {
            tag(span, message.getHeader(PersonalizeConstants.OUTCOME, String.class),
                    message.getHeader(PersonalizeConstants.STATUS_CODE, 0, Integer.class), message);
        }
        if (exchange.isFailed()) {
            span.setError(true);
        }
        if (thrown != null) {
            span.log(Map.of("event", "error", "error.kind", thrown.getClass().getName()));
        }
    }

    private static void tag(Span span, @Nullable String outcome, int status, Message message) {
        if (outcome != null) {
            span.setTag("personalize.outcome", outcome);
        }
        if (status != 0) {
            span.setTag(TagConstants.HTTP_STATUS, String.valueOf(status));
        }
        if (message.getHeader(PersonalizeConstants.REQUEST_COUNT) instanceof Integer requests) {
            span.setTag("personalize.requests", requests.toString());
        }
    }

    /** The operation of a producer; a consumer has none. */
    private static String operation(EndpointSettings settings, Exchange exchange) {
        return Optional.ofNullable(requested(settings, exchange)).map(Operation::name).orElse("changes");
    }

    private static @Nullable Operation requested(EndpointSettings settings, Exchange exchange) {
        try {
            return settings.controlHeaders().of(exchange.getMessage()).operation();
        } catch (IllegalArgumentException e) {
            return settings.operation();
        }
    }

    /** In a route under test, another endpoint may have replaced the one of this component. */
    private static Optional<EndpointSettings> settings(Endpoint endpoint) {
        Endpoint own = endpoint instanceof InterceptSendToEndpoint interceptor ? interceptor.getOriginalEndpoint() : endpoint;
        return own instanceof PersonalizeEndpoint personalize ? Optional.of(personalize.settings()) : Optional.empty();
    }
}
