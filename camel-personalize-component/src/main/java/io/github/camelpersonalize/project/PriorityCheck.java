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
 * Compares a new priority with the actual one, which costs a request: both must have the same experiences, because the new one replaces the whole.
 * A priority that has nothing in common with the actual one is left to the service: the actual one has active experiences only, and says nothing
 * about it.
 */
final class PriorityCheck {

    private final Project project;
    private final String member;

    PriorityCheck(Project project) {
        this.project = project;
        this.member = project.dialect().priorityMember();
    }

    /** Why the new priority must not be sent, if there is a reason. */
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
        List<FieldError> errors = new ArrayList<>();
        add(errors, "leaves out experiences of " + project.name() + ": ", known, named);
        add(errors, "names experiences that " + project.name() + " does not order: ", named, known);
        return Bodies.violation(errors);
    }

    private void add(List<FieldError> errors, String what, Set<String> uids, Set<String> others) {
        List<String> missing = uids.stream().filter(uid -> !others.contains(uid)).toList();
        if (!missing.isEmpty()) {
            errors.add(new FieldError("/" + member, what + String.join(", ", missing)));
        }
    }
}
