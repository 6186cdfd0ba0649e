// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a plan does with the order in which experiences take precedence.
 *
 * @param action {@link Action#UPDATE}, {@link Action#UNCHANGED} or {@link Action#BLOCKED}
 * @param wanted the experiences as the manifest has them, references or uids, highest priority first
 * @param held the uids of the experiences as the service held them when the plan was made, highest priority first
 * @param names the names of held experiences by uid, as far as they were known
 * @param reason why it is blocked, or {@code null}
 * @param warnings what people should know before it is carried out
 * @param source where the manifest says so, such as {@code project.yaml:40:1}, or {@code null}
 */
public record PriorityStep(Action action, List<String> after, List<String> before, Map<String, String> names, String reason,
        List<String> warnings, String source) {

    /**
     * @throws IllegalArgumentException when an order cannot have this action, or is blocked without a reason
     */
    public PriorityStep {
        Objects.requireNonNull(action, "action");
        after = List.copyOf(after);
        before = List.copyOf(before);
        names = Map.copyOf(names);
        warnings = List.copyOf(warnings);
        if (action == Action.CREATE || action == Action.DELETE) {
            throw new IllegalArgumentException("the order of experiences cannot be subject of " + action);
        }
        if (action == Action.BLOCKED && reason == null) {
            throw new IllegalArgumentException("the step BLOCKED order of experiences has no reason");
        }
    }
}
