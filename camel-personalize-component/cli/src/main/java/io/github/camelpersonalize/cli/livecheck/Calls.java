// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Calls the service by the component, one call at a time, and counts the requests. */
final class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProducerTemplate template;
    private Thread only;
    private long requests;

    /** Calls by a component that speaks {@code dialect=live}. */
    Calls(ProducerTemplate template) {
        this.template = template;
    }

    /** A call that is about no definition, or that creates one. */
    Answer call(Resource resource, Operation operation, JsonNode body) {
        return json(send(uri(resource, operation), body, Map.of()));
    }

    /** A call about a definition. */
    Answer call(Resource resource, Operation operation, String uid, JsonNode body) {
        return json(send(uri(resource, operation), body, Map.of(PersonalizeConstants.UID, uid)));
    }

    /** A call about a version of an experience, or about a new one where it has no uid. */
    Answer version(Operation operation, String uid, String version, JsonNode body) {
        Map<String, Object> headers = new HashMap<>(Map.of(PersonalizeConstants.UID, uid));
        headers.put(PersonalizeConstants.VERSION_UID, version);
        return json(send(uri(Resource.experiences, operation), body, headers));
    }

    /** A call with an option of the endpoint. */
    Answer query(Resource resource, Operation operation, String option, String value) {
        return json(send(uri(resource, operation) + "&" + option + "=" + value, null, Map.of()));
    }

    /** An operation on the project, whose result people read. */
    Answer text(Operation operation, String body) {
        Exchange exchange = send(uri(Resource.project, operation), body, Map.of());
        return answer(exchange, () -> TextNode.valueOf(exchange.getMessage().getBody(String.class)));
    }

    /** Only the thread with the calls for itself may go on. */
    private synchronized Exchange send(String uri, Object body, Map<String, Object> headers) {
        if (only != null && only != Thread.currentThread()) {
            throw new StoppedException("The process is asked to end.");
        }
        Exchange exchange = template.send(uri, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeaders(new HashMap<>(headers));
        });
        requests += exchange.getMessage().getHeader(PersonalizeConstants.REQUEST_COUNT, 0, Integer.class);
        return exchange;
    }

    /** Ends the calls of all other threads. Waits for the one that is under way. */
    synchronized void keepForThisThread() {
        only = Thread.currentThread();
    }

    /** How many requests there were. */
    synchronized long requests() {
        return requests;
    }

    private static String uri(Resource resource, Operation operation) {
        return "personalize:" + resource + "?operation=" + operation;
    }

    private static Answer json(Exchange exchange) {
        return answer(exchange, () -> JSON.valueToTree(exchange.getMessage().getBody()));
    }

    private static Answer answer(Exchange exchange, Supplier<JsonNode> body) {
        if (exchange.getException() != null) {
            return refused(exchange.getException());
        }
        return Answer.accepted(exchange.getMessage().getHeader(PersonalizeConstants.STATUS_CODE, 0, Integer.class), body.get());
    }

    /** @throws StoppedException when the credential is refused, or the component cannot be used */
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
