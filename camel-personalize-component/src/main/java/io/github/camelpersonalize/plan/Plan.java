// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.model.JsonException;

/**
 * What it takes to make a project what a manifest says. A plan is a value: it can be shown, saved as JSON, and carried out later. It holds
 * no credential.
 *
 * @param projectUid the project that it was made for
 * @param steps one for each definition that the manifest names, or that will be deleted, in the order of execution
 * @param priority what happens to the order of experiences, when the manifest gives one
 * @param warnings what people should know about the plan as a whole
 */
public record Plan(String projectUid, List<Step> steps, Optional<PriorityStep> priority, List<String> warnings) implements JsonDocument {

    public Plan {
        Objects.requireNonNull(projectUid, "projectUid");
        Objects.requireNonNull(priority, "priority");
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a plan that {@link #toJson()} wrote.
     *
     * @throws JsonException when it is anything else, or of a format that is newer than this version of the component
     */
    public static Plan of(JsonNode json) {
        return PlanReader.read(json);
    }

    /** How many steps have each action, the order of experiences included; each action has a number. */
    public Map<Action, Integer> counts() {
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        Stream.of(Action.values()).forEach(action -> counts.put(action, 0));
        actions().forEach(action -> counts.merge(action, 1, Integer::sum));
        return counts;
    }

    /** Whether nothing would be written. */
    public boolean isEmpty() {
        return actions().noneMatch(Action::isWrite);
    }

    /** Whether something stands in the way of a step. */
    public boolean hasBlocked() {
        return actions().anyMatch(Action.BLOCKED::equals);
    }

    /** This plan as {@link #of} reads it. Its schema is {@code plan.schema.json} beside this class. */
    @Override
    public JsonNode toJson() {
        return PlanWriter.write(this);
    }

    /** This plan for a terminal: text of 100 columns, without colours. */
    @Override
    public String toText() {
        return TextPlan.of(this);
    }

    /** This plan as a comment on a pull request: Markdown as GitHub reads it, within GitHub's limit of 65 536 characters. */
    public String toMarkdown() {
        return MarkdownPlan.of(this);
    }

    /** This plan as one page for a browser, which needs nothing else. */
    public String toHtml() {
        return HtmlPlan.of(this);
    }

    @Override
    public String toString() {
        return toText();
    }

    private Stream<Action> actions() {
        return Stream.concat(steps.stream().map(Step::action), priority.stream().map(PriorityStep::action));
    }
}
