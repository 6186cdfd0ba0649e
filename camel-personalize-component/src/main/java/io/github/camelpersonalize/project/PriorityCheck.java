// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.outcome.Result;

/**
 * Compares a new order of priority with the present one, which costs a request: both must have the same experiences. The new order replaces
 * the whole, so that an experience that is left out by mistake would lose its place. An order that has nothing in common with the present one
 * is left to the service to judge: it is no slip, and the present order, which holds active experiences only, tells nothing about it.
 */
final class PriorityCheck {

    private final Project project;
    private final String member;

    PriorityCheck(Project project) {
        this.project = project;
        this.member = project.dialect().priorityMember();
    }

    /** Why the new order must not be sent, if there is a reason. */
    Optional<Result> violation(JsonNode desired) {
        return PriorityOrder.of(project).fold(actual -> compare(desired, actual), Optional::of);
    }

    private Optional<Result> compare(JsonNode desired, PriorityOrder actual) {
        Set<String> named = new LinkedHashSet<>();
        desired.path(member).forEach(uid -> named.add(uid.asText()));
        Set<String> known = new LinkedHashSet<>(actual.uids());
        if (!named.isEmpty() && Collections.disjoint(named, known)) {
            return Optional.empty();
        }
        List<FieldError> faults = new ArrayList<>();
        add(faults, "leaves out experiences of " + project.name() + ": ", known, named);
        add(faults, "names experiences that " + project.name() + " does not order: ", named, known);
        return Bodies.violation(faults);
    }

    private void add(List<FieldError> faults, String what, Set<String> uids, Set<String> others) {
        List<String> missing = uids.stream().filter(uid -> !others.contains(uid)).toList();
        if (!missing.isEmpty()) {
            faults.add(new FieldError("/" + member, what + String.join(", ", missing)));
        }
    }
}
