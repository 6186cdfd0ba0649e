// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is deleted of what a manifest does not contain. */
class PruningTest extends AtAProject {

    private static final String CITY = "attributes: [{key: city, name: City, data_type: string}]";
    private static final String THREE = """
            {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"},
                            {"uid": "a2", "key": "city", "name": "City", "data_type": "string"}],
             "audiences": [{"uid": "b1", "name": "Adults", "rules": {"attribute": "a1"}}],
             "experiences": [{"uid": "e1", "name": "Hero", "type": "SEGMENTED", "variants": [{"name": "V", "audience_uid": "b1"}]}]}""";

    @Test
    void withoutPruneNothingIs() {
        seed(THREE);

        assertThat(planned(NONE, CITY)).containsExactly("UNCHANGED attribute city");
    }

    @Test
    void eachGoesAfterAllThatUseIt() {
        seed(THREE);

        assertThat(planned(ALL, CITY)).containsExactly("UNCHANGED attribute city",
                "DELETE experience Hero: not in the manifest (prune=all)",
                "DELETE audience Adults: not in the manifest (prune=all)", "DELETE attribute age: not in the manifest (prune=all)");
        assertThat(applied(ALL, CITY)).containsExactly("attribute city UNCHANGED", "experience Hero DELETED", "audience Adults DELETED",
                "attribute age DELETED");
        assertThat(writes()).containsExactly("DELETE /experiences/e1", "DELETE /audiences/b1", "DELETE /attributes/a1");
    }

    @Test
    void whatIsUsedByWhatStaysStays() {
        seed(THREE);

        assertThat(applied(ALL, CITY + "\nexperiences: [{name: Hero, type: SEGMENTED}]")).contains(
                "audience Adults BLOCKED: not deleted, because it is used by experience \"Hero\"",
                "attribute age BLOCKED: not deleted, because it is used by audience \"Adults\"");
        assertThat(writes()).isEmpty();
    }

