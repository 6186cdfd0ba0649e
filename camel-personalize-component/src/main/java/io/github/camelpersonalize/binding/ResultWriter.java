// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Definitions;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.model.PackedArray;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Writes a result into the message: the body, and headers of this component. Nothing else of the HTTP response gets there. The exchange remembers what
 * was written, because the next step must not take it for a target.
 */
final class ResultWriter {

    /**
     * Headers of an HTTP request that a route may have received. They were meant for the route, describe a body that was replaced, or are
     * credentials; an HTTP consumer would send them back to its caller as headers of the response.
     */
    private static final Set<String> REQUEST_HEADERS = Set.of("authorization", "proxy-authorization", "authtoken", "cookie", "host",
            "content-length", "content-encoding", "transfer-encoding", "connection");
    private static final String EXTENSION = "x-";

    private final Message message;
    private final ProjectId project;

    ResultWriter(Message message, ProjectId project) {
        this.message = message;
        this.project = project;
    }

    /** What an operation on a resource has come to. */
    void write(Resource resource, Result.Success done) {
        write(body(done.body()), done.uid(), done.key(), done.outcome(), done.status(), Map.of(resource.kind(), uids(done)));
    }

    /** A report, a plan or a manifest. */
    void write(JsonDocument document) {
        write(document, null, null, null, 0, uids(document));
    }

    void writeChange(Resource resource, String uid, Optional<String> key, Definition body) {
        write(body, uid, key.orElse(null), null, 0, Map.of(resource.kind(), Set.of(uid)));
    }

    private void write(@Nullable Object body, @Nullable String uid, @Nullable String key, @Nullable Outcome outcome, int status,
            Map<String, Set<String>> uids) {
        removeRequestHeaders(message);
        boolean isRemoved = body == null && (message.getBody() != null || EarlierResults.of(message.getExchange()).isBodyRemoved());
        message.setBody(body);
        EarlierResults.Step step = new EarlierResults.Step(project, uids, own(uid), own(key), own(outcome == null ? null : outcome.name()));
        set(message, Headers.UID, step.uid());
        set(message, Headers.KEY, step.key());
        set(message, Headers.OUTCOME, step.outcome());
        set(message, Headers.STATUS_CODE, status == 0 ? null : status);
        EarlierResults.note(message, step, isRemoved);
    }

    /** A text of its own is told apart from an equal one that the route sets. */
    private static @Nullable String own(@Nullable String value) {
        return value == null ? null : new String(value);
    }

    /** Leaves the body and what the route has set, for redelivery and dead-letter queues. Results of earlier steps would look like results of this one. */
    static void writeFailure(Message message, @Nullable Outcome outcome, int status) {
        EarlierResults earlier = EarlierResults.of(message.getExchange());
        List<String> results = Stream.of(Headers.UID, Headers.KEY).filter(header -> earlier.isResult(message, header)).toList();
        results.forEach(message::removeHeader);
        set(message, Headers.OUTCOME, outcome == null ? null : outcome.name());
        set(message, Headers.STATUS_CODE, status == 0 ? null : status);
    }

    private static Map<String, Set<String>> uids(JsonDocument document) {
        Map<String, Set<String>> uids = new HashMap<>();
        if (document instanceof BatchReport report) {
            for (ItemResult item : report.items()) {
                if (item.uid() != null) {
                    uids.computeIfAbsent(item.kind(), kind -> new HashSet<>()).add(item.uid());
                }
            }
        }
        return uids;
    }

    private static Set<String> uids(Result.Success done) {
        if (!done.body().isArray() && done.uid() != null && done.uid().equals(done.body().path("uid").asText(done.uid()))) {
            return Set.of(done.uid());
        }
        Set<String> uids = new HashSet<>();
        uids.add(done.uid());
        if (done.body().isArray()) {
            done.body().forEach(definition -> uids.add(definition.path("uid").textValue()));
        } else {
            uids.add(done.body().path("uid").textValue());
        }
        uids.remove(null);
        return uids;
    }

    private static @Nullable Object body(JsonNode body) {
        if (body.isArray() && isOfObjects(body)) {
            return Definitions.of(body);
        }
        if (body.isArray()) {
            return Json.bind(body, List.class);
        }
        return body.isObject() ? Json.definition(body) : null;
    }

    /** What analytics are made of is not known. */
    private static boolean isOfObjects(JsonNode array) {
        return array instanceof PackedArray || StreamSupport.stream(array.spliterator(), false).allMatch(JsonNode::isObject);
    }

    private static void set(Message message, String header, @Nullable Object value) {
        if (value != null) {
            message.setHeader(header, value);
        } else if (message.hasHeaders()) {
            message.removeHeader(header);
        }
    }

    private static void removeRequestHeaders(Message message) {
        if (!message.hasHeaders()) {
            return;
        }
        message.getHeaders().keySet().removeIf(name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            return REQUEST_HEADERS.contains(lower) || lower.startsWith(EXTENSION);
        });
    }
}
