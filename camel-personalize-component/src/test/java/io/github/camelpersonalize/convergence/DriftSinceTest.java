// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.plan.Plan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan that is applied later, to a project that others have changed meanwhile. */
class DriftSinceTest extends AtAProject {

    private static final String CONFLICT = "; nothing was sent for it: make a new plan, and look at it";
    private static final String CREATE = "attributes: [{key: age, name: Age, data_type: number}]";
    private static final String DELETION = "audiences: [{name: Adults}]";
    private static final String AGE = attributes(attribute("a1", "Age"));
    private static final String ALTER = attributes(attribute("a1", "Alter"));
    private static final String MANIFEST = "attributes: [{key: age, name: Years, data_type: number}]";

    @Test
    void whatIsAsItWasIsDone() {
        seed(AGE);

        assertThat(applied(NONE, plan(NONE, MANIFEST))).containsExactly("attribute age UPDATED");
    }

    @Test
    void whatOthersHaveChangedIsNotOverwritten() {
        assertThat(appliedLater(NONE, MANIFEST, AGE, ALTER))
                .containsExactly("attribute age CONFLICT: it was changed since the plan was made, in /name" + CONFLICT);
        assertThat(writes()).isEmpty();
    }

    @Test
    void unlessItIsAsDesired() {
        assertThat(appliedLater(NONE, MANIFEST, AGE, attributes(attribute("a1", "Years"))))
                .containsExactly("attribute age UNCHANGED (changed by others since the plan was made, and matches)");
    }

