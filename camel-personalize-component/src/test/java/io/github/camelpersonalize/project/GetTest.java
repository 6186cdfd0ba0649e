// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

class GetTest {

    private static final String HERO = "{'uid':'x1','name':'Hero'}";
    private static final String AGE = "{'uid':'a1','key':'age'}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void aUidIsReadWithTheServicesOwnCall() {
        service.then(200, HERO);

        assertThat(get(experiences, "x1", null)).isEqualTo(new Result.Success(null, 200, json(HERO), "x1", "Hero"));
        assertThat(service.requests()).containsExactly("GET /experiences/x1");
    }

    @Test
    void withoutSuchACallAUidIsFoundInTheList() {
        service.then(200, "[" + AGE + "]");

        assertThat(get(attributes, "a1", null)).isEqualTo(new Result.Success(null, 200, json(AGE), "a1", "age"));
        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    @Test
    void aKeyIsFoundInTheList() {
        service.then(200, "[" + HERO + "]");

        assertThat(get(experiences, null, "Hero")).isEqualTo(new Result.Success(null, 200, json(HERO), "x1", "Hero"));
        assertThat(service.requests()).containsExactly("GET /experiences");
    }

    @Test
    void whatDoesNotExistIsToldAsSuch() {
        service.then(200, "[]");
        assertThat(get(attributes, "a1", null)).hasToString("REJECTED: has no definition with uid a1 in project \"p1\"");

        service.then(200, "[]");
        assertThat(get(attributes, null, "age")).hasToString("REJECTED: does not exist in project \"p1\"");
    }

    @Test
    void aUidIsNotFoundWhereTheServiceListsDefinitionsOfItsKind() {
        service.then(404, "{'message':'gone'}").then(200, "[]");

        assertThat(get(experiences, "x1", null)).hasToString("REJECTED: the service refused it with 404: gone");
        assertThat(service.requests()).containsExactly("GET /experiences/x1", "GET /experiences");
    }

    @Test
    void whereTheServiceListsNoneTheProjectIsTheReason() {
        service.then(404, "{'message':'gone'}").then(404, "");

        assertThat(get(experiences, "x1", null))
                .hasToString("BLOCKED: service.example does not serve GET /experiences of this project (404);"
                        + " check baseUrl, region and the option projectUid");
    }

    @Test
    void anotherFailureIsTheResult() {
        service.then(500, "{'message':'later'}");

        assertThat(get(experiences, "x1", null)).hasToString("UNKNOWN: the service failed with 500: later");
        assertThat(service.requests()).containsExactly("GET /experiences/x1");
    }

    @Test
    void aResponseThatIsNoDefinitionIsAFailure() {
        service.then(200, "[]");
        assertThat(get(experiences, "x1", null)).hasToString("UNKNOWN: the response to GET /experiences/{id} is not a JSON object");

        service.then(200, "{'name':'Hero'}");
        assertThat(get(experiences, "x1", null)).hasToString("UNKNOWN: the response to GET /experiences/{id} has no usable uid (a uid has"
                + " 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots)");
    }

    @Test
    void aSingleObjectNeedsNoUid() {
        service.then(200, "{'priority':['x1']}");

        assertThat(service.execute(experiences, Operation.getPriority, Target.NONE, null))
                .isEqualTo(new Result.Success(null, 200, json("{'priority':['x1']}"), null, null));
        assertThat(service.requests()).containsExactly("GET /experiences/priority");
    }

    @Test
    void aSingleObjectThatIsNotServedIsTheConfigurations() {
        service.then(404, "");

        assertThat(service.execute(experiences, Operation.getPriority, Target.NONE, null)).hasToString("BLOCKED: service.example does not"
                + " serve GET /experiences/priority of this project (404); check baseUrl, region and the option projectUid");
        assertThat(service.requests()).hasSize(1);
    }

    private Result get(Resource resource, String uid, String key) {
        return service.execute(resource, Operation.get, new Target(uid == null ? null : new Uid(uid), key), null);
    }
}
