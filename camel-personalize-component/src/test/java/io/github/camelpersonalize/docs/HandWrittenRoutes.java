// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Attributes are written by Camel's HTTP component alone. Both routes send a request again when its connection breaks, and put a record that
 * the service rejects aside.
 */
final class HandWrittenRoutes extends RouteBuilder {

    static final String CREATE = "direct:create-by-hand";
    static final String REPLACE = "direct:replace-by-hand";
    static final String REJECTED = "mock:rejected-by-hand";
    static final String RECORD = "record";

    private final String attributes;
    private final String authtoken;
    private final String project;

    HandWrittenRoutes(String baseUrl, String authtoken, String project) {
        this.attributes = baseUrl + "/attributes";
        this.authtoken = authtoken;
        this.project = project;
    }

    @Override
    public void configure() {
        onException(IOException.class).maximumRedeliveries(3).redeliveryDelay(0);
        onException(HttpOperationFailedException.class).handled(true).to(REJECTED);

        from(CREATE)
                .split(body())
                .setProperty(RECORD, body())
                .process(this::authenticate)
                .marshal().json().to(attributes).unmarshal().json();

        from(REPLACE)
                .split(body())
                .setProperty(RECORD, body())
                .process(this::authenticate)
                .setBody(constant((Object) null)).to(attributes).unmarshal().json()
                .process(HandWrittenRoutes::find)
                .setBody(exchangeProperty(RECORD)).marshal().json()
                .choice()
                .when(exchangeProperty("uid").isNull()).to(attributes)
                .otherwise().setHeader(Exchange.HTTP_METHOD, constant("PUT")).toD(attributes + "/${exchangeProperty.uid}");
    }

    private void authenticate(Exchange exchange) {
        exchange.getMessage().setHeader("authtoken", authtoken);
        exchange.getMessage().setHeader("x-project-uid", project);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    private static void find(Exchange exchange) {
        List<?> known = (List<?>) exchange.getMessage().getBody(Map.class).get("data");
        Object key = exchange.getProperty(RECORD, Map.class).get("key");
        known.stream().map(Map.class::cast).filter(attribute -> key.equals(attribute.get("key"))).findFirst()
                .ifPresent(attribute -> exchange.setProperty("uid", attribute.get("uid")));
    }
}
