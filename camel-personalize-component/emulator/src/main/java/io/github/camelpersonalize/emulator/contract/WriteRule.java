// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.service.Kind;

/** Something that a project insists on before it takes an object in. */
@FunctionalInterface
interface WriteRule {

    /** Sentences that say what speaks against the object, none when nothing does. The object has its uid already. */
    List<String> objections(Project project, Kind kind, ObjectNode candidate);
}
