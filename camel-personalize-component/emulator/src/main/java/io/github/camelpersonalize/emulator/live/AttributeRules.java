// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Bodies;
import io.github.camelpersonalize.emulator.live.body.Presets;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.body.Shape;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.live.state.References;
import io.github.camelpersonalize.emulator.service.Kind;

/** Attributes: their name is unique, and the list has the presets, too. */
final class AttributeRules implements DefinitionRules {

    static Answer list(Call call) {
        ArrayNode list = Json.array().addAll(call.project().objects(Kind.ATTRIBUTE));
        return Answer.json(200, list.addAll(Presets.all()));
    }

    @Override
    public Kind kind() {
        return Kind.ATTRIBUTE;
    }

    @Override
    public Shape shape() {
        return Bodies.ATTRIBUTE;
    }

    @Override
    public void examine(ObjectNode candidate, Project project, Problems problems) {
        DefinitionRules.unique(Kind.ATTRIBUTE, "name", candidate, project, problems);
    }

    @Override
    public void complete(ObjectNode object) {
        object.put("__type", "CUSTOM");
    }

    @Override
    public List<String> users(ObjectNode attribute, Project project) {
        String uid = attribute.path("uid").asText();
        List<String> users = new ArrayList<>();
        for (JsonNode audience : project.objects(Kind.AUDIENCE)) {
            if (References.customAttributes(audience).contains(uid)) {
                users.add(audience.path("name").asText());
            }
        }
        project.experiences().stream().filter(one -> one.uses(version -> References.customAttributes(version).contains(uid)))
                .map(Experience::name).forEach(users::add);
        return users;
    }
}
