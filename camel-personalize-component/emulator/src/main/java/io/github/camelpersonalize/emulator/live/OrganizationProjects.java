// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.live.body.Bodies;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.body.KnownMembers;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.state.ObjectIds;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.live.state.Status;
import io.github.camelpersonalize.emulator.service.Kind;

/** The projects of the organization. */
final class OrganizationProjects {

    private static final String STACK = "connectedStackApiKey";
    private static final String WITH_AUDIENCES = "includeAudienceCount";
    private static final String WITH_EXPERIENCES = "includeActiveExperienceCount";

    static final String[] QUERY = {STACK, WITH_AUDIENCES, WITH_EXPERIENCES};

    private final Context context;

    OrganizationProjects(Context context) {
        this.context = context;
    }

    Answer list(Call call) {
        Request request = call.request();
        Optional<String> stack = request.parameter(STACK);
        ArrayNode list = Json.array();
        for (Project project : context.projects().all().values()) {
            if (stack.isEmpty() || project.about().path(STACK).asText().equals(stack.get())) {
                list.add(shown(project, request));
            }
        }
        return Answer.json(200, list);
    }

    Answer create(Call call) {
        String uid = context.audit().uid();
        ObjectNode about = about(uid, call.object());
        return refusal(about).orElseGet(() -> {
            context.projects().replace(uid, new Project(context.audit().made(about), context.audit()));
            return Answer.json(201, about);
        });
    }

    Answer update(Call call) {
        Optional<Project> project = context.projects().find(call.uid());
        if (project.isEmpty()) {
            return unknown(call.uid());
        }
        ObjectNode about = about(call.uid(), call.object());
        return refusal(about).orElseGet(() -> {
            project.get().about(context.audit().changed(project.get().about(), about));
            return Answer.json(200, about);
        });
    }

    Answer delete(Call call) {
        return context.projects().remove(call.uid()) ? Answer.empty(204) : unknown(call.uid());
    }

    private ObjectNode about(String uid, ObjectNode body) {
        ObjectNode about = Json.object().put("uid", uid);
        about.setAll(KnownMembers.of(body, Bodies.PROJECT));
        about.put("description", body.path("description").asText(""));
        return about.put("organizationUid", context.options().organizationUid());
    }

    private Optional<Answer> refusal(ObjectNode about) {
        Problems problems = context.problems();
        for (Project other : context.projects().all().values()) {
            if (!other.uid().equals(about.path("uid").asText())) {
                compare(about, other.about(), problems);
            }
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(problems.answer());
    }

    private static void compare(ObjectNode about, ObjectNode other, Problems problems) {
        if (other.path("name").equals(about.path("name"))) {
            problems.add("name", Code.PROJECT_NAME_TAKEN, "is taken by another project: '" + about.path("name").asText() + "'");
        }
        if (about.has(STACK) && other.path(STACK).equals(about.path(STACK))) {
            problems.add(STACK, Code.DUPLICATE, "is connected to another project: '" + about.path(STACK).asText() + "'");
        }
    }

    private static Answer unknown(String uid) {
        return ObjectIds.isObjectId(uid) ? Errors.unknown("project", uid) : Errors.notAnObjectId(ObjectIds.objection(uid));
    }

    private static ObjectNode shown(Project project, Request request) {
        ObjectNode shown = project.about().deepCopy();
        if (request.parameters(WITH_AUDIENCES).contains("true")) {
            shown.put("audienceCount", project.count(Kind.AUDIENCE));
        }
        if (request.parameters(WITH_EXPERIENCES).contains("true")) {
            shown.put("activeExperienceCount",
                    project.experiences().stream().filter(one -> one.versions().status() == Status.ACTIVE).count());
        }
        return shown;
    }
}
