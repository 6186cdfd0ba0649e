// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.text.Quoted;

/**
 * The changes that make a project match a manifest. A plan is a value: it can be shown, saved as JSON, and applied later. It contains no
 * credential.
 *
 * @param projectUid the project that it was made for
 * @param steps one for each definition that the manifest contains, or that will be deleted, in the order of execution
 * @param priority the change of the order of experiences, if the manifest contains one
 * @param warnings about the plan as a whole
 * @param refusal why apply refuses it as a whole, if it does
 * @param origin where and when it was made, if that is known
 */
public record Plan(String projectUid, List<Step> steps, Optional<PriorityStep> priority, List<String> warnings, Optional<String> refusal,
        Optional<Origin> origin)
        implements
            JsonDocument {

    /** The name of the priority in messages. */
    public static final String PRIORITY = "the order of experiences";

    public Plan {
        Objects.requireNonNull(projectUid, "projectUid");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(origin, "origin");
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** A plan that apply does not refuse. */
    public Plan(String projectUid, List<Step> steps, Optional<PriorityStep> priority, List<String> warnings) {
        this(projectUid, steps, priority, warnings, Optional.empty(), Optional.empty());
    }

    /** This plan, with where and when it was made. */
    public Plan from(Origin made) {
        return new Plan(projectUid, steps, priority, warnings, refusal, Optional.of(made));
    }

    /** This plan, which apply refuses. */
    public Plan refusedBecause(String why) {
        return new Plan(projectUid, steps, priority, warnings, Optional.of(why), origin);
    }

    /**
     * Reads a plan that {@link #toJson()} wrote.
     *
     * @throws JsonException when the JSON is not a plan, or has a format version that this component does not know
     */
    public static Plan of(JsonNode json) {
        return PlanReader.read(json);
    }

    /** The number of steps for each action, including the order of experiences; 0 for an action without steps. */
    public Map<Action, Integer> counts() {
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        Stream.of(Action.values()).forEach(action -> counts.put(action, 0));
        actions().forEach(action -> counts.merge(action, 1, Integer::sum));
        return counts;
    }

    /** Whether the plan contains no write. */
    public boolean isEmpty() {
        return actions().noneMatch(Action::isWrite);
    }

    /** Whether a step is blocked. */
    public boolean hasBlocked() {
        return actions().anyMatch(Action.BLOCKED::equals);
    }

    /** The name of the first step that is blocked and no deletion: deletions must not follow. */
    public Optional<String> obstacle() {
        return steps.stream().filter(step -> step.action() == Action.BLOCKED && !step.isDeletion())
                .map(step -> step.resource().kind() + " " + Quoted.of(step.key())).findFirst()
                .or(() -> priority.filter(step -> step.action() == Action.BLOCKED).map(step -> PRIORITY));
    }

    /** This plan as {@link #of} reads it. The schema is {@code plan.schema.json} in the package of this class. */
    @Override
    @JsonValue
    public JsonNode toJson() {
        return PlanWriter.write(this);
    }

    /** This plan as text for a terminal: 100 columns, without colours. */
    @Override
    public String toText() {
        return TextPlan.of(this);
    }

    /** This plan as a comment on a pull request: GitHub's Markdown, within GitHub's limit of 65 536 characters. */
    public String toMarkdown() {
        return MarkdownPlan.of(this);
    }

    /** This plan as one HTML page without external resources. */
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
