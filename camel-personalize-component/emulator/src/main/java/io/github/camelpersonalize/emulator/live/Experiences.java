// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.body.Tags;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.live.state.References;
import io.github.camelpersonalize.emulator.service.Kind;

/** What can be done with experiences. Their variants are a matter of their versions. */
final class Experiences {

    static final String EVENTS = "referredEvents[]";
    static final String AUDIENCES = "referredAudiences[]";

    private final Context context;

    Experiences(Context context) {
        this.context = context;
    }

    Answer list(Call call) {
        List<String> events = call.request().parameters(EVENTS);
        List<String> audiences = call.request().parameters(AUDIENCES);
        ArrayNode list = Json.array();
        for (Experience experience : call.project().experiences()) {
            experience.read(context.audit());
            if (refers(experience, References::events, events) && refers(experience, References::audiences, audiences)) {
                list.add(call.project().shown(experience));
            }
        }
        return Answer.json(200, list);
    }

    Answer create(Call call) {
        Project project = call.project();
        if (project.count(Kind.EXPERIENCE) >= context.options().quota()) {
            return Quota.exceeded(Kind.EXPERIENCE, context.options().quota());
        }
        ObjectNode own = Json.object().put("uid", context.audit().uid()).put("shortUid", project.nextShortUid()).put("project",
                project.uid());
        own.setAll(ownMembers(call.object()));
        Experience experience = new Experience(context.audit().made(own));
        experience.versions().add(Json.object().set("variants", Json.array()), context.audit());
        project.add(experience);
        return Answer.json(201, project.shown(experience));
    }

    Answer get(Call call) {
        Optional<Experience> experience = call.project().experience(call.uid());
        experience.ifPresent(found -> found.read(context.audit()));
        return experience.map(found -> Answer.json(200, call.project().shown(found))).orElseGet(() -> unknown(call.uid()));
    }

    Answer update(Call call) {
        Optional<Experience> experience = call.project().experience(call.uid());
        if (experience.isEmpty()) {
            return unknown(call.uid());
        }
        if (!experience.get().type().equals(call.object().path("__type").asText())) {
            Problems problems = context.problems();
            problems.add("__type", Code.TYPE_IS_FIXED, "cannot be changed: it is " + experience.get().type());
            return problems.answer();
        }
        experience.get().change(ownMembers(call.object()), context.audit());
        return Answer.json(200, call.project().shown(experience.get()));
    }

    Answer delete(Call call) {
        Optional<Experience> experience = call.project().experience(call.uid());
        if (experience.isEmpty()) {
            return unknown(call.uid());
        }
        call.project().remove(experience.get(), context.options().stalePriority());
        return Answer.empty(204);
    }

    static Answer unknown(String uid) {
        return Errors.unknown(Kind.EXPERIENCE.noun(), uid);
    }

    private static boolean refers(Experience experience, Function<JsonNode, Set<String>> references, List<String> uids) {
        return uids.isEmpty() || experience.uses(version -> !Collections.disjoint(references.apply(version), uids));
    }

    private static ObjectNode ownMembers(ObjectNode body) {
        ObjectNode own = Json.object();
        own.set("name", body.get("name"));
        own.put("description", body.path("description").asText(""));
        own.set("__type", body.get("__type"));
        own.set("tags", Tags.normal(body.path("tags")));
        return own;
    }
}
