// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Result;

/**
 * The order of priority that a project has now. An answer that holds none is no empty order: what is written in its place would leave out all that
 * the service has.
 *
 * @param body as the service sent it
 */
public record PriorityOrder(JsonNode body, List<String> uids) {

    public PriorityOrder {
        uids = List.copyOf(uids);
    }

    /** Asks for it. */
    public static Fallible<PriorityOrder> of(Project project) {
        Call call = project.call(Resource.experiences, Operation.getPriority);
        return new Get(project).object(call).fold(success -> read(call, project.dialect().priorityMember(), success), Fallible::failed);
    }

    private static Fallible<PriorityOrder> read(Call call, String member, Result.Success done) {
        JsonNode order = done.body().path(member);
        if (!order.isArray()) {
            return Fallible.failed(Result.Failure.of(Problem.unavailable(done.status(),
                    "the answer to " + call.verb() + " " + call.path() + " has no array \"" + member + "\"")));
        }
        List<String> uids = new ArrayList<>();
        order.forEach(uid -> uids.add(uid.asText()));
        return Fallible.of(new PriorityOrder(done.body(), uids));
    }
}
