// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.service.Kind;

/** The variants of a segmented experience are for audiences of the same project. */
final class AudiencesExist implements WriteRule {

    @Override
    public List<String> objections(Project project, Kind kind, ObjectNode candidate) {
        if (!candidate.path("type").asText().equals("SEGMENTED")) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        JsonNode variants = candidate.path("variants");
        for (int i = 0; i < variants.size(); i++) {
            JsonNode audience = variants.get(i).get("audience_uid");
            if (audience != null && project.shelf(Kind.AUDIENCE).find(audience.textValue()).isEmpty()) {
                objections.add("variants[" + i + "].audience_uid names no audience of the project: '" + audience.textValue() + "'");
            }
        }
        return objections;
    }
}
