// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.linearity.Event.Result;
import io.github.camelpersonalize.linearity.Plan.Message;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;

/**
 * What came of a message.
 *
 * @param results one for each deed
 * @param requests how many requests it took
 */
record Answer(List<Result> results, int requests) {

    static Answer of(Message message, Exchange exchange) {
        if (exchange.getException() != null && !(exchange.getException() instanceof PersonalizeException)) {
            throw new AssertionError("a message failed", exchange.getException());
        }
        List<Result> results = message.isBatch() ? results(exchange) : List.of(result(exchange, message.operation()));
        return new Answer(results, exchange.getMessage().getHeader(PersonalizeConstants.REQUEST_COUNT, Integer.class));
    }

    /** The definition beside its key. */
    static Map<String, String> members(JsonNode definition) {
        Map<String, String> members = new HashMap<>();
        List.of("name", "note", "remark").forEach(name -> Optional.ofNullable(definition.path(name).textValue())
                .ifPresent(value -> members.put(name, value)));
        return members;
    }

    private static List<Result> results(Exchange exchange) {
        return exchange.getMessage().getBody(BatchReport.class).items().stream()
                .map(item -> new Result(item.outcome(), item.uid(), Optional.empty(), item.message())).toList();
    }

    private static Result result(Exchange exchange, Operation operation) {
        if (exchange.getException() instanceof PersonalizeException e) {
            return new Result(e.getOutcome(), null, Optional.empty(), e.getMessage());
        }
        Outcome outcome = exchange.getMessage().getHeader(PersonalizeConstants.OUTCOME, Outcome.UNCHANGED, Outcome.class);
        Optional<Map<String, String>> shown = Optional.of(operation).filter(any -> any != Operation.delete)
                .map(any -> members(exchange.getMessage().getBody(Definition.class).toJson()));
        return new Result(outcome, exchange.getMessage().getHeader(PersonalizeConstants.UID, String.class), shown, null);
    }
}
