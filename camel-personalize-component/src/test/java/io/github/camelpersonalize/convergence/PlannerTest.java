// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a plan says of each definition of a manifest. */
class PlannerTest extends AtAProject {

    private static final String AGE = "{\"uid\": \"a1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}";

    @Test
    void whatIsNotThereIsCreatedWhatDiffersIsUpdatedAndTheRestStays() {
        seed("{\"attributes\": [" + AGE + ", {\"uid\": \"a2\", \"key\": \"city\", \"name\": \"Town\", \"data_type\": \"string\"}]}");

        assertThat(planned(NONE, """
                attributes:
                  - {key: age, name: Age, data_type: number}
                  - {key: city, name: City, data_type: string}
                  - {key: plan, name: Plan, data_type: string}
                """)).containsExactly("UNCHANGED attribute age", "UPDATE attribute city /name \"Town\" -> \"City\"",
                "CREATE attribute plan");
        assertThat(writes()).isEmpty();
    }

    @Test
    void eachSaysWhereItComesFrom() {
        Plan plan = plan(NONE, "attributes:\n  - {key: age, name: Age, data_type: number}\npriority:\n  - e1\n");

        assertThat(plan.steps()).extracting(Step::source).containsExactly("project.yaml:2:5");
        assertThat(plan.priority()).get().extracting(PriorityStep::source).isEqualTo("project.yaml:4:3");
    }

    @Test
    void onlyTheKindsThatMatterAreListed() {
        plan(NONE, "attributes: [{key: age, name: Age, data_type: number}]");
        assertThat(calls()).containsExactly("GET /attributes");

        emulator().clearRequests();
        plan(NONE, "audiences: [{name: Adults, rules: {attribute: age}}]");
        assertThat(calls()).containsExactlyInAnyOrder("GET /attributes", "GET /audiences");

        emulator().clearRequests();
        plan(NONE, "priority: []");
        assertThat(calls()).containsExactly("GET /experiences", "GET /experiences/priority");

        emulator().clearRequests();
        plan(ALL, "attributes: [{key: age, name: Age, data_type: number}]");
        assertThat(calls()).containsExactlyInAnyOrder("GET /attributes", "GET /audiences", "GET /events", "GET /experiences");
    }

    @Test
    void aKeyThatTheProjectHasTwiceIsBlocked() {
        seed("{\"attributes\": [" + AGE + ", " + AGE.replace("a1", "a2") + "]}");

        assertThat(planned(NONE, "attributes: [{key: age, name: Age, data_type: number}]")).containsExactly(
                "BLOCKED attribute age: 2 definitions of project \"p1\" have this key; delete or rename all but one");
    }

