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
 * One member of a definition, ready to be shown: with a value before, a value after, or both; or with lines, if one of them is an object or
 * an array.
 *
 * @param mark what happens to the member
 * @param name its name, or its path
 */
record Member(Mark mark, String name, Optional<Excerpt> before, Optional<Excerpt> after, List<Line> lines) {

    /** Who wrote a definition, and when: not what somebody loses who deletes it. In the JSON of the plan they stay. */
    private static final Set<String> AUDIT = Set.of("created_at", "updated_at", "createdAt", "updatedAt", "activatedAt", "createdBy",
            "updatedBy", "activatedBy", "createdByUserName", "updatedByUserName", "activatedByUserName", "project", "_id", "_cms");

    /** The members of a step to show: all but its key and uid, which are in its heading, and without those of the audit when it is deleted. */
    static List<Member> of(Step step, Detail detail) {
        Stream<Change> changes = switch (step.action()) {
            case CREATE -> names(step, step.after()).map(name -> new Change(JsonPointer.of(name), null, step.after().get(name)));
            case DELETE -> names(step, step.before()).filter(name -> !AUDIT.contains(name))
                    .map(name -> new Change(JsonPointer.of(name), step.before().get(name), null));
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
        if (value.isTextual() && other.isTextual()) {
            return Optional.of(Excerpt.of(JsonLines.text(value), JsonLines.text(other), detail.characters()));
        }
        return Optional.of(Excerpt.of(JsonLines.text(value), detail.characters()));
    }

    private static Stream<String> names(Step step, JsonNode definition) {
        Set<String> heading = Set.of("uid", step.resource().naturalKey());
        return definition.propertyStream().map(Map.Entry::getKey).filter(name -> !heading.contains(name));
    }
}
