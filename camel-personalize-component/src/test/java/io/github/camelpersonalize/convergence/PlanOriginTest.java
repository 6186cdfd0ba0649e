// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.plan.Plan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A plan says where and when it was made, so that people who look at its page know what they would apply it to. */
class PlanOriginTest extends EmulatedRoutes {

    private static final String MANIFEST = "attributes: [{key: age, name: Age, data_type: number}]";

    @Test
    void itsPageSaysServiceProjectTimePruneAndHowToApplyIt() {
        assertThat(plan().toHtml().replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME").replace(emulator().baseUrl(), "URL"))
                .contains("""
                        <dl class="made">
                          <dt>Service</dt><dd><bdi>URL</bdi></dd>
                          <dt>Made</dt><dd><time>TIME</time></dd>
                          <dt>Prune</dt><dd>owned</dd>
                          <dt>To apply it</dt><dd>send its JSON to <code>personalize:project?operation=apply&amp;prune=owned</code></dd>
                        </dl>
                        """);
    }

    @Test
    void itStaysInASavedPlanAndTheSavedPlanIsApplied() throws Exception {
        Plan plan = plan();

        assertThat(Plan.of(plan.toJson())).isEqualTo(plan);
        assertThat(send("personalize:project?operation=apply&prune=owned", plan.toJson().toString()).getException()).isNull();
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
    }

    @Test
    void aPlanWithoutItIsReadToo() {
        JsonNode json = ((ObjectNode) plan().toJson()).without("origin");

        assertThat(Plan.of(json).origin()).isEmpty();
        assertThat(Plan.of(json).toHtml()).doesNotContain("class=\"made\"");
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        ObjectNode json = (ObjectNode) plan().toJson();
        ((ObjectNode) json.get("origin")).put("madeAt", "yesterday");

        assertThatThrownBy(() -> Plan.of(json)).isInstanceOf(JsonException.class)
                .hasMessage("the plan has the time \"yesterday\" at /origin/madeAt; write it as 2026-01-31T12:00:00Z, or remove /origin");
    }

    private Plan plan() {
        return send("personalize:project?operation=plan&prune=owned", MANIFEST).getMessage().getBody(Plan.class);
    }
}
