// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;

/** The five things that can be done with objects of one kind. Which of them a kind offers, the table of operations says. */
final class Resource {

    private final Kind kind;
    private final Rules rules;

    Resource(Rules rules) {
        this.kind = rules.kind();
        this.rules = rules;
    }

    Answer list(Call call, Stamp stamp) {
        ObjectNode list = Json.object();
        list.putArray("data").addAll(call.project().objects(kind));
        return Answer.json(200, list);
    }

    Answer get(Call call, Stamp stamp) {
        return call.project().shelf(kind).find(call.uid()).map(object -> Answer.json(200, object)).orElseGet(() -> unknown(call.uid()));
    }

    Answer create(Call call, Stamp stamp) {
        return refusalOfShape(call).orElseGet(() -> {
            ObjectNode candidate = stamp.asNew(kind, call.body());
            return refusalOfRules(call, candidate).orElseGet(() -> {
                call.project().add(kind, candidate);
                return Answer.json(201, candidate);
            });
        });
    }

    Answer update(Call call, Stamp stamp) {
        Optional<ObjectNode> old = call.project().shelf(kind).find(call.uid());
        if (old.isEmpty()) {
            return unknown(call.uid());
        }
        return refusalOfShape(call).orElseGet(() -> {
            ObjectNode candidate = stamp.inPlaceOf(old.get(), kind, call.body());
            return refusalOfRules(call, candidate).orElseGet(() -> {
                call.project().shelf(kind).put(candidate);
                return Answer.json(200, candidate);
            });
        });
    }

    Answer delete(Call call, Stamp stamp) {
        Optional<ObjectNode> object = call.project().shelf(kind).find(call.uid());
        if (object.isEmpty()) {
            return unknown(call.uid());
        }
        for (DeleteRule rule : rules.onDelete()) {
            Optional<String> objection = rule.objection(call.project(), object.get());
            if (objection.isPresent()) {
                return Answer.error(400, objection.get());
            }
        }
        call.project().remove(kind, call.uid());
        return Answer.empty(200);
    }

    private Optional<Answer> refusalOfShape(Call call) {
        return refusal(rules.shape().faults(call.body()));
    }

    private Optional<Answer> refusalOfRules(Call call, ObjectNode candidate) {
        List<String> objections = new ArrayList<>();
        rules.onWrite().forEach(rule -> objections.addAll(rule.objections(call.project(), kind, candidate)));
        return refusal(objections);
    }

    private Optional<Answer> refusal(List<String> faults) {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Answer.error(400, "The " + kind.noun() + " is refused: " + String.join("; ", faults) + "."));
    }

    private Answer unknown(String uid) {
        return Answer.error(404, "There is no " + kind.noun() + " with the uid '" + uid + "'.");
    }
}
