// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.body.Shape;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.service.Kind;

/** What is particular about attributes, audiences or events. */
interface DefinitionRules {

    Kind kind();

    /** The members that clients set. */
    Shape shape();

    /** Adds what speaks against the object beyond its shape. It has its uid already. */
    void examine(ObjectNode candidate, Project project, Problems problems);

    /** Adds the members that follow from others. */
    void complete(ObjectNode object);

    /** The names of the others that refer to the object. */
    List<String> users(ObjectNode object, Project project);

    /** Adds a problem when another object has the same value there. */
    static void unique(Kind kind, String member, ObjectNode candidate, Project project, Problems problems) {
        boolean taken = project.shelf(kind).all().stream()
                .anyMatch(other -> other.get(member).equals(candidate.get(member)) && !other.get("uid").equals(candidate.get("uid")));
        if (taken) {
            problems.add(member, Code.DUPLICATE,
                    "is taken by another " + kind.noun() + ": '" + candidate.get(member).asText() + "'");
        }
    }
}
