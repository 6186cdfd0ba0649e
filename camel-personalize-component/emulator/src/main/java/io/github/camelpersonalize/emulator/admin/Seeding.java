// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Answer;

/** Puts a document in the place of a project. */
public final class Seeding {

    private Seeding() {}

    /** 200 with the project as it is now, or 400 with all that is wrong with the document; then the project stays as it was. */
    public static Answer seed(Backstage backstage, String uid, JsonNode document) {
        List<String> faults = backstage.service().seed(uid, document);
        if (!faults.isEmpty()) {
            return Answer.error(400, "The project is refused: " + String.join("; ", faults) + ".");
        }
        return Answer.json(200, backstage.service().projects().find(uid).orElseThrow().document());
    }
}
