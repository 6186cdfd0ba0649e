// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.body.KnownMembers;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.state.Project;

/** What can be done with attributes, audiences and events alike. */
final class Definitions {

    private final DefinitionRules rules;
    private final Context context;

    Definitions(DefinitionRules rules, Context context) {
        this.rules = rules;
        this.context = context;
    }

    Answer create(Call call) {
        if (call.project().count(rules.kind()) >= context.options().quota()) {
            return Quota.exceeded(rules.kind(), context.options().quota());
        }
        ObjectNode object = object(context.audit().uid(), call);
        return refusal(object, call.project()).orElseGet(() -> {
            call.project().shelf(rules.kind()).put(context.audit().made(object));
            return Answer.json(201, object);
        });
    }

    Answer update(Call call) {
        Optional<ObjectNode> old = call.project().shelf(rules.kind()).find(call.uid());
        if (old.isEmpty()) {
            return Errors.unknown(rules.kind().noun(), call.uid());
        }
        ObjectNode object = object(call.uid(), call);
        return refusal(object, call.project()).orElseGet(() -> {
            call.project().shelf(rules.kind()).put(context.audit().changed(old.get(), object));
            return Answer.json(200, object);
        });
    }

    Answer delete(Call call) {
        Optional<ObjectNode> object = call.project().shelf(rules.kind()).find(call.uid());
        if (object.isEmpty()) {
            return Errors.unknown(rules.kind().noun(), call.uid());
        }
        List<String> users = rules.users(object.get(), call.project());
        if (!users.isEmpty()) {
            return Errors.of(400, Code.IN_USE,
                    "The " + rules.kind().noun() + " " + call.uid() + " is in use by: " + String.join(", ", users));
        }
        call.project().shelf(rules.kind()).remove(call.uid());
        return Answer.empty(204);
    }

    private ObjectNode object(String uid, Call call) {
        ObjectNode object = Json.object().put("uid", uid);
        object.setAll(KnownMembers.of(call.object(), rules.shape()));
        object.put("description", object.path("description").asText("")).put("project", call.project().uid());
        return object;
    }

    private Optional<Answer> refusal(ObjectNode object, Project project) {
        Problems problems = context.problems();
        rules.examine(object, project, problems);
        if (!problems.isEmpty()) {
            return Optional.of(problems.answer());
        }
        rules.complete(object);
        return Optional.empty();
    }
}
