// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.body.VersionRules;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.live.state.References;
import io.github.camelpersonalize.emulator.live.state.Status;
import io.github.camelpersonalize.emulator.live.state.Versions;

/** What can be done with the versions of an experience. */
final class ExperienceVersions {

    private final Context context;
    private final Transitions transitions;

    ExperienceVersions(Context context) {
        this.context = context;
        this.transitions = new Transitions(context.options().pauseLocked());
    }

    Answer list(Call call) {
        return call.project().experience(call.uid())
                .map(experience -> Answer.json(200, Json.array().addAll(experience.versions().all())))
                .orElseGet(() -> Experiences.unknown(call.uid()));
    }

    Answer create(Call call) {
        Optional<Experience> experience = call.project().experience(call.uid());
        if (experience.isEmpty()) {
            return Experiences.unknown(call.uid());
        }
        Problems problems = context.problems();
        if (Status.of(call.object()) != Status.DRAFT) {
            problems.add("status", Code.INVALID_STATUS, "must be DRAFT, as a new version is a draft");
        }
        VersionRules.examine(call.object(), call.project(), experience.get(), problems);
        if (!problems.isEmpty()) {
            return problems.answer();
        }
        if (experience.get().versions().draft().isPresent()) {
            return Errors.of(400, Code.SECOND_DRAFT, "The experience has a draft already");
        }
        return Answer.json(201, experience.get().versions().add(VersionRules.content(call.object(), experience.get()), context.audit()));
    }

    Answer update(Call call) {
        Optional<Experience> experience = call.project().experience(call.uid());
        Optional<ObjectNode> version = experience.flatMap(found -> found.versions().find(call.uids().get(1)));
        return version.map(old -> update(call.project(), experience.get(), old, call.object())).orElseGet(() -> unknown(call));
    }

    Answer delete(Call call) {
        Optional<Experience> experience = call.project().experience(call.uid());
        Optional<ObjectNode> version = experience.flatMap(found -> found.versions().find(call.uids().get(1)));
        if (version.isEmpty()) {
            return unknown(call);
        }
        Versions versions = experience.get().versions();
        if (Status.of(version.get()) != Status.DRAFT) {
            return Errors.of(400, Code.NOT_A_DRAFT, "Only a draft can be deleted; the version is " + Status.of(version.get()));
        }
        if (versions.all().size() == 1) {
            return Errors.of(400, Code.ONLY_DRAFT, "The only version of an experience cannot be deleted");
        }
        versions.remove(version.get());
        return Answer.empty(204);
    }

    private Answer update(Project project, Experience experience, ObjectNode old, ObjectNode body) {
        Problems problems = context.problems();
        VersionRules.examine(body, project, experience, problems);
        if (!problems.isEmpty()) {
            return problems.answer();
        }
        ObjectNode content = VersionRules.content(body, experience);
        Status wanted = Status.of(body);
        Optional<Code> refused = transitions.refusal(Status.of(old), wanted, !Content.same(old, content));
        if (refused.isPresent()) {
            return Errors.of(400, refused.get(),
                    "The version is " + Status.of(old) + ", so it cannot be written as " + wanted + " with this content");
        }
        if (wanted == Status.ACTIVE) {
            Optional<Answer> notYet = notYetActive(project, experience, content);
            if (notYet.isPresent()) {
                return notYet.get();
            }
        }
        return Answer.json(200, write(project, experience, old, wanted, content));
    }

    private ObjectNode write(Project project, Experience experience, ObjectNode old, Status wanted, JsonNode content) {
        ObjectNode changed = experience.versions().replace(old, wanted, content, context.audit());
        if (wanted == Status.ACTIVE && Status.of(old) != Status.ACTIVE) {
            Optional<Integer> reads = Optional.of(context.options().cmsPolls()).filter(any -> project.isConnected());
            experience.activated(changed, reads, context.audit());
        }
        return changed;
    }

    private static Optional<Answer> notYetActive(Project project, Experience experience, JsonNode content) {
        int least = VersionRules.leastVariants(experience.type());
        if (content.path("variants").size() < least) {
            return Optional.of(Errors.of(400, Code.TOO_FEW_VARIANTS, "An active version must have " + least + " or more variants"));
        }
        for (String uid : References.lyticsAudiences(content)) {
            if (project.lyticsAudiences().stream().noneMatch(audience -> audience.path("uid").asText().equals(uid))) {
                return Optional.of(Errors.of(400, Code.LYTICS_GONE, "Lytics has no audience with the uid " + uid));
            }
        }
        return Optional.empty();
    }

    private static Answer unknown(Call call) {
        return Errors.unknown("version of the experience " + call.uid(), call.uids().get(1));
    }
}
