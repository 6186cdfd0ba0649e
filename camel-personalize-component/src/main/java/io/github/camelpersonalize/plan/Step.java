// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;

/**
 * What a plan does with one definition.
 *
 * @param action what will be done
 * @param resource of which kind the definition is: one that has a natural key
 * @param key its natural key
 * @param uid its uid, or {@code null} when it does not exist yet, or cannot be told
 * @param changes the members that differ, when it will be updated
 * @param reason why it is blocked, or why it will be deleted, or {@code null}
 * @param warnings what people should know before it is carried out
 * @param wanted the definition as the manifest has it, references included; {@code null} when it will be deleted
 * @param held the definition as the service held it when the plan was made; {@code null} when it held none
 * @param source where the manifest says so, such as {@code project.yaml:12:5} (file, line, column), or {@code null}
 */
public record Step(Action action, Resource resource, String key, String uid, List<Change> changes, String reason, List<String> warnings,
        JsonNode after, JsonNode before, String source) {

    /**
     * @throws IllegalArgumentException when the action lacks what it needs: {@code wanted} to create or update, {@code held} and a uid to
     *         update or delete, a reason to be blocked
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
        String lack = switch (action) {
            case CREATE -> after == null ? "after" : null;
            case UPDATE -> after == null ? "after" : before == null ? "before" : uid == null ? "uid" : null;
            case DELETE -> before == null ? "before" : uid == null ? "uid" : null;
            case UNCHANGED -> null;
            case BLOCKED -> reason == null ? "reason" : null;
        };
        if (lack != null) {
            throw new IllegalArgumentException("the step %s %s \"%s\" has no %s".formatted(action, resource.kind(), key, lack));
        }
    }

    /** Whether this is about a definition that is not wanted any more. */
    public boolean isDeletion() {
        return action == Action.DELETE || action == Action.BLOCKED && after == null && before != null;
    }
}
