// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Stored plans that are refused. */
class PlanReaderTest {

    private static final Plan EMPTY = new Plan("p1", List.of(), Optional.empty(), List.of());

    @Test
    void aTimeThatIsNoneIsRefusedWithItsPlace() {
        ObjectNode plan = EMPTY.toJson().deepCopy();
        plan.putObject("origin").put("service", "https://example.com").put("madeAt", "yesterday").put("prune", "none");

        assertThatThrownBy(() -> Plan.of(plan)).isInstanceOf(JsonException.class).hasMessage(
                "the plan has the time \"yesterday\" at /origin/madeAt; write it as 2026-01-31T12:00:00Z, or remove /origin");
    }

    @Test
    void aDefinitionWithoutANaturalKeyIsCalledByItsUid() {
        ObjectNode plan = EMPTY.toJson().deepCopy();
        plan.withArray("steps").add(Json.read("""
                {"action": "DELETE", "kind": "attribute", "key": "u1", "uid": "u1", "before": {"uid": "u1"}}"""));

        assertThat(Plan.of(plan).steps()).extracting(Step::key).containsExactly("u1");
    }

    @Test
    void asManyErrorsAsAreReportedNeedNoRemark() {
        ObjectNode plan = EMPTY.toJson().deepCopy();
        for (int i = 0; i < 10; i++) {
            plan.withArray("steps").addObject().put("action", "UNCHANGED").put("kind", "attribute");
        }

        assertThatThrownBy(() -> Plan.of(plan)).hasMessageEndingWith("; /steps/9/key is missing");
    }

    @Test
    void theLargestNumberOfAnIntIsAFormatVersionThatIsNotKnown() {
        for (String version : List.of("2147483647", "2147483648", "-2147483649")) {
            assertThatThrownBy(() -> Plan.of(Json.read("{\"formatVersion\": " + version + "}")))
                    .hasMessageStartingWith("the plan has format version " + version + ", and this version of the component reads 1; ");
        }
    }
}
