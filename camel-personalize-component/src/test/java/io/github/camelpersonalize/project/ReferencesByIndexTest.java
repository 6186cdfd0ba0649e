// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.outcome.Fallible;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

class ReferencesByIndexTest {

    private static final String AGE = "[{'uid':'a1','key':'age'}]";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void aReferenceBecomesTheUidOfItsDefinition() {
        service.then(200, "[{'uid':'d1','name':'Adults'}]");

        assertThat(resolve("{'name':'Hero','audience':'ref:audience/Adults','text':'ref:text/ref:x'}").value())
                .isEqualTo(json("{'name':'Hero','audience':'d1','text':'ref:x'}"));
        assertThat(service.requests()).containsExactly("GET /audiences");
    }

    @Test
    void withoutReferencesNothingIsListed() {
        assertThat(resolve("{'name':'Hero','text':'ref:text/ref:x'}").value()).isEqualTo(json("{'name':'Hero','text':'ref:x'}"));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void whatIsMissingInTheNewestListBlocksTheDefinition() {
        service.then(200, "[]");

        assertThat(resolve("{'name':'Hero','audience':'ref:audience/Adults'}").failure())
                .hasToString("BLOCKED: /audience refers to audience \"Adults\", which does not exist; create it first");
    }

    @Test
    void whatIsMissingInAnOlderListIsLookedUpInANewOne() {
        service.then(200, "[]");
        service.upsert(audiences, "{'x':1}");
        service.project().index(audiences, service.project().oldestUsable());
        service.requests();
        service.then(200, "[{'uid':'d1','name':'Adults'}]");

        Project project = service.project();
        assertThat(new ReferencesByIndex(project, project.oldestUsable()).resolve(json("{'a':'ref:audience/Adults'}")).value())
                .isEqualTo(json("{'a':'d1'}"));
        assertThat(service.requests()).containsExactly("GET /audiences");
    }

    @Test
    void twoOfTheNameAreNone() {
        service.then(200, "[{'uid':'d1','name':'Adults'},{'uid':'d2','name':'Adults'}]");

        assertThat(resolve("{'a':'ref:audience/Adults'}").failure())
                .hasToString("BLOCKED: /a refers to audience \"Adults\", which does not exist; create it first");
    }

    @Test
    void aListThatCannotBeReadBlocksTheDefinition() {
        service.then(500, "");

        assertThat(resolve("{'a':'ref:audience/Adults'}").failure()).hasToString("BLOCKED: the service failed with 500");
    }

    @Test
    void whatIsNoReferenceIsRejectedAndDoesNotWait() {
        service.then(200, "[]");

        assertThat(resolve("{'a':'ref:audience/Adults','b':'ref:x'}").failure()).hasToString("REJECTED: /b \"ref:x\" is no reference, which"
                + " would be ref:attribute/<key>, ref:event/<key>, ref:audience/<name> or ref:experience/<name>; write ref:text/… for a text"
                + " that begins with ref:");
    }

    @Test
    void rulesNameAttributesByKeyOrByUidAndStayAsTheyAre() {
        service.then(200, AGE).then(200, AGE);

        assertThat(resolve("{'name':'A','rules':{'attribute':'age'}}").value()).isEqualTo(json("{'name':'A','rules':{'attribute':'age'}}"));
        assertThat(resolve("{'name':'A','rules':{'attribute':'a1'}}").isFailure()).isFalse();
    }

    @Test
    void anAttributeThatRulesNameMustExist() {
        service.then(200, AGE);

        assertThat(resolve("{'name':'A','rules':[{'attribute':'city'},{'attribute':'ref:attribute/zip'}]}").failure()).hasToString(
                "BLOCKED: /rules/1/attribute refers to attribute \"zip\", which does not exist; create it first;"
                        + " /rules/0/attribute names attribute \"city\", which does not exist; create it first");
    }

    @Test
    void whatAVersionNamesByUidMustExistAsAUid() {
        ScriptedService live = ScriptedService.live().then(200, "[{'uid':'d1','name':'Adults'}]");
        Project project = live.project();
        ReferencesByIndex references = new ReferencesByIndex(project, project.startedAt());

        assertThat(references.resolve(json("{'name':'Hero','variants':[{'audiences':['d1']}]}")).isFailure()).isFalse();
        assertThat(references.resolve(json("{'name':'Hero','variants':[{'audiences':['Adults']}]}")).failure()).hasToString(
                "BLOCKED: /variants/0/audiences/0 refers to the audience with the uid \"Adults\", which does not exist; write"
                        + " ref:audience/<name> for its name");
        assertThat(live.requests()).containsExactly("GET /audiences?includeLyticsAudiences=true");
    }

    private Fallible<JsonNode> resolve(String definition) {
        Project project = service.project();
        return new ReferencesByIndex(project, project.startedAt()).resolve(json(definition));
    }
}
