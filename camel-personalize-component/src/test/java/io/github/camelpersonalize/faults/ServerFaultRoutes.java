// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.faultserver.FaultServer;
import io.github.camelpersonalize.faultserver.Form;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes to a server that does to bytes and connections whatever a script says, with two retries a call. */
abstract class ServerFaultRoutes extends FaultRoutes {

    static final String CREATE = "personalize:attributes?operation=create";
    static final String LIST = "personalize:attributes?operation=list";
    static final String UPDATE = "personalize:attributes?operation=update&uid=a1";
    static final String DELETE = "personalize:attributes?operation=delete&uid=a1";
    static final String POST_ATTRIBUTES = "POST /attributes";
    static final String GET_ATTRIBUTES = "GET /attributes";

    @AutoClose
    FaultServer server;

    @BeforeEach
    void goToTheFaultServer() {
        server = new FaultServer(Form.valueOf(samples.name()));
        component().getConfiguration().setBaseUrl(server.baseUrl());
        component().getConfiguration().setMaxRetries(2);
    }

    /** What the server may hold of the attribute {@link #age()}. */
    String held() {
        return samples.attribute("age", "Years").replace("{", "{\"uid\": \"a1\", ");
    }

    /** The requests that the server saw. */
    @Override
    protected List<String> calls() {
        return server.requests();
    }

    /** What was done, and by how many requests. */
    static void assertOutcome(Exchange exchange, String outcome, int requests) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", outcome)
                .containsEntry("CamelPersonalizeRequestCount", requests);
    }

    /** The body of the server's request of that number, counted from 0. */
    JsonNode sent(int number) {
        return FaultServer.json(server.recorded().get(number).text());
    }
}
