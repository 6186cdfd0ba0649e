// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.service.Seed;

/** Puts a document in the place of a project. */
public final class Seeding {

    private Seeding() {}

    /** 200 with the project as it is now, or 400 with all that is wrong with the document; then the project stays as it was. */
    public static Answer seed(Backstage backstage, String uid, JsonNode document) {
        Seed.Outcome outcome = Seed.read(document, backstage.stamp());
        if (!outcome.faults().isEmpty()) {
            return Answer.error(400, "The project is refused: " + String.join("; ", outcome.faults()) + ".");
        }
        backstage.projects().replace(uid, outcome.project());
        return Answer.json(200, outcome.project().document());
    }
}
