// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.core5.http.message.BasicHeader;

/** The routes for values of visitors that the documentation shows. */
final class VisitorRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // @formatter:off
        // tag::failures[]
        onException(IOException.class, HttpOperationFailedException.class)
            .onWhen(VisitorRoutes::mayPass)
            .maximumRedeliveries(3).redeliveryDelay("{{retry.delay}}").useExponentialBackOff().backOffMultiplier(2);
        // end::failures[]

        // tag::edge[]
        VisitorValues values = new VisitorValues(Set.of(getContext().resolvePropertyPlaceholders("{{attribute.keys}}").split(",")));
        HttpClientConfigurer edge = client -> client.disableCookieManagement();
        getContext().getRegistry().bind("edge", edge);

        from("direct:edge")
            .unmarshal().json()
            .process(values)
            .filter(body().isNotEqualTo(Map.of()))
                // No header of the message goes any further.
                .removeHeaders("*")
                .setHeader("x-project-uid", constant("{{personalize.project-uid}}"))
                .setHeader("x-cs-personalize-user-uid", exchangeProperty(VisitorValues.VISITOR))
                .setHeader("Content-Type", constant("application/json"))
                .marshal().json()
                .to("{{edge.url}}/user-attributes?httpMethod=PATCH&skipControlHeaders=true"
                    + "&connectTimeout=5000&responseTimeout={{read.timeout}}&httpClientConfigurer=#edge");
        // end::edge[]

        // tag::lytics[]
        String token = getContext().resolvePropertyPlaceholders("{{lytics.token}}");
        HttpClientConfigurer lytics = client -> client.disableCookieManagement()
            .setDefaultHeaders(List.of(new BasicHeader("Authorization", token)));
        getContext().getRegistry().bind("lytics", lytics);

        from("direct:lytics")
            .unmarshal().json()
            .process(values)
            .filter(body().isNotEqualTo(Map.of()))
                .process(VisitorRoutes::identify)
                .removeHeaders("*")
                .setHeader("Content-Type", constant("application/json"))
                .marshal().json()
                .to("{{lytics.url}}?httpMethod=POST&skipControlHeaders=true"
                    + "&connectTimeout=5000&responseTimeout={{read.timeout}}&httpClientConfigurer=#lytics")
                .unmarshal().json()
                .process(VisitorRoutes::requireAccepted);
        // end::lytics[]
        // @formatter:on
    }

    // tag::event[]
    @SuppressWarnings("unchecked")
    private static void identify(Exchange exchange) {
        exchange.getMessage().getBody(Map.class).put("external_id", exchange.getProperty(VisitorValues.VISITOR));
    }

    private static void requireAccepted(Exchange exchange) {
        Object data = exchange.getMessage().getBody(Map.class).get("data");
        if (!(data instanceof Map<?, ?> counts) || !Integer.valueOf(0).equals(counts.get("rejected_count"))) {
            throw new IllegalStateException(
                    "Lytics does not report the event as accepted; look for it in the stream before you send it again");
        }
    }
    // end::event[]

    // tag::passing[]
    private static boolean mayPass(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof HttpOperationFailedException response) {
            return Set.of(408, 429, 500, 502, 503, 504).contains(response.getStatusCode());
        }
        // Jackson's exceptions are IOExceptions too.
        return !(failure instanceof JsonProcessingException);
    }
    // end::passing[]
}
