// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.JsonPointer;

/**
 * One member of a definition, ready to be shown: with a value before, a value after, or both; or, where one of them is an object or array,
 * with lines.
 *
 * @param mark what happens to it
 * @param name its name, or the path to it
 */
record Member(Mark mark, String name, Optional<Excerpt> before, Optional<Excerpt> after, List<Line> lines) {

    /** What there is to see of a step, but for its key and uid, which are part of its heading. */
    static List<Member> of(Step step, Detail detail) {
        Set<String> heading = Set.of("/uid", "/" + step.resource().naturalKey());
        Stream<Change> changes = switch (step.action()) {
            case CREATE -> members(step.after()).map(name -> new Change(JsonPointer.of(name), null, step.after().get(name)))
                    .filter(change -> !heading.contains(change.pointer()));
            case DELETE -> members(step.before()).map(name -> new Change(JsonPointer.of(name), step.before().get(name), null))
                    .filter(change -> !heading.contains(change.pointer()));
            case UPDATE, UNCHANGED, BLOCKED -> step.changes().stream();
        };
        return changes.map(change -> of(change, detail)).toList();
    }

    private static Member of(Change change, Detail detail) {
        String name = Visible.text(Excerpt.of(change.pointer().replaceFirst("^/", ""), detail.characters()).text());
        Mark mark = Mark.of(change);
        if (JsonLines.isNested(change.before()) || JsonLines.isNested(change.after())) {
            return new Member(mark, name, Optional.empty(), Optional.empty(), Nested.of(change.before(), change.after(), detail));
        }
        return new Member(mark, name, excerpt(change.before(), change.after(), detail), excerpt(change.after(), change.before(), detail),
                List.of());
    }

    private static Optional<Excerpt> excerpt(JsonNode value, JsonNode other, Detail detail) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(value.isTextual() && other.isTextual()
                ? Excerpt.of(JsonLines.text(value), JsonLines.text(other), detail.characters())
                : Excerpt.of(JsonLines.text(value), detail.characters()));
    }

    private static Stream<String> members(JsonNode definition) {
        return definition.propertyStream().map(Map.Entry::getKey);
    }
}
