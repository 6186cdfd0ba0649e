// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Bodies;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.body.RuleTree;
import io.github.camelpersonalize.emulator.live.body.Shape;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.live.state.References;
import io.github.camelpersonalize.emulator.service.Kind;

/** Audiences: their definition is a tree of rules, and the list has those of Lytics, too, for those who ask. */
final class AudienceRules implements DefinitionRules {

    static final String REFERRED = "referredAttributes[]";
    static final String LYTICS = "includeLyticsAudiences";

    static Answer list(Call call) {
        List<String> referred = call.request().parameters(REFERRED);
        ArrayNode list = Json.array();
        for (ObjectNode audience : call.project().objects(Kind.AUDIENCE)) {
            if (referred.isEmpty() || !Collections.disjoint(References.customAttributes(audience), referred)) {
                list.add(audience);
            }
        }
        if (call.request().parameters(LYTICS).contains("true") && referred.isEmpty()) {
            list.addAll(call.project().lyticsAudiences());
        }
        return Answer.json(200, list);
    }

    @Override
    public Kind kind() {
        return Kind.AUDIENCE;
    }

    @Override
    public Shape shape() {
        return Bodies.AUDIENCE;
    }

    @Override
    public void examine(ObjectNode candidate, Project project, Problems problems) {
        RuleTree.examineDefinition(candidate.get("definition"), project, problems);
    }

    @Override
    public void complete(ObjectNode object) {
        object.set("referredAttributes", References.array(References.customAttributes(object.get("definition"))));
    }

    @Override
    public List<String> users(ObjectNode audience, Project project) {
        String uid = audience.path("uid").asText();
        return project.experiences().stream().filter(one -> one.uses(version -> References.audiences(version).contains(uid)))
                .map(Experience::name).toList();
    }
}
