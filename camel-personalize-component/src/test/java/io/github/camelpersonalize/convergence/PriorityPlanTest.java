// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The order of experiences that a manifest asks for. */
class PriorityPlanTest extends AtAProject {

    private static final String THREE = """
            {"experiences": [{"uid": "e1", "name": "A", "type": "AB_TEST"}, {"uid": "e2", "name": "B", "type": "AB_TEST"},
                             {"uid": "e3", "name": "C", "type": "AB_TEST"}]}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["ref:experience/A", e2, "ref:experience/C"] | UNCHANGED priority
            ["ref:experience/A"]                         | UNCHANGED priority (the manifest does not name "B", "C": they follow after those that it names)
            [e3, "ref:experience/A"]                     | UPDATE priority (the manifest does not name "B": they follow after those that it names)
            ["ref:experience/D"]                         | BLOCKED priority: names experience "D", which does not exist
            [e4]                                         | BLOCKED priority: names the experience e4, which does not exist
            """)
    void itNamesThoseThatComeFirst(String order, String step) {
        seed(THREE);

        assertThat(planned(NONE, "priority: " + order)).containsExactly(step);
    }

    @Test
    void itIsSentAsAllUids() {
        seed(THREE);

        assertThat(applied(NONE, "priority: [e3, \"ref:experience/A\"]")).containsExactly("priority UPDATED");

        assertThat(emulator().project(UID).priority()).containsExactly("e3", "e1", "e2");
        assertThat(writes()).containsExactly("PUT /experiences/priority");
    }

    @Test
    void oneThatIsInPlaceIsNotSent() {
        seed(THREE);

        assertThat(applied(NONE, "priority: [\"ref:experience/A\"]")).containsExactly("priority UNCHANGED");

        assertThat(writes()).isEmpty();
        assertThat(calls()).filteredOn("GET /experiences/priority"::equals).hasSize(1);
    }

    @Test
    void whatIsCreatedFollowsAtTheEndAndMayBeNamed() {
        seed(THREE);
        String manifest = "experiences: [{name: D, type: AB_TEST}]\npriority: [\"ref:experience/D\"]";

        assertThat(planned(NONE, manifest)).containsExactly("CREATE experience D",
                "UPDATE priority (the manifest does not name \"A\", \"B\", \"C\": they follow after those that it names)");
        assertThat(applied(NONE, manifest)).containsExactly("experience D CREATED", "priority UPDATED");
        String created = emulator().project(UID).experience("D").path("uid").asText();
        assertThat(emulator().project(UID).priority()).containsExactly(created, "e1", "e2", "e3");
    }

    @Test
    void whatIsCreatedAndNotNamedIsToldToo() {
        seed(THREE);

        assertThat(planned(NONE, """
                events: [{key: buy, name: Buy}]
                experiences: [{name: A, type: AB_TEST}, {name: D, type: AB_TEST}]
                priority: [e1, e2]
                """)).last()
                .isEqualTo("UNCHANGED priority (the manifest does not name \"C\", \"D\": they follow after those that it names)");
    }

    /** The service decides where it puts what is created. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            experiences: [{name: D, type: AB_TEST}]  | 2
            experiences: [{name: A, type: SEGMENTED}] | 1
            events: [{key: buy, name: Buy}]          | 1
            """)
    void onlyACreatedExperienceMakesItBeLookedAtAgain(String definitions, int requests) {
        seed(THREE);

        assertThat(applied(NONE, definitions + "\npriority: [e1, e2, e3]")).last().isEqualTo("priority UNCHANGED");

        assertThat(calls()).filteredOn("GET /experiences/priority"::equals).hasSize(requests);
    }

    @Test
    void withoutAnExperienceThatCouldNotBeCreatedItIsNotSent() {
        seed(THREE);
        emulator().script(Script.on("POST", "/experiences").then(Step.status(422)));

        assertThat(applied(NONE, "experiences: [{name: D, type: AB_TEST}]\npriority: [\"ref:experience/D\"]")).last()
                .isEqualTo("priority BLOCKED: names experience \"D\", which does not exist");
        assertThat(writes()).containsExactly("POST /experiences");
    }

    @Test
    void whatIsDeletedLeavesNoGap() {
        seed(THREE);
        String manifest = "experiences: [{name: A, type: AB_TEST}, {name: C, type: AB_TEST}]\npriority: [e1, e3]";

        assertThat(planned(ALL, manifest)).containsExactly("UNCHANGED experience A", "UNCHANGED experience C",
                "DELETE experience B: not in the"
                        + " manifest (prune=all)",
                "UNCHANGED priority");
        assertThat(applied(ALL, manifest)).containsExactly("experience A UNCHANGED", "experience C UNCHANGED", "experience B DELETED",
                "priority UNCHANGED");
        assertThat(emulator().project(UID).priority()).containsExactly("e1", "e3");
    }

    @Test
    void anExperienceThatIsBlockedBlocksIt() {
        seed(THREE.replace("\"B\"", "\"A\""));

        assertThat(planned(NONE, "experiences: [{name: A, type: SEGMENTED}]\npriority: [\"ref:experience/A\"]")).last()
                .isEqualTo("BLOCKED priority: names experience \"A\", which is blocked");
        assertThat(applied(NONE, "experiences: [{name: A, type: SEGMENTED}]\npriority: [\"ref:experience/A\"]")).last()
                .isEqualTo("priority BLOCKED: names experience \"A\", which is blocked");
        assertThat(writes()).isEmpty();
    }

    @Test
    void itFailsWithTheService() {
        seed(THREE);
        emulator().script(Script.on("PUT", "/experiences/priority").then(Step.status(400)));

        assertThat(applied(NONE, "priority: [e3]")).singleElement().asString().startsWith("priority REJECTED: ");
    }

    @Test
    void afterAnOutageItIsNotSent() {
        seed(THREE);
        emulator().script(Script.on("POST", "/experiences").then(Step.status(401)));

        assertThat(applied(NONE, "experiences: [{name: D, type: AB_TEST}]\npriority: [e3]")).last()
                .isEqualTo("priority BLOCKED: not sent, because an item before it found the credential refused");
    }
}
