// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.converge.manifest.Reference;
import io.github.camelpersonalize.converge.plan.Action;
import io.github.camelpersonalize.converge.plan.OrderStep;

/** Brings the experiences into the order that a plan wants. It asks for the present order, which creations and deletions have changed. */
final class PriorityApply {

    private final Project project;

    PriorityApply(Project project) {
        this.project = project;
    }

    Result carryOut(OrderStep step) {
        if (step.action() == Action.BLOCKED) {
            return Result.Failed.blocked("BLOCKED", step.reason());
        }
        List<String> wanted = new ArrayList<>();
        for (String text : step.wanted()) {
            Optional<String> uid = uid(text);
            if (uid.isEmpty()) {
                return Result.Failed.blocked("UNRESOLVED", "names " + Reference.parse(text).map(Reference::toString).orElse(text)
                        + ", which is not there");
            }
            wanted.add(uid.get());
        }
        return held(project).then(order -> write(PriorityPlan.uids(wanted, uid -> uid, order.uids()), order), failed -> failed);
    }

    /** The present order of a project, without which nothing is sent. */
    static Attempt<PriorityOrder> held(Project project) {
        return PriorityOrder.of(project).then(Attempt::of, failed -> Attempt.failed(Result.Failed.blocked(failed.problem())));
    }

    private Result write(List<String> uids, PriorityOrder held) {
        if (uids.equals(held.uids())) {
            return new Result.Done(Outcome.UNCHANGED, 0, held.body(), null, null);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        uids.forEach(body.putArray(project.dialect().priorityMember())::add);
        return project.send(project.call(Resource.experiences, Operation.updatePriority), null, body).then(
                answer -> new Result.Done(Outcome.UPDATED, answer.status(), answer.body(), null, null), Result.Failed::of);
    }

    private Optional<String> uid(String text) {
        return Reference.parse(text).map(reference -> project.known(Resource.experiences, project.begun())
                .then(index -> index.uidOf(reference.key()), failed -> Optional.<String>empty())).orElse(Optional.of(text));
    }
}
