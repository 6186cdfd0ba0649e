// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.livecheck;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Calls the service by the routes, one call at a time, and counts the requests. */
final class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProducerTemplate routes;
    private Thread only;
    private long requests;

    Calls(CamelContext context) {
        this.routes = context.createProducerTemplate();
    }

    /** A call that is about no definition, or that creates one. */
    Answer call(Resource resource, Operation operation, JsonNode body) {
        return send("direct:call", body, headers(resource, operation));
    }

    /** A call about a definition. */
    Answer call(Resource resource, Operation operation, String uid, JsonNode body) {
        Map<String, Object> headers = headers(resource, operation);
        headers.put(PersonalizeConstants.UID, uid);
        return send("direct:call", body, headers);
    }

    /** A call about a version of an experience. */
    Answer version(Operation operation, String uid, String version, JsonNode body) {
        Map<String, Object> headers = headers(Resource.experiences, operation);
        headers.put(PersonalizeConstants.UID, uid);
        headers.put(PersonalizeConstants.VERSION_UID, version);
        return send("direct:call", body, headers);
    }

    /** The definitions that refer to another one. */
    Answer referring(String route, String uid) {
        return send(route, null, Map.of("referred", uid));
    }

    /**
     * Sends a body into a route.
     *
     * @throws StoppedException
     *             when the credential is refused, or another thread has the calls for itself
     */
    synchronized Answer send(String route, Object body, Map<String, Object> headers) {
        if (only != null && only != Thread.currentThread()) {
            throw new StoppedException("The process is asked to end.");
        }
        Exchange exchange = routes.send(route, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeaders(new HashMap<>(headers));
        });
        requests += exchange.getMessage().getHeader(PersonalizeConstants.REQUEST_COUNT, 0, Integer.class);
        return Optional.ofNullable(exchange.getException()).map(Calls::refused).orElseGet(() -> accepted(exchange));
    }

    /** Ends the calls of all other threads. Waits for the one that is under way. */
    synchronized void keepForThisThread() {
        only = Thread.currentThread();
    }

    /** How many requests there were. */
    synchronized long requests() {
        return requests;
    }

    private static Map<String, Object> headers(Resource resource, Operation operation) {
        return new HashMap<>(Map.of("resource", resource.name(), "operation", operation.name()));
    }

    private static Answer accepted(Exchange exchange) {
        int status = exchange.getMessage().getHeader(PersonalizeConstants.STATUS_CODE, 0, Integer.class);
        return Answer.accepted(status, JSON.valueToTree(exchange.getMessage().getBody()));
    }

    private static Answer refused(Exception failure) {
        if (failure instanceof PersonalizeAuthException) {
            throw new StoppedException("The service refuses the credential: " + failure.getMessage());
        }
        if (failure instanceof PersonalizeException refused) {
            return Answer.refused(refused.getStatus(), code(refused), refused.getMessage());
        }
        throw new StoppedException(failure.getMessage());
    }

    private static String code(PersonalizeException refused) {
        String none = refused instanceof PersonalizeUnavailableException ? Answer.UNAVAILABLE : "no code";
        return Optional.ofNullable(refused.getCode()).orElse(none);
    }
}
