// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.List;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Step;

/**
 * How many of each kind the service allows by default: 100 definitions of a kind in a project, and 20 variants of an experience. A contract may
 * allow more, so more is a warning here, and the service decides.
 */
final class Quotas {

    private static final int DEFINITIONS = 100;
    private static final int VARIANTS = 20;

    private Quotas() {}

    static List<String> warnings(List<Step> steps, ActualState state) {
        List<String> warnings = new ArrayList<>();
        for (Resource resource : Manifest.RESOURCES) {
            long created = count(steps, resource, Action.CREATE);
            long all = state.all(resource).size() + created - count(steps, resource, Action.DELETE);
            if (created > 0 && all > DEFINITIONS) {
                warnings.add("the project will have " + all + " " + resource + "; the service allows " + DEFINITIONS
                        + " unless more was agreed on, and rejects more");
            }
        }
        steps.stream().filter(step -> step.action() == Action.CREATE || step.action() == Action.UPDATE)
                .filter(step -> step.after().path("variants").size() > VARIANTS)
                .forEach(
                        step -> warnings.add(step.resource().kind() + " \"" + step.key() + "\" has " + step.after().path("variants").size()
                                + " variants; the service allows " + VARIANTS + " unless more was agreed on"));
        return warnings;
    }

    private static long count(List<Step> steps, Resource resource, Action action) {
        return steps.stream().filter(step -> step.resource() == resource && step.action() == action).count();
    }
}
