// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.Replacement;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.text.Quoted;

/**
 * Checks that the steps of a stored plan are about what they show: a step that names one definition must not delete or overwrite another one.
 */
final class PlanCheck {

    private PlanCheck() {}

    static void require(Plan plan) {
        Set<String> uids = new HashSet<>();
        for (Step step : plan.steps()) {
            violation(step).or(() -> unlikeShown(step)).ifPresent(why -> refuse(step, why));
            if (step.uid() != null && !uids.add(step.resource() + "/" + step.uid())) {
                refuse(step, "has the uid of another step");
            }
        }
    }

    private static void refuse(Step step, String why) {
        throw new JsonException("the step " + step.action() + " " + step.resource().kind() + " " + Quoted.of(step.key()) + " " + why
                + "; make the plan again");
    }

    private static Optional<String> violation(Step step) {
        if (step.uid() != null && !Uid.isLegal(step.uid())) {
            return Optional.of("has no legal uid: " + Uid.RULE);
        }
        return switch (step.action()) {
            case CREATE -> step.before() == null ? other("after", step, step.after()) : Optional.of("has a before, but creates it");
            case UPDATE -> other("before", step, step.before()).or(() -> other("after", step, step.after()));
            case DELETE -> other("before", step, step.before());
            case UNCHANGED -> step.before() == null ? Optional.of("has no before") : other("before", step, step.before());
            case BLOCKED -> Optional.empty();
        };
    }

    /** Whether what is sent is not what people have looked at. */
    private static Optional<String> unlikeShown(Step step) {
        if (step.action() != Action.UPDATE) {
            return step.changes().isEmpty() ? Optional.empty() : Optional.of("has changes, but is no update");
        }
        Set<String> shown = step.changes().stream().map(Change::pointer).collect(Collectors.toSet());
        Optional<String> illegal = shown.stream().filter(pointer -> !pointer.startsWith("/")).findFirst();
        if (illegal.isPresent()) {
            return Optional.of("has a change of " + Quoted.of(illegal.get()) + ", which is no JSON pointer to a member");
        }
        List<Optional<String>> faults = Dialect.all().stream().map(dialect -> unlikeShown(dialect, step, shown)).toList();
        return faults.contains(Optional.<String>empty()) ? Optional.empty() : faults.get(0);
    }

    /** A plan does not say in which dialect it was made: its changes are those of one. */
    private static Optional<String> unlikeShown(Dialect dialect, Step step, Set<String> shown) {
        Replacement update = new Replacement(dialect, step.resource(), step.after(), step.before());
        return Stream.concat(
                step.changes().stream().filter(change -> !update.changes(change.pointer(), change.before(), change.after()))
                        .map(Change::pointer),
                update.pointers().stream().filter(pointer -> shown.stream().noneMatch(whole -> (pointer + "/").startsWith(whole + "/"))))
                .findFirst().map(pointer -> "shows another change of " + pointer + " than its before and after make");
    }

    /** Whether a definition is another one than the step says. */
    private static Optional<String> other(String member, Step step, JsonNode definition) {
        if (member.equals("before") && !definition.path("uid").asText().equals(step.uid())) {
            return Optional.of("has another uid in before");
        }
        return keys(step.resource(), definition, step.uid()).contains(step.key())
                ? Optional.empty()
                : Optional.of("has another " + step.resource().naturalKey() + " in " + member);
    }

    /** What a definition may be called: one without a natural key by its uid. */
    private static List<String> keys(Resource resource, JsonNode definition, String uid) {
        String key = definition.path(resource.naturalKey()).textValue();
        if (key == null) {
            return Stream.ofNullable(uid).toList();
        }
        return List.of(key, Reference.unescape(key));
    }
}
