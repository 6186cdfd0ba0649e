// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Result;

/**
 * Reads a list, as a bare array or in the dialect's envelope, and accepts nothing else: with a response that is mistaken for an empty
 * list everything would look new, or deleted. Of lists without definitions, such as places, an object with one array is accepted as well, whatever the
 * array's name.
 */
final class ListReader {

    private final Dialect dialect;

    ListReader(Dialect dialect) {
        this.dialect = dialect;
    }

    Result read(Call call, Success response) {
        JsonNode items = items(call, response.body());
        return violation(call, items).<Result>map(fault -> unreadable(call, response, fault))
                .orElseGet(() -> new Result.Success(null, response.status(), items, null, null));
    }

    private JsonNode items(Call call, JsonNode body) {
        if (body.isArray()) {
            return body;
        }
        if (dialect.envelope() != null) {
            return body.path(dialect.envelope());
        }
        return call.resource().naturalKey() == null ? onlyArray(body) : body;
    }

    private static JsonNode onlyArray(JsonNode body) {
        List<JsonNode> arrays = new ArrayList<>();
        body.forEach(member -> Optional.of(member).filter(JsonNode::isArray).ifPresent(arrays::add));
        return arrays.size() == 1 ? arrays.get(0) : body;
    }

    private Optional<String> violation(Call call, JsonNode items) {
        if (!items.isArray()) {
            return Optional.of(dialect.envelope() == null
                    ? "it is no array"
                    : "it is neither an array nor an object with an array \"" + dialect.envelope() + "\"");
        }
        Set<String> uids = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            if (!item.isObject()) {
                return Optional.of("its item " + (i + 1) + " is no object");
            }
            if (call.resource().naturalKey() != null) {
                Optional<Uid> uid = dialect.uid(item);
                if (uid.isEmpty()) {
                    return Optional.of("its item " + (i + 1) + " has no usable uid (" + Uid.RULE + ")");
                }
                if (!uids.add(uid.get().value())) {
                    return Optional.of("its item " + (i + 1) + " repeats the uid " + uid.get());
                }
            }
        }
        return Optional.empty();
    }

    private static Result unreadable(Call call, Success response, String fault) {
        return Result.Failure.of(Problem.unavailable(response.status(),
                "the response to " + call.verb() + " " + call.path() + " is not a list of " + call.resource() + ": " + fault));
    }
}
