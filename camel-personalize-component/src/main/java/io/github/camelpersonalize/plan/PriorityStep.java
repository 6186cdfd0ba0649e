// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a plan does with the order of experiences, by which they take precedence.
 *
 * @param action {@link Action#UPDATE}, {@link Action#UNCHANGED} or {@link Action#BLOCKED}
 * @param after the experiences as in the manifest, references or uids, highest priority first; the others follow in their present order
 * @param before the uids of the experiences in the service when the plan was made, highest priority first, without those that the plan deletes
 * @param names the names of the experiences in {@code before} by uid, as far as they are known
 * @param reason why the step is blocked, or {@code null}
 * @param warnings about applying the step
 * @param source the position in the manifest, such as {@code project.yaml:40:1}, or {@code null}
 */
public record PriorityStep(Action action, List<String> after, List<String> before, Map<String, String> names, String reason,
        List<String> warnings, String source) {

    /**
     * @throws IllegalArgumentException when the action is not allowed, or is {@code BLOCKED} without a reason
     */
    public PriorityStep {
        Objects.requireNonNull(action, "action");
        after = List.copyOf(after);
        before = List.copyOf(before);
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        warnings = List.copyOf(warnings);
        if (action == Action.CREATE || action == Action.DELETE) {
            throw new IllegalArgumentException("the order of experiences cannot have the action " + action);
        }
        if (action == Action.BLOCKED && reason == null) {
            throw new IllegalArgumentException("the step BLOCKED order of experiences has no reason");
        }
    }
}