    @Test
    void ownedIsOnlyWhatWasCreatedHere() {
        seed("{\"attributes\": [{\"uid\": \"a9\", \"key\": \"zip\", \"name\": \"Zip\", \"data_type\": \"string\"}]}");
        applied(OWNED, "attributes: [{key: age, name: Age, data_type: number}]");

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city",
                "DELETE attribute age: created here, and no longer in the manifest (prune=owned)");
        assertThat(applied(OWNED, CITY)).containsExactly("attribute city CREATED", "attribute age DELETED");
        assertThat(emulator().project(UID).attributes()).extracting(it -> it.path("key").asText()).containsExactlyInAnyOrder("zip",
                "city");
    }

    @Test
    void andByTheSameOwner() {
        PrunePolicy other = new PrunePolicy(Prune.owned, "team 2", 10, false);
        applied(OWNED, "attributes: [{key: age, name: Age, data_type: number}]");

        assertThat(planned(other, CITY)).containsExactly("CREATE attribute city");

        applied(other, CITY);
        assertThat(planned(OWNED, "attributes: [{key: age, name: Age, data_type: number}]")).containsExactly("UNCHANGED attribute age");
        assertThat(planned(other, "attributes: [{key: age, name: Age, data_type: number}]")).containsExactly("UNCHANGED attribute age",
                "DELETE attribute city: created here, and no longer in the manifest (prune=owned)");
    }

    @Test
    void anEventStaysWithAWarningBecauseTheServiceDeletesNone() {
        seed("{\"events\": [{\"uid\": \"c1\", \"key\": \"buy\", \"name\": \"Buy\"}]}");

        Plan plan = plan(ALL, CITY);

        assertThat(plan.warnings())
                .containsExactly("event \"buy\" is not in the manifest and stays, because the service cannot delete events");
        assertThat(plan.steps()).hasSize(1);
    }

    @Test
    void whatIsNotTheProjectsOwnStays() {
        seed("{\"audiences\": [{\"uid\": \"b1\", \"name\": \"Adults\", \"source\": \"LYTICS\"}]}");

        assertThat(planned(ALL, CITY)).containsExactly("CREATE attribute city");
    }

    @Test
    void evenIfAPlanDeletesIt() {
        seed("{\"audiences\": [{\"uid\": \"b1\", \"name\": \"Adults\", \"source\": \"LYTICS\"}]}");
        Step delete = new Step(Action.DELETE, Resource.audiences, "Adults", "b1", List.of(), "by hand", List.of(), null,
                emulator().project(UID).audience("Adults"), null);

        assertThat(applied(ALL, new Plan(UID, List.of(delete), Optional.empty(), List.of()))).containsExactly(
                "audience Adults BLOCKED: not deleted, because it is not the project's own: comes from Lytics");
        assertThat(writes()).isEmpty();
    }

    @Test
    void ofSeveralOfOneNameNoneIsDeletedNorWhatTheyUse() {
        seed("""
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}],
                 "audiences": [{"uid": "b1", "name": "Adults", "rules": {"attribute": "a1"}}, {"uid": "b2", "name": "Adults"}]}""");

        assertThat(planned(new PrunePolicy(Prune.all, "default", 10, true), "audiences: [{name: Adults}]")).satisfiesExactly(
                step -> assertThat(step).startsWith("BLOCKED audience Adults: 2 definitions"),
                step -> assertThat(step).isEqualTo(
                        "BLOCKED attribute age: not deleted, because it is used by audience \"Adults\""));
    }

    @Test
    void whatTheOrderNamesStays() {
        seed("{\"experiences\": [{\"uid\": \"e1\", \"name\": \"Hero\", \"type\": \"AB_TEST\"}]}");

        assertThat(planned(ALL, CITY + "\npriority: [e1]")).containsExactly("CREATE attribute city",
                "BLOCKED experience Hero: not deleted, because it is used by the order of experiences", "UNCHANGED priority");
    }

    @Test
    void whatAnUpdateLeavesUnusedGoesAfterIt() {
        seed(THREE);

        assertThat(planned(ALL, "attributes: [{key: age, name: Age, data_type: number}, {key: city, name: City, data_type: string}]\n"
                + "experiences: [{name: Hero, type: SEGMENTED, variants: [{name: W}]}]")).satisfiesExactly(
                        step -> assertThat(step).isEqualTo("UNCHANGED attribute age"),
                        step -> assertThat(step).isEqualTo("UNCHANGED attribute city"),
                        step -> assertThat(step).startsWith("UPDATE experience Hero "),
                        step -> assertThat(step).isEqualTo("DELETE audience Adults: not in the manifest (prune=all)"));
    }

    @Test
    void whatHasNothingToDoWithEachOtherGoesKindByKindAttributesLast() {
        seed("""
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}],
                 "audiences": [{"uid": "b1", "name": "Adults"}],
                 "experiences": [{"uid": "e1", "name": "Hero", "type": "AB_TEST"}]}""");

        assertThat(planned(ALL, CITY)).containsExactly("CREATE attribute city", "DELETE experience Hero: not in the manifest (prune=all)",
                "DELETE audience Adults: not in the manifest (prune=all)", "DELETE attribute age: not in the manifest (prune=all)");
    }

    @ParameterizedTest
    @CsvSource({"0, 'the plan deletes 1 definition, more than maxDeletes=0'", "1, "})
    void noMoreAreDeletedThanTheOptionSays(int maxDeletes, String why) {
        seed("{\"attributes\": [{\"uid\": \"a1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]}");
        PrunePolicy policy = new PrunePolicy(Prune.all, "default", maxDeletes, false);

        assertThat(plan(policy, "audiences: [{name: Adults}]").refusal().isPresent()).isEqualTo(why != null);
        List<String> applied = applied(policy, "audiences: [{name: Adults}]");

        assertThat(applied).isEqualTo(why == null
                ? List.of("audience Adults CREATED", "attribute age DELETED")
                : List.of(
                        "BLOCKED TOO_MANY_DELETES: " + why + "; nothing was sent: look at the plan, and raise maxDeletes if it is right"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "priority: []", "attributes: []"})
    void aManifestThatNamesNoDefinitionDeletesNothing(String manifest) {
        assertThat(applied(OWNED, manifest))
                .containsExactly("BLOCKED EMPTY_MANIFEST: the manifest names no definition, and prune=owned would"
                        + " delete all definitions that it does not contain; add at least one definition, or set prune=none");
        assertThat(calls()).isEmpty();
    }
}
