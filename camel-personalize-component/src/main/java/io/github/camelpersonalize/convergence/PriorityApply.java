// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.project.PriorityOrder;
import io.github.camelpersonalize.project.Project;

/** Writes the priority of a plan. It requests the actual priority first, which creations and deletions have changed. */
final class PriorityApply {

    private final Project project;

    PriorityApply(Project project) {
        this.project = project;
    }

    Result execute(PriorityStep step) {
        if (step.action() == Action.BLOCKED) {
            return Result.Failure.blocked("BLOCKED", step.reason());
        }
        return actual(project).toResult(order -> execute(step, order));
    }

    private Result execute(PriorityStep step, PriorityOrder order) {
        List<String> desired = new ArrayList<>();
        for (String text : step.after()) {
            Optional<String> uid = uid(text, order);
            if (uid.isEmpty()) {
                return Result.Failure.blocked("UNRESOLVED", "names " + Reference.parse(text).map(Reference::toString).orElse(text)
                        + ", which does not exist");
            }
            desired.add(uid.get());
        }
        return write(PriorityPlan.uids(desired, uid -> uid, order.uids()), order);
    }

    /** The actual priority of a project, without which nothing is sent. */
    static Fallible<PriorityOrder> actual(Project project) {
        return PriorityOrder.of(project).recover(failed -> Fallible.failed(Result.Failure.blocked(failed.problem())));
    }

    private Result write(List<String> uids, PriorityOrder actual) {
        if (uids.equals(actual.uids())) {
            return new Result.Success(Outcome.UNCHANGED, 0, actual.body(), null, null);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        uids.forEach(body.putArray(project.dialect().priorityMember())::add);
        return project.send(project.call(Resource.experiences, Operation.updatePriority), Address.NONE, body).fold(
                response -> new Result.Success(Outcome.UPDATED, response.status(), response.body(), null, null), Result.Failure::of);
    }

    private Optional<String> uid(String text, PriorityOrder order) {
        Optional<Reference> reference = Reference.parse(text);
        return reference.isEmpty() ? Optional.of(text).filter(order.uids()::contains) : reference.flatMap(this::uid);
    }

    private Optional<String> uid(Reference reference) {
        return project.index(Resource.experiences, project.startedAt()).fold(index -> index.uidOf(reference.key()),
                failed -> Optional.empty());
    }
}