    @Test
    void aNameThatPeopleTakeForAnotherIsBlocked() {
        seed("{\"audiences\": [{\"uid\": \"b1\", \"name\": \"Adults\"}]}");

        assertThat(planned(NONE, "audiences: [{name: adults}]")).containsExactly("BLOCKED audience adults: project \"p1\" has \"Adults\","
                + " which differs only in case, white space or Unicode form; use that name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {all: [{audience: "ref:audience/Teens"}]} | /rules/all/0/audience refers to audience "Teens", which does not exist
            {attribute: city}                         | /rules/attribute names attribute "city", which does not exist; create it first
            {audience: "ref:audience/Twins"}          | /rules/audience refers to audience "Twins", of which project "p1" has 2
            """)
    void aReferenceToNothingOrToSeveralIsBlocked(String rules, String why) {
        seed("{\"audiences\": [{\"uid\": \"b1\", \"name\": \"Twins\"}, {\"uid\": \"b2\", \"name\": \"Twins\"}]}");

        assertThat(planned(NONE, "audiences: [{name: Adults, rules: " + rules + "}]")).singleElement().asString()
                .startsWith("BLOCKED audience Adults: ").contains(why);
    }

    @Test
    void aKeyInRulesMayBeAUidOrSeveralDefinitions() {
        seed("{\"attributes\": [" + AGE + ", " + AGE.replace("a1", "a2") + "]}");

        assertThat(planned(NONE, "audiences: [{name: Adults, rules: {attribute: age}}, {name: Others, rules: {attribute: a1}}]"))
                .containsExactly("CREATE audience Adults", "CREATE audience Others");
    }

    @Test
    void whatRefersToABlockedDefinitionIsBlocked() {
        seed("{\"attributes\": [" + AGE + ", " + AGE.replace("a1", "a2") + "]}");

        assertThat(planned(NONE, """
                attributes: [{key: age, name: Age, data_type: number}]
                audiences: [{name: Adults, rules: {attribute: "ref:attribute/age"}}]
                """)).last().isEqualTo("BLOCKED audience Adults: /rules/attribute refers to attribute \"age\", which is blocked");
    }

    @Test
    void aCycleIsBlockedAndSoIsWhatDependsOnIt() {
        assertThat(planned(NONE, """
                audiences:
                  - {name: A, rules: {audience: "ref:audience/B"}}
                  - {name: B, rules: {audience: "ref:audience/A"}}
                  - {name: C, rules: {audience: "ref:audience/A"}}
                  - {name: D}
                """)).satisfiesExactly(step -> assertThat(step).isEqualTo("CREATE audience D"),
                step -> assertThat(step).startsWith("BLOCKED audience A: ").contains("cycle"),
                step -> assertThat(step).startsWith("BLOCKED audience B: ").contains("cycle"),
                step -> assertThat(step).startsWith("BLOCKED audience C: depends on a cycle: "));
    }

    @Test
    void whatIsNotTheProjectsOwnIsBlocked() {
        seed("{\"audiences\": [{\"uid\": \"b1\", \"name\": \"Adults\", \"source\": \"LYTICS\"}]}");

        assertThat(planned(NONE, "audiences: [{name: Adults, description: Grown up}]")).containsExactly(
                "BLOCKED audience Adults: the one of this name is not the project's own: comes from Lytics");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            skip   | UNCHANGED attribute age (differs in /name, and is left as it is (onConflict=skip))
            fail   | BLOCKED attribute age: differs in /name, and may not be changed (onConflict=fail)
            update | UPDATE attribute age /name "Age" -> "Years"
            """)
    void onAConflictTheManifestDecides(String onConflict, String step) {
        seed("{\"attributes\": [" + AGE + "]}");

        assertThat(planned(NONE, "attributes: [{key: age, name: Years, data_type: number}]\nonConflict: " + onConflict))
                .containsExactly(step);
    }

    @Test
    void whatTheServiceCannotChangeIsBlocked() {
        seed("{\"events\": [{\"uid\": \"c1\", \"key\": \"buy\", \"name\": \"Buy\"}]}");

        assertThat(planned(NONE, "events: [{key: buy, name: Bought}]"))
                .containsExactly("BLOCKED event buy: differs in /name, and the service cannot change events");
    }

    @Test
    void aUidThatAnUpdatePutsThereIsShownAsTheReference() {
        seed("{\"audiences\": [{\"uid\": \"b1\", \"name\": \"Adults\"}, {\"uid\": \"b2\", \"name\": \"All\", \"rules\": {\"audience\": \"x\"}}]}");

        assertThat(planned(NONE, "audiences: [{name: All, rules: {audience: \"ref:audience/Adults\"}}]"))
                .containsExactly("UPDATE audience All /rules/audience \"x\" -> \"ref:audience/Adults\"");
    }

    @Test
    void aReferenceThatIsThereAsUidIsNoChange() {
        seed("{\"audiences\": [{\"uid\": \"b1\", \"name\": \"Adults\"}, {\"uid\": \"b2\", \"name\": \"All\", \"rules\": {\"audience\": \"b1\"}}]}");

        assertThat(planned(NONE, "audiences: [{name: All, rules: {audience: \"ref:audience/Adults\"}}]"))
                .containsExactly("UNCHANGED audience All");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            99  | age | ''
            100 | age | the project will have 101 attributes; the service allows 100 unless more was agreed on, and rejects more
            101 | k1  | ''
            """)
    void aDefinitionMoreThanTheServiceAllowsByDefaultIsAWarning(int attributes, String written, String warning) {
        seed("{\"attributes\": [" + IntStream.range(0, attributes)
                .mapToObj(i -> "{\"uid\": \"a%1$d\", \"key\": \"k%1$d\", \"name\": \"N\", \"data_type\": \"string\"}".formatted(i))
                .collect(Collectors.joining(", ")) + "]}");
        String manifest = "attributes: [{key: " + written + ", name: N, data_type: string}]";

        assertThat(String.join("", plan(NONE, manifest).warnings())).isEqualTo(warning);
        assertThat(plan(new PrunePolicy(Prune.all, "default", 1000, false), manifest).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "21, 1"})
    void moreVariantsTooWhereTheyAreWritten(int variants, int warnings) {
        String all = IntStream.range(0, variants).mapToObj(i -> "{name: V" + i + "}").collect(Collectors.joining(", "));
        String manifest = "experiences: [{name: A, type: AB_TEST, variants: [" + all + "]}]";

        assertThat(plan(NONE, manifest).warnings()).hasSize(warnings).allMatch(warning -> warning
                .equals("experience \"A\" has 21 variants; the service allows 20 unless more was agreed on"));

        applied(NONE, manifest);
        assertThat(plan(NONE, manifest).warnings()).isEmpty();
    }
}
