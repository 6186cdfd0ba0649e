// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.project.ScriptedService.contract;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

class UpdatePriorityTest {

    private final ScriptedService service = contract().checking();

    @Test
    void aPriorityOfTheSameExperiencesIsSent() {
        service.then(200, "{'priority':['x1','x2']}").then(200, "{'priority':['x2','x1'],'by':'me'}");

        assertThat(update("x2", "x1")).isEqualTo(
                new Result.Success(Outcome.UPDATED, 200, json("{'priority':['x2','x1'],'by':'me'}"), null, null));
        assertThat(service.requests()).containsExactly("GET /experiences/priority", "PUT /experiences/priority {'priority':['x2','x1']}");
    }

    @Test
    void aResponseThatSaysNothingIsWhatWasSent() {
        service.then(200, "{'priority':['x1']}").then(204, "");

        assertThat(update("x1")).isEqualTo(new Result.Success(Outcome.UPDATED, 204, json("{'priority':['x1']}"), null, null));
    }

    @Test
    void aPriorityThatLeavesOutExperiencesOrNamesOthersIsNotSent() {
        service.then(200, "{'priority':['x1','x2','x3']}");

        assertThat(update("x2", "x8", "x9")).hasToString("REJECTED: /priority leaves out experiences of project \"p1\": x1, x3;"
                + " /priority names experiences that project \"p1\" does not order: x8, x9");
        assertThat(service.requests()).containsExactly("GET /experiences/priority");
    }

    @Test
    void aPriorityThatHasNothingInCommonIsLeftToTheService() {
        service.then(200, "{'priority':['x1']}").then(200, "{'priority':['x2']}");

        assertThat(update("x2")).isInstanceOf(Result.Success.class);
    }

    @Test
    void anEmptyPriorityLeavesOutAll() {
        service.then(200, "{'priority':['x1']}");

        assertThat(update()).hasToString("REJECTED: /priority leaves out experiences of project \"p1\": x1");
    }

    @Test
    void whereThePriorityCannotBeReadNothingIsSent() {
        service.then(500, "");
        assertThat(update("x1")).hasToString("UNKNOWN: the service failed with 500");

        service.then(200, "{'priority':null}");
        assertThat(update("x1")).hasToString("UNKNOWN: the response to GET /experiences/priority has no array \"priority\"");
        assertThat(service.requests()).containsExactly("GET /experiences/priority", "GET /experiences/priority");
    }

    @Test
    void withoutChecksThePriorityIsSentUnseen() {
        ScriptedService unchecked = contract().then(200, "{'priority':['x9']}");

        unchecked.execute(experiences, Operation.updatePriority, Target.NONE, "{'priority':['x9']}");

        assertThat(unchecked.requests()).containsExactly("PUT /experiences/priority {'priority':['x9']}");
    }

    @Test
    void aFailureOfTheServiceIsTheResult() {
        service.then(200, "{'priority':['x1']}").then(422, "{'message':'no'}");

        assertThat(update("x1")).hasToString("REJECTED: the service refused it with 422: no");
    }

    @Test
    void whatIsNoPriorityIsNotSent() {
        assertThat(service.execute(experiences, Operation.updatePriority, Target.NONE, "{}").toString())
                .startsWith("REJECTED: /priority is missing");
        assertThat(service.requests()).isEmpty();
    }

    private Result update(String... uids) {
        String list = uids.length == 0 ? "" : "'" + String.join("','", uids) + "'";
        return service.execute(experiences, Operation.updatePriority, Target.NONE, "{'priority':[" + list + "]}");
    }
}
