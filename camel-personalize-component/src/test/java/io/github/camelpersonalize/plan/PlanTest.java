// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanTest {

    private static final JsonNode DEFINITION = Json.read("{\"key\": \"age\"}");

    @Test
    void eachActionIsCounted() {
        Plan plan = plan(Optional.of(order(Action.UPDATE)), step(Action.CREATE), step(Action.CREATE), step(Action.BLOCKED));

        assertThat(plan.counts()).isEqualTo(
                Map.of(Action.CREATE, 2, Action.UPDATE, 1, Action.DELETE, 0, Action.UNCHANGED, 0, Action.BLOCKED, 1));
    }

    @Test
    void aPlanThatWritesNothingIsEmpty() {
        assertThat(plan(Optional.empty())).matches(Plan::isEmpty);
        assertThat(plan(Optional.of(order(Action.UNCHANGED)), step(Action.UNCHANGED), step(Action.BLOCKED))).matches(Plan::isEmpty);
        assertThat(plan(Optional.empty(), step(Action.DELETE)).isEmpty()).isFalse();
        assertThat(plan(Optional.of(order(Action.UPDATE))).isEmpty()).isFalse();
    }

    @Test
    void aPlanSaysWhetherAStepIsBlocked() {
        assertThat(plan(Optional.empty(), step(Action.CREATE)).hasBlocked()).isFalse();
        assertThat(plan(Optional.empty(), step(Action.BLOCKED)).hasBlocked()).isTrue();
        assertThat(plan(Optional.of(order(Action.BLOCKED))).hasBlocked()).isTrue();
    }

    @Test
    void whatIsDoneLaterDoesNotChangeAPlan() {
        JsonNode desired = DEFINITION.deepCopy();
        Step step = new Step(Action.CREATE, Resource.attributes, "age", null, List.of(), null, List.of(), desired, null, null);

        ((ObjectNode) desired).put("key", "size");

        assertThat(step.after()).isEqualTo(DEFINITION);
    }

    @Test
    void aStepHasWhatItsActionNeeds() {
        assertThatThrownBy(() -> step(Action.CREATE, null, null, null)).hasMessage("the step CREATE attribute \"age\" has no after");
        assertThatThrownBy(() -> step(Action.UPDATE, null, null, DEFINITION)).hasMessage("the step UPDATE attribute \"age\" has no before");
        assertThatThrownBy(() -> step(Action.DELETE, null, null, null)).hasMessage("the step DELETE attribute \"age\" has no before");
        assertThatThrownBy(() -> step(Action.BLOCKED, null, null, null)).hasMessage("the step BLOCKED attribute \"age\" has no reason");
    }

    @Test
    void geolocationCannotBePlanned() {
        assertThatThrownBy(
                () -> new Step(Action.CREATE, Resource.geolocation, "x", null, List.of(), null, List.of(), DEFINITION, null, null))
                .hasMessage("a plan has no geolocation");
    }

    @Test
    void anOrderOfExperiencesIsNeitherCreatedNorDeleted() {
        assertThatThrownBy(() -> order(Action.DELETE)).hasMessage("the order of experiences cannot have the action DELETE");
    }

    private static Plan plan(Optional<PriorityStep> priority, Step... steps) {
        return new Plan("p1", List.of(steps), priority, List.of());
    }

    private static Step step(Action action) {
        return new Step(action, Resource.attributes, "age", "u1", List.of(), "why", List.of(), DEFINITION, DEFINITION, null);
    }

    private static Step step(Action action, String reason, JsonNode actual, JsonNode desired) {
        return new Step(action, Resource.attributes, "age", "u1", List.of(), reason, List.of(), desired, actual, null);
    }

    private static PriorityStep order(Action action) {
        return new PriorityStep(action, List.of("ref:experience/A"), List.of("u1"), Map.of(), "why", List.of(), null);
    }
}
