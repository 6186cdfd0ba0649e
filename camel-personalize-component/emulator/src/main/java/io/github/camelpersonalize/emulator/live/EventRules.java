// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Bodies;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.body.Shape;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.live.state.References;
import io.github.camelpersonalize.emulator.service.Kind;

/** Events: they have a key and no name, and the key is unique. */
final class EventRules implements DefinitionRules {

    static Answer list(Call call) {
        return Answer.json(200, Json.array().addAll(call.project().objects(Kind.EVENT)));
    }

    @Override
    public Kind kind() {
        return Kind.EVENT;
    }

    @Override
    public Shape shape() {
        return Bodies.EVENT;
    }

    @Override
    public void examine(ObjectNode candidate, Project project, Problems problems) {
        DefinitionRules.unique(Kind.EVENT, "key", candidate, project, problems);
    }

    @Override
    public void complete(ObjectNode object) {
        // all its members come from clients or from the audit
    }

    @Override
    public List<String> users(ObjectNode event, Project project) {
        String uid = event.path("uid").asText();
        return project.experiences().stream().filter(one -> one.uses(version -> References.events(version).contains(uid)))
                .map(Experience::name).toList();
    }
}
