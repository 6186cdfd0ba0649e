// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What is known of a definition after a write whose response says only a part of it, or something else. */
class WrittenTest {

    private static final String AGE = "{'key':'age','name':'Age'}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void whatTheResponseLeavesOutIsAsItWasSent() {
        assertThat(update("{'name':'Age','x':1}", "{'uid':'a1','key':'age'}"))
                .isEqualTo(json("{'uid':'a1','key':'age','name':'Age','x':1}"));
    }

    @Test
    void theUidIsThatOfTheDefinitionWhateverTheResponseSays() {
        assertThat(update(AGE, "{'uid':'z9','key':'age','name':'Age'}")).isEqualTo(json("{'uid':'a1','key':'age','name':'Age'}"));
    }

    @Test
    void whatOnlyTheServiceSetsStaysAsItWasBefore() {
        service.then(200, "[{'uid':'a1','created_at':'2026','key':'age','name':'B','x':1}]");
        service.upsert(attributes, "{'key':'age'}");

        assertThat(update(AGE, "{'uid':'a1','key':'age','name':'Age'}"))
                .isEqualTo(json("{'uid':'a1','created_at':'2026','key':'age','name':'Age'}"));
    }

    @Test
    void itsKeyStaysAsItWasBeforeWhereNoneIsSent() {
        service.then(200, "[{'uid':'a1','key':'age'}]");
        service.upsert(attributes, "{'key':'age'}");

        assertThat(update("{'name':'Age'}", "{'uid':'a1','name':'Age'}")).isEqualTo(json("{'uid':'a1','key':'age','name':'Age'}"));
    }

    @Test
    void whatIsWrittenIsInTheIndex() {
        service.then(200, "[]").then(201, "{'uid':'a1','key':'age','name':'B'}");
        service.upsert(attributes, "{'key':'age','name':'B'}");
        update(AGE, "{'uid':'a1','key':'age','name':'Age'}");
        service.requests();

        assertThat(service.upsert(attributes, AGE)).hasToString("UNCHANGED \"age\" (uid a1)");
        assertThat(service.requests()).isEmpty();
    }

    private JsonNode update(String body, String response) {
        service.then(200, response);
        Result done = service.execute(attributes, Operation.update, new Target(new Uid("a1"), null), body);
        return ((Result.Success) done).body();
    }
}
