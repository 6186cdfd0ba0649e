// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An experience that runs or has run its course stays: only drafts and inactive ones may go. */
final class ExperienceAtRest implements DeleteRule {

    @Override
    public Optional<String> objection(Project project, ObjectNode experience) {
        return switch (Status.of(experience)) {
            case DRAFT, INACTIVE -> Optional.empty();
            case ACTIVE, ENDED -> Optional.of("The experience '" + experience.path("name").asText() + "' is " + Status.of(experience)
                    + "; only DRAFT and INACTIVE experiences can be deleted.");
        };
    }
}
