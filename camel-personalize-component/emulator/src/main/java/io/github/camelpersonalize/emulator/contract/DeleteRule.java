// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something that a project insists on before it lets an object go. */
@FunctionalInterface
interface DeleteRule {

    /** A sentence that says why the object has to stay, none when it may go. */
    Optional<String> objection(Project project, ObjectNode object);
}
