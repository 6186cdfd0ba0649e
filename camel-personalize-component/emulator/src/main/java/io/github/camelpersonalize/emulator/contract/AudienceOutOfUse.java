// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.service.Kind;

/** An audience stays as long as a variant of an active experience is for it. */
final class AudienceOutOfUse implements DeleteRule {

    @Override
    public Optional<String> objection(Project project, ObjectNode audience) {
        String users = project.shelf(Kind.EXPERIENCE)
                .namesWhere(experience -> Status.of(experience) == Status.ACTIVE && targets(experience, audience.path("uid")));
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of("The audience '" + audience.path("name").asText() + "' is used by active experiences: " + users + ".");
    }

    private static boolean targets(ObjectNode experience, JsonNode uid) {
        for (JsonNode variant : experience.path("variants")) {
            if (variant.path("audience_uid").equals(uid)) {
                return true;
            }
        }
        return false;
    }
}
