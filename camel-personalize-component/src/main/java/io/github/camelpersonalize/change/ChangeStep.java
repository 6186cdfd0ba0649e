// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.Bodies;

/** A change as a step of a plan, which people know how to read. */
final class ChangeStep {

    private ChangeStep() {}

    /**
     * A step that makes this change.
     *
     * @param dialect says which members only the service sets; they are not shown
     */
    static Step of(Dialect dialect, Change change) {
        Shape shape = dialect.shape(change.resource());
        JsonNode definition = Bodies.withoutReadOnly(change.definition(), shape);
        String name = change.key().orElse(change.uid());
        return switch (change.type()) {
            case CREATED ->
                new Step(Action.CREATE, change.resource(), name, change.uid(), List.of(), null, List.of(), definition, null, null);
            case UPDATED -> {
                JsonNode previous = Bodies.withoutReadOnly(Objects.requireNonNull(change.previous(), "an update has a previous state"),
                        shape);
                yield new Step(Action.UPDATE, change.resource(), name, change.uid(), members(definition, previous, shape), null, List.of(),
                        definition, previous, null);
            }
            case DELETED ->
                new Step(Action.DELETE, change.resource(), name, change.uid(), List.of(), null, List.of(), null, definition, null);
        };
    }

    private static List<io.github.camelpersonalize.plan.Change> members(JsonNode definition, JsonNode previous, Shape shape) {
        return Difference.ofReplacement(definition, previous, shape).stream()
                .map(pointer -> new io.github.camelpersonalize.plan.Change(pointer, previous.at(pointer), definition.at(pointer))).toList();
    }
}