    @Test
    void whatOthersHaveDeletedIsNotCreatedAnew() {
        assertThat(appliedLater(NONE, MANIFEST, AGE, "{}"))
                .containsExactly("attribute age CONFLICT: it was deleted since the plan was made" + CONFLICT);
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatOthersHaveCreatedIsNotOverwritten() {
        assertThat(appliedLater(NONE, CREATE, "{}", attributes(attribute("a7", "Alter")))).containsExactly(
                "attribute age CONFLICT: it was created by others since the plan was made (uid a7)" + CONFLICT);
        assertThat(writes()).isEmpty();
    }

    @Test
    void unlessItMatches() {
        assertThat(appliedLater(NONE, CREATE, "{}", attributes(attribute("a7", "Age"))))
                .containsExactly("attribute age UNCHANGED (created by others since the plan was made, and matches)");
    }

    @Test
    void whatOthersHaveDeletedNeedsNoDeletion() {
        assertThat(appliedLater(ALL, DELETION, AGE, "{}")).containsExactly("audience Adults CREATED", "attribute age UNCHANGED");
    }

    @Test
    void whatOthersHaveChangedIsNotDeleted() {
        assertThat(appliedLater(ALL, DELETION, AGE, ALTER)).containsExactly("audience Adults CREATED",
                "attribute age CONFLICT: it was changed since the plan was made, in /name" + CONFLICT);
        assertThat(writes()).containsExactly("POST /audiences");
    }

    @Test
    void aBlockedStepStaysBlocked() {
        Plan plan = plan(NONE, "audiences: [{name: Adults, rules: {audience: \"ref:audience/Nobody\"}}]");

        assertThat(applied(NONE, plan)).singleElement().asString().startsWith("audience Adults BLOCKED: /rules/audience");
    }

    @Test
    void anOrderThatOthersHaveChangedIsNotOverwrittenUnlessItIsAsDesired() {
        seed(experiences("e1", "e2", "e3"));
        Plan plan = plan(NONE, "priority: [e3]");
        become(experiences("e2", "e1", "e3"));
        assertThat(applied(NONE, plan)).containsExactly("priority CONFLICT: it was changed since the plan was made" + CONFLICT);
        assertThat(writes()).isEmpty();

        become(experiences("e3", "e2", "e1"));
        assertThat(applied(NONE, plan)).containsExactly("priority UNCHANGED (changed by others since the plan was made, and matches)");

        become(experiences("e1", "e2", "e3"));
        assertThat(applied(NONE, plan)).containsExactly("priority UPDATED");
    }

    @Test
    void anOrderOfNamesIsFoundByTheUidsThatTheyHaveNow() {
        seed(experiences("e1", "e2"));
        Plan plan = plan(NONE, "priority: [\"ref:experience/e2\"]");
        become(experiences("e2", "e1"));

        assertThat(applied(NONE, plan)).containsExactly("priority UNCHANGED (changed by others since the plan was made, and matches)");
    }

    @Test
    void aDefinitionOfAnotherKindWithTheNameOfAnExperienceDoesNotChangeTheOrder() {
        seed(experiences("e1", "e2"));
        Plan plan = plan(NONE, "audiences: [{name: e1}]\npriority: [e2]");

        assertThat(applied(NONE, plan)).containsExactly("audience e1 CREATED", "priority UPDATED");
    }

    @Test
    void anOrderThatIsInPlaceIsCheckedAgain() {
        seed(experiences("e1", "e2"));
        Plan plan = plan(NONE, "priority: [e1]");

        assertThat(applied(NONE, plan)).containsExactly("priority UNCHANGED");
    }

    @Test
    void whatThePlanItselfCreatesAndDeletesIsNoChangeOfOthers() {
        seed(experiences("e1", "e2"));
        Plan plan = plan(ALL, "experiences: [{name: e2, type: AB_TEST}, {name: New, type: AB_TEST}]\npriority: [\"ref:experience/New\"]");
        become("""
                {"experiences": [{"uid": "e2", "name": "e2", "type": "AB_TEST", "created_at": "then"}, {"uid": "e9", "name": "New", "type": "AB_TEST"}]}""");

        assertThat(applied(ALL, plan)).containsExactly("experience e2 UNCHANGED",
                "experience New UNCHANGED (created by others since the plan was made, and matches)", "experience e1 UNCHANGED",
                "priority UPDATED");
    }

    @Test
    void withoutTheListsOfWhatAPlanRefersToNothingIsSent() {
        seed(attributes(attribute("a1", "Age")));
        Plan plan = plan(NONE, "events: [{key: buy, name: Buy}]\naudiences: [{name: Adults, rules: {attribute: \"ref:attribute/age\"}}]");
        time.sleep(Duration.ofMinutes(5));
        emulator().script(Script.on("GET", "/attributes").then(Step.status(503)));

        assertThat(applied(NONE, plan)).singleElement().asString().contains("the service failed with 503");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aPlanOfAnotherProjectIsRefused() {
        Plan plan = plan(NONE, CREATE);
        Plan other = new Plan("p2", plan.steps(), plan.priority(), plan.warnings());

        assertThat(applied(NONE, other)).containsExactly(
                "BLOCKED OTHER_PROJECT: the plan is for project \"p2\", not for project \"p1\"; make a plan for this project");
    }

    @Test
    void aPlanThatDeletesIsRefusedByAnEndpointThatDoesNot() {
        seed(AGE);
        Plan plan = plan(ALL, DELETION);

        assertThat(applied(NONE, plan))
                .containsExactly("BLOCKED PRUNE_NONE: the plan deletes 1 definition, and prune=none allows no deletion;"
                        + " nothing was sent: look at the plan, and set prune=owned or prune=all if it is right");
        assertThat(applied(policy(Prune.owned), plan))
                .contains("attribute age BLOCKED: not deleted, because no apply of the owner \"default\""
                        + " has created it (prune=owned)");
        assertThat(writes()).containsExactly("POST /audiences");
    }

    /** What becomes of a plan that is made of one project, and applied once others have made another one of it. */
    private List<String> appliedLater(PrunePolicy policy, String manifest, String before, String after) {
        seed(before);
        Plan plan = plan(policy, manifest);
        become(after);
        return applied(policy, plan);
    }

    /** What the project has from now on. */
    private void become(String json) {
        emulator().reset();
        seed(json);
    }

    private static String attributes(String attribute) {
        return "{\"attributes\": [" + attribute + "]}";
    }

    private static String attribute(String uid, String name) {
        return "{\"uid\": \"" + uid + "\", \"key\": \"age\", \"name\": \"" + name
                + "\", \"data_type\": \"number\", \"created_at\": \"then\"}";
    }

    private static String experiences(String... uids) {
        return "{\"experiences\": [" + String.join(", ", Arrays.stream(uids)
                .map(uid -> "{\"uid\": \"" + uid + "\", \"name\": \"" + uid + "\", \"type\": \"AB_TEST\", \"created_at\": \"then\"}")
                .toList()) + "]}";
    }
}
