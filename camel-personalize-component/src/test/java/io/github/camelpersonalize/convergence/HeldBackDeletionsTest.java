// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Deletions behind a step that is blocked or fails. */
class HeldBackDeletionsTest extends AtAProject {

    private static final PrunePolicy WHEN_BLOCKED = new PrunePolicy(Prune.all, "default", 10, true);
    private static final String AGE = "{\"attributes\": [{\"uid\": \"a1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]}";
    private static final String BLOCKED = "audiences: [{name: Adults, rules: {audience: \"ref:audience/Nobody\"}}]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | BLOCKED attribute age: not deleted, because audience "Adults" is blocked (pruneWhenBlocked=false)
            true  | DELETE attribute age: not in the manifest (prune=all)
            """)
    void behindABlockedStepNothingIsDeletedUnlessItIsAskedFor(boolean whenBlocked, String step) {
        seed(AGE);

        assertThat(planned(new PrunePolicy(Prune.all, "default", 10, whenBlocked),
                BLOCKED)).last().isEqualTo(step);
    }

    @Test
    void norBehindOneThatFails() {
        seed(AGE);
        emulator().script(Script.on("POST", "/audiences")
                .then(Step.status(422)));

        assertThat(applied(ALL, "audiences: [{name: Adults}]")).last()
                .isEqualTo("attribute age BLOCKED: not deleted, because audience \"Adults\" failed (pruneWhenBlocked=false)");
        assertThat(writes()).containsExactly("POST /audiences");
    }

    @Test
    void unlessItIsAskedFor() {
        seed(AGE);
        emulator().script(Script.on("POST", "/audiences").then(Step.status(422)));

        assertThat(applied(WHEN_BLOCKED, "audiences: [{name: Adults}]")).last().isEqualTo("attribute age DELETED");
    }

    @Test
    void norBehindAnOrderThatIsBlocked() {
        seed(AGE);

        assertThat(planned(ALL, "audiences: [{name: Adults}]\npriority: [e9]")).containsExactly("CREATE audience Adults",
                "BLOCKED attribute age: not deleted, because the order of experiences is blocked (pruneWhenBlocked=false)",
                "BLOCKED priority: names the experience e9, which does not exist");
    }

    @Test
    void theEndpointThatAppliesAPlanDecides() {
        seed(AGE);
        Plan plan = plan(WHEN_BLOCKED, BLOCKED);

        assertThat(applied(ALL, plan)).last()
                .isEqualTo("attribute age BLOCKED: not deleted, because audience \"Adults\" is blocked (pruneWhenBlocked=false)");
        assertThat(applied(WHEN_BLOCKED, plan)).last().isEqualTo("attribute age DELETED");
    }

    @Test
    void anExperienceThatIsHeldBackKeepsItsPlaceInTheOrder() {
        seed("""
                {"experiences": [{"uid": "e1", "name": "A", "type": "AB_TEST"}, {"uid": "e2", "name": "B", "type": "AB_TEST"}]}""");

        assertThat(planned(ALL, BLOCKED + "\nexperiences: [{name: A, type: AB_TEST}]\npriority: [e1]")).last()
                .isEqualTo("UNCHANGED priority (the manifest does not name \"B\": they follow after those that it names)");
    }
}
