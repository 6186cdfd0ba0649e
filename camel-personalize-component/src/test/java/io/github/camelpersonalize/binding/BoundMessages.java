// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.HashMap;
import java.util.Map;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Messages of a context without routes. */
abstract class BoundMessages {

    static final ProjectId PROJECT = new ProjectId(Region.AWS_NA.baseUrl(), "p1");

    static final String AGE = "{\"uid\": \"u1\", \"key\": \"age\"}";

    private static DefaultCamelContext context;

    final MessageBinding attributes = MessageBinding.of(Resource.attributes, Dialect.CONTRACT, true);

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

    static Result.Success read(String body) {
        return new Result.Success(null, 200, Json.read(body), null, null);
    }

    static Result.Success age() {
        return new Result.Success(Outcome.CREATED, 201, Json.read(AGE), "u1", "age");
    }

    static InputRecord record(Message message, Resource resource) {
        return new RecordReader(PROJECT, resource).record(message, null, null, null);
    }
}
