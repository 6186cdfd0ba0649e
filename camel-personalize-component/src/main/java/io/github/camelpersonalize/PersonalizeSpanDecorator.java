// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Tells traces what an exchange did at the service: which operation, what came of it and what it cost. Neither uids nor keys nor projects are
 * told, nor the rest of the endpoint's options: traces leave the house. Found by camel-telemetry, and loaded only where that is present.
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
        EndpointSettings settings = settings(endpoint);
        return SCHEME + ":" + settings.resource() + " " + settings.operation();
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        EndpointSettings settings = settings(endpoint);
        String resource = settings.resource().name();
        String operation = settings.operation().name();
        span.setComponent("camel-" + SCHEME);
        span.setTag(TagConstants.URL_SCHEME, SCHEME);
        span.setTag(TagConstants.EXCHANGE_ID, exchange.getExchangeId());
        span.setTag("camel.uri", SCHEME + ":" + resource + "?operation=" + operation);
        span.setTag(TagConstants.URL_PATH, resource);
        span.setTag(TagConstants.SERVER_ADDRESS, settings.baseUrl().getHost());
        span.setTag(TagConstants.SERVER_PROTOCOL, settings.baseUrl().getScheme());
        span.setTag("rpc.service", SCHEME);
        span.setTag("rpc.method", resource + "/" + operation);
        span.setTag("personalize.resource", resource);
        span.setTag("personalize.operation", operation);
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        Message message = exchange.getMessage();
        set(span, "personalize.outcome", message.getHeader(PersonalizeConstants.OUTCOME));
        set(span, "personalize.requests", message.getHeader(PersonalizeConstants.REQUEST_COUNT));
        set(span, TagConstants.HTTP_STATUS, message.getHeader(PersonalizeConstants.STATUS_CODE));
        if (exchange.isFailed()) {
            span.setError(true);
            if (exchange.getException() != null) {
                span.log(Map.of("event", "error", "error.kind", exchange.getException().getClass().getName()));
            }
        }
    }

    private static void set(Span span, String tag, Object value) {
        if (value != null) {
            span.setTag(tag, value.toString());
        }
    }

    private static EndpointSettings settings(Endpoint endpoint) {
        return ((PersonalizeEndpoint) endpoint).settings();
    }
}
