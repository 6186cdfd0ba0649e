// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.Map;

/** A plan in one sentence. */
final class Summary {

    private Summary() {}

    /** {@code 3 to create, 1 to update, 0 to delete, 12 unchanged, 1 blocked}. */
    static String of(Plan plan) {
        Map<Action, Integer> counts = plan.counts();
        return "%d to create, %d to update, %d to delete, %d unchanged, %d blocked".formatted(counts.get(Action.CREATE),
                counts.get(Action.UPDATE), counts.get(Action.DELETE), counts.get(Action.UNCHANGED), counts.get(Action.BLOCKED));
    }

    /** The sentence for a plan without writes and blocked steps. */
    static String nothingToDo() {
        return "Nothing to do: the project matches the manifest.";
    }
}
