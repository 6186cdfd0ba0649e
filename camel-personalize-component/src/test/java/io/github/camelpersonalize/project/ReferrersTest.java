// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.api.Resource.geolocation;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Which definitions use another one. */
class ReferrersTest {

    private static final String AGE = "{'uid':'a1','key':'age'}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void anAttributeIsUsedByRulesThatNameItsKeyAndByWhateverHasItsUid() {
        service.then(200,
                "[{'uid':'d1','name':'Adults','rules':{'attribute':'age'}},{'uid':'d2','name':'Others','rules':{'attribute':'x'}},"
                        + "{'uid':'d3','name':'Age','age':'age'}]")
                .then(200, "[{'uid':'x1','name':'Hero','a1':1},{'uid':'x2','note':['a1']}]");

        assertThat(of(attributes, AGE)).containsExactly("audience \"Adults\"", "experience \"Hero\"", "experience \"\"");
        assertThat(service.requests()).containsExactly("GET /audiences", "GET /experiences");
    }

    @Test
    void aDefinitionIsNoUserOfItself() {
        service.then(200, "[{'uid':'d1','name':'Adults','x':'d1'},{'uid':'d2','name':'Both','x':'d1'}]").then(200, "[]");

        assertThat(of(audiences, "{'uid':'d1','name':'Adults'}")).containsExactly("audience \"Both\"");
    }

    @Test
    void whoAsksAgainGetsTheSame() {
        service.then(200, "[{'uid':'d1','name':'Adults','rules':{'attribute':'age'}},{'uid':'d2','name':'Other','x':'a1'}]")
                .then(200, "[]");
        Referrers referrers = new Referrers(service.project(), service.project().oldestUsable());
        List<String> first = referrers.of(attributes, json(AGE)).value();

        assertThat(first).containsExactly("audience \"Adults\"", "audience \"Other\"");
        assertThat(referrers.of(attributes, json(AGE)).value()).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void anotherKindIsNotUsed() {
        assertThat(of(geolocation, "{'uid':'g1'}")).isEmpty();
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aListThatCannotBeReadIsAFailure() {
        service.then(500, "");
        Project project = service.project();

        assertThat(new Referrers(project, project.startedAt()).of(attributes, json(AGE)).failure())
                .hasToString("BLOCKED: the service failed with 500");
    }

    @Test
    void aManifestMentionsByReference() {
        assertThat(refers("{'name':'Hero','x':'ref:audience/Adults'}", audiences, "{'name':'Adults'}")).isTrue();
        assertThat(refers("{'name':'Hero','ref:audience/Adults':1}", audiences, "{'name':'Adults'}")).isTrue();
        assertThat(refers("{'name':'Hero','x':'ref:audience/Others'}", audiences, "{'name':'Adults'}")).isFalse();
    }

    @Test
    void onlyRulesMentionByKeyAndOnlyAttributesAndEvents() {
        assertThat(refers("{'rules':[{'event':'buy'}]}", events, "{'uid':'e1','key':'buy'}")).isTrue();
        assertThat(refers("{'x':[{'event':'buy'}]}", events, "{'uid':'e1','key':'buy'}")).isFalse();
        assertThat(refers("{'rules':['Adults']}", audiences, "{'uid':'d1','name':'Adults'}")).isFalse();
        assertThat(refers("{'rules':[{}]}", events, "{'uid':'e1'}")).isFalse();
    }

    @Test
    void aDialectWithoutSuchRulesMentionsByUidOnly() {
        assertThat(Referrers.refers(Dialect.LIVE, json("{'rules':[{'event':'buy'}]}"), events, json("{'uid':'e1','key':'buy'}"))).isFalse();
        assertThat(Referrers.refers(Dialect.LIVE, json("{'metrics':[{'event':'e1'}]}"), events, json("{'uid':'e1','key':'buy'}"))).isTrue();
    }

    private static boolean refers(String user, Resource resource, String definition) {
        return Referrers.refers(Dialect.CONTRACT, json(user), resource, json(definition));
    }

    private List<String> of(Resource resource, String definition) {
        Project project = service.project();
        return new Referrers(project, project.startedAt()).of(resource, json(definition)).value();
    }
}
