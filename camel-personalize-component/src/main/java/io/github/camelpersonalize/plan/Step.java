// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;

/**
 * What a plan does with one definition.
 *
 * @param action what will be done
 * @param resource the kind of the definition, one that has a natural key
 * @param key its natural key
 * @param uid its uid, or {@code null} if it does not exist yet or is not known
 * @param changes the members that differ, for an update
 * @param reason why it is blocked or will be deleted, or {@code null}
 * @param warnings about applying the step
 * @param after the definition as in the manifest, with its references; {@code null} if it will be deleted
 * @param before the definition in the service when the plan was made; {@code null} if there was none
 * @param source the position in the manifest, such as {@code project.yaml:12:5} (file, line, column), or {@code null}
 */
public record Step(Action action, Resource resource, String key, String uid, List<Change> changes, String reason, List<String> warnings,
        JsonNode after, JsonNode before, String source) {

    /**
     * @throws IllegalArgumentException when the step lacks what its action needs: {@code after} to create or update, {@code before} and a uid
     *         to update or delete, a reason to be blocked
     */
    public Step {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(key, "key");
        if (Objects.requireNonNull(resource, "resource").naturalKey() == null) {
            throw new IllegalArgumentException("a plan has no " + resource);
        }
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
        after = Exact.definition("after", after);
        before = Exact.definition("before", before);
        Map<String, Object> members = new HashMap<>();
        members.put("after", after);
        members.put("before", before);
        members.put("uid", uid);
        members.put("reason", reason);
        for (String required : required(action)) {
            if (members.get(required) == null) {
                throw new IllegalArgumentException(
                        "the step %s %s \"%s\" has no %s".formatted(action, resource.kind(), key, required));
            }
        }
    }

    /** Whether it is about a definition that is not desired any more. */
    public boolean isDeletion() {
        return action == Action.DELETE || action == Action.BLOCKED && after == null && before != null;
    }

    /** As a terminal shows it: a line with its name, and the members that differ. */
    public String toText() {
        return TextPlan.of(this);
    }

    private static List<String> required(Action action) {
        return switch (action) {
            case CREATE -> List.of("after");
            case UPDATE -> List.of("after", "before", "uid");
            case DELETE -> List.of("before", "uid");
            case UNCHANGED -> List.of();
            case BLOCKED -> List.of("reason");
        };
    }
}
