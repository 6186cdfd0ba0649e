// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Definitions;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.apache.camel.Message;

/** Writes a response into the message: the body, and headers of this component. Nothing else of the HTTP response gets there. */
final class ResultWriter {

    /**
     * Headers of an HTTP request that a route may have received. They were meant for the route, describe a body that was replaced, or are
     * credentials; an HTTP consumer would send them back to its caller as headers of the response.
     */
    private static final Set<String> REQUEST_HEADERS = Set.of("authorization", "proxy-authorization", "authtoken", "cookie", "host",
            "content-length", "content-encoding", "transfer-encoding", "connection");
    private static final String EXTENSION = "x-";

    private ResultWriter() {}

    static void write(Message message, Result.Success done) {
        removeRequestHeaders(message);
        message.setBody(body(done.body()));
        set(message, Headers.UID, done.uid());
        set(message, Headers.KEY, done.key());
        status(message, done.outcome(), done.status());
    }

    /** A report, a plan or a manifest. */
    static void write(Message message, JsonDocument document) {
        removeRequestHeaders(message);
        message.setBody(document);
        status(message, null, 0);
    }

    /** Does not change the body and the headers of the request, for redelivery and dead-letter queues. */
    static void writeFailure(Message message, Outcome outcome, int status) {
        status(message, outcome, status);
    }

    private static void status(Message message, Outcome outcome, int status) {
        set(message, Headers.OUTCOME, outcome == null ? null : outcome.name());
        set(message, Headers.STATUS_CODE, status == 0 ? null : status);
    }

    private static Object body(JsonNode body) {
        if (body.isArray()) {
            return new Definitions(StreamSupport.stream(body.spliterator(), false).map(Json::definition).toList());
        }
        return body.isObject() ? Json.definition(body) : null;
    }

    private static void set(Message message, String header, Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }

    private static void removeRequestHeaders(Message message) {
        message.getHeaders().keySet().removeIf(name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            return REQUEST_HEADERS.contains(lower) || lower.startsWith(EXTENSION);
        });
    }
}
