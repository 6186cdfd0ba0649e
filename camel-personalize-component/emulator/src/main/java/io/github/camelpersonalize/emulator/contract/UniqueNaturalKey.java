// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.service.Kind;

/** No two objects of a kind share their natural key, compared letter by letter. */
final class UniqueNaturalKey implements WriteRule {

    @Override
    public List<String> objections(Project project, Kind kind, ObjectNode candidate) {
        String key = candidate.get(kind.naturalKey()).textValue();
        boolean taken = project.shelf(kind).holders(key).stream().anyMatch(uid -> !uid.equals(candidate.get("uid").textValue()));
        return taken ? List.of(kind.withArticle() + " with the " + kind.naturalKey() + " '" + key + "' exists already") : List.of();
    }
}
