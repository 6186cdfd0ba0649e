// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.time.Instant;
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

    @Test
    void anOrderOfExperiencesIsBlockedForAReason() {
        assertThatThrownBy(() -> new PriorityStep(Action.BLOCKED, List.of(), List.of(), Map.of(), null, List.of(), null))
                .hasMessage("the step BLOCKED order of experiences has no reason");
    }

    @Test
    void aStepIsADeletionIfItsDefinitionIsNotDesired() {
        assertThat(step(Action.DELETE, null, DEFINITION, null).isDeletion()).isTrue();
        assertThat(step(Action.BLOCKED, "why", DEFINITION, null).isDeletion()).isTrue();
        assertThat(step(Action.BLOCKED, "why", DEFINITION, DEFINITION).isDeletion()).isFalse();
        assertThat(step(Action.BLOCKED, "why", null, null).isDeletion()).isFalse();
        assertThat(step(Action.UNCHANGED, null, DEFINITION, null).isDeletion()).isFalse();
    }

    @Test
    void theFirstStepThatIsBlockedAndNoDeletionIsInTheWayOfDeletions() {
        Step deletion = step(Action.BLOCKED, "why", DEFINITION, null);

        assertThat(plan(Optional.of(order(Action.UPDATE)), deletion, step(Action.UPDATE)).obstacle()).isEmpty();
        assertThat(plan(Optional.of(order(Action.BLOCKED)), deletion).obstacle()).contains("the order of experiences");
        assertThat(plan(Optional.of(order(Action.BLOCKED)), deletion, step(Action.BLOCKED)).obstacle()).contains("attribute \"age\"");
    }

    @Test
    void aDefinitionIsAnObject() {
        assertThat(step(Action.BLOCKED, "why", Json.read("null"), DEFINITION).before()).isNull();
        assertThatThrownBy(() -> step(Action.BLOCKED, "why", DEFINITION, Json.read("[]"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("after is not a JSON object");
    }

    @Test
    void aPlanKeepsWhyItIsRefusedAndWhereItWasMade() {
        Origin origin = new Origin("https://example.com", Instant.EPOCH, "all");

        assertThat(plan(Optional.empty()).refusedBecause("too many").from(origin))
                .isEqualTo(new Plan("p1", List.of(), Optional.empty(), List.of(), Optional.of("too many"), Optional.of(origin)))
                .isEqualTo(plan(Optional.empty()).from(origin).refusedBecause("too many"));
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
