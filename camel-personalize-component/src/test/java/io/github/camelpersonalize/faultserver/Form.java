// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** In which the server answers: what differs from one dialect to the other. */
public enum Form {

    CONTRACT("experiences/priority", "priority", 200) {
        @Override
        JsonNode list(List<JsonNode> objects) {
            return Json.object().set("data", Json.tree(objects));
        }
    },
    LIVE("experiences-priority", "priorityOrder", 204) {
        @Override
        JsonNode list(List<JsonNode> objects) {
            return Json.tree(objects);
        }
    };

    final String priorityPath;
    final String priorityMember;
    final int deleted;

    Form(String priorityPath, String priorityMember, int deleted) {
        this.priorityPath = priorityPath;
        this.priorityMember = priorityMember;
        this.deleted = deleted;
    }

    abstract JsonNode list(List<JsonNode> objects);
}
