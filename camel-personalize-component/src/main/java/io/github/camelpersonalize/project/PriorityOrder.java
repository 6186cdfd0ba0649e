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
 * The priority of experiences that a project has now. A response without one is a failure, not an empty priority: a priority written on top of that
 * would leave out all that the service has.
 *
 * @param body as the service sent it
 */
public record PriorityOrder(JsonNode body, List<String> uids) {

    public PriorityOrder {
        uids = List.copyOf(uids);
    }

    /** Requests it. */
    public static Fallible<PriorityOrder> of(Project project) {
        Call call = project.call(Resource.experiences, Operation.getPriority);
        return new Get(project).object(call).fold(success -> read(call, project.dialect().priorityMember(), success), Fallible::failed);
    }

    private static Fallible<PriorityOrder> read(Call call, String member, Result.Success response) {
        JsonNode order = response.body().path(member);
        if (!order.isArray()) {
            return Fallible.failed(Result.Failure.of(Problem.unavailable(response.status(),
                    "the response to " + call.verb() + " " + call.path() + " has no array \"" + member + "\"")));
        }
        List<String> uids = new ArrayList<>();
        order.forEach(uid -> uids.add(uid.asText()));
        return Fallible.of(new PriorityOrder(response.body(), uids));
    }
}
