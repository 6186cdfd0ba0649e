// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.HashMap;
import java.util.Map;

import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Region;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Messages of a context without routes. */
abstract class BoundMessages {

    static final ProjectId PROJECT = new ProjectId(Region.AWS_NA.baseUrl(), "p1");

    private static DefaultCamelContext context;

    @BeforeAll
    static void start() {
        context = new DefaultCamelContext();
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    static DefaultCamelContext context() {
        return context;
    }

    static Message message(Object body) {
        return message(body, Map.of());
    }

    static Message message(Object body, Map<String, Object> headers) {
        Message message = new DefaultExchange(context).getMessage();
        message.setBody(body);
        message.setHeaders(new HashMap<>(headers));
        return message;
    }
}
