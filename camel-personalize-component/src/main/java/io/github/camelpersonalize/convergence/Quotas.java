// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape.Items;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Step;

/**
 * How many of each kind the service allows by default: definitions of a kind in a project, and variants of an experience. A contract may allow more, so
 * more is a warning here, and the service decides.
 */
final class Quotas {

    private Quotas() {}

    static List<String> warnings(Dialect dialect, List<Step> steps, ActualState state) {
        List<String> warnings = new ArrayList<>();
        for (Resource resource : Manifest.RESOURCES) {
            long created = count(steps, resource, Action.CREATE);
            long all = state.all(resource).size() + created - count(steps, resource, Action.DELETE);
            if (created > 0 && all > dialect.quota()) {
                warnings.add("the project will have " + all + " " + resource + "; the service allows " + dialect.quota()
                        + " unless more was agreed on, and rejects more");
            }
        }
        steps.stream().filter(step -> step.action() == Action.CREATE || step.action() == Action.UPDATE)
                .forEach(step -> dialect.shape(step.resource()).items().flatMap(items -> warning(items, step)).ifPresent(warnings::add));
        return warnings;
    }

    private static Optional<String> warning(Items items, Step step) {
        int size = step.after().path(items.member()).size();
        return size > items.quota()
                ? Optional.of(step.resource().kind() + " \"" + step.key() + "\" has " + size + " " + items.member()
                        + "; the service allows " + items.quota() + " unless more was agreed on")
                : Optional.empty();
    }

    private static long count(List<Step> steps, Resource resource, Action action) {
        return steps.stream().filter(step -> step.resource() == resource && step.action() == action).count();
    }
}
