// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.StandardError;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.experiences;
import static org.assertj.core.api.Assertions.assertThat;

/** A condition of rules that this component does not know is sent all the same, and told, whichever call sends it. */
class UnknownConditionsTest {

    private static final String RULES = "{'__type':'RuleCombination','combinationType':'AND','rules':[{'__type':'Rule',"
            + "'attribute':{'__type':'PresetAttributeReference','ref':'COUNTRY'},'attributeMatchCondition':'SOUNDS_LIKE',"
            + "'attributeMatchOptions':{'__type':'StringMatchOptions','value':'x'},'invertCondition':false}]}";
    private static final String AUDIENCE = "{'name':'Gold','definition':" + RULES + "}";
    private static final String TOLD = ": the condition \"SOUNDS_LIKE\" is not known here, so what it needs is not checked";

    private final ScriptedService service = ScriptedService.live().checking();

    @Test
    void aCreate() throws Exception {
        service.then(201, "{'uid':'d1','name':'Gold'}");

        assertThat(StandardError.of(() -> service.execute(audiences, Operation.create, Target.NONE, AUDIENCE)))
                .contains("audiences" + TOLD);
    }

    @Test
    void anUpdate() throws Exception {
        service.then(200, "{'uid':'d1','name':'Gold'}");

        assertThat(StandardError.of(() -> service.execute(audiences, Operation.update, new Target(new Uid("d1"), null), AUDIENCE)))
                .contains("audiences" + TOLD);
    }

    @Test
    void aVersion() throws Exception {
        service.then(200, "[{'uid':'x1','name':'Hero','__type':'AB_TEST'}]").then(200, "[{'uid':'v1','status':'DRAFT','variants':[]}]")
                .then(200, "{'uid':'v1','status':'DRAFT','variants':[],'targeting':{'target':" + RULES + "}}");

        assertThat(StandardError.of(() -> assertThat(service.upsert(experiences,
                "{'name':'Hero','__type':'AB_TEST','status':'DRAFT','targeting':{'target':" + RULES + "}}"))
                .hasToString("UPDATED \"Hero\" (uid x1)"))).contains("experiences" + TOLD);
    }
}
