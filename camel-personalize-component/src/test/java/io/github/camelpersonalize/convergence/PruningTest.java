// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.plan.Plan;
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
    void ofSeveralOfOneNameNoneIsDeletedNorWhatTheyUse() {
        seed("""
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}],
                 "audiences": [{"uid": "b1", "name": "Adults", "rules": {"attribute": "a1"}}, {"uid": "b2", "name": "Adults"}]}""");

        assertThat(planned(new PrunePolicy(Prune.all, "default", 10, true), "audiences: [{name: Adults}]")).satisfiesExactly(
                step -> assertThat(step).startsWith("BLOCKED audience Adults: 2 definitions"),
                step -> assertThat(step).isEqualTo(
                        "BLOCKED attribute age: not deleted, because it is used by audience \"Adults\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | BLOCKED attribute age: not deleted, because audience "Adults" is blocked (pruneWhenBlocked=false)
            true  | DELETE attribute age: not in the manifest (prune=all)
            """)
    void behindABlockedStepNothingIsDeletedUnlessItIsAskedFor(boolean whenBlocked, String step) {
        seed("{\"attributes\": [{\"uid\": \"a1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]}");

        assertThat(planned(new PrunePolicy(Prune.all, "default", 10, whenBlocked),
                "audiences: [{name: Adults, rules: {audience: \"ref:audience/Nobody\"}}]")).last().isEqualTo(step);
    }

    @Test
    void norBehindOneThatFails() {
        seed("{\"attributes\": [{\"uid\": \"a1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]}");
        emulator().script(Script.on("POST", "/audiences")
                .then(Step.status(422)));

        assertThat(applied(ALL, "audiences: [{name: Adults}]")).last()
                .isEqualTo("attribute age BLOCKED: not deleted, because audience \"Adults\" failed (pruneWhenBlocked=false)");
        assertThat(writes()).containsExactly("POST /audiences");
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

    @Test
    void aListThatLacksMostOfWhatWasCreatedHereIsNotTrusted() {
        List<String> stored = createdAndStored("k1", "k2", "k3", "k4");

        become(stored.subList(0, 1));

        String refusal = "BLOCKED INCOMPLETE_LIST: the service lists fewer than half of the 4 attributes that were created here by apply: its list"
                + " may be incomplete, or this may be another project; look at the project, and apply with prune=none once if it is right";
        assertThat(applied(OWNED, "attributes: [" + attribute("k1") + "]")).containsExactly(refusal);
        assertThat(applied(NONE, "attributes: [" + attribute("k1") + "]")).containsExactly("attribute k1 UNCHANGED");
        assertThat(applied(OWNED, "attributes: [" + attribute("k1") + "]")).containsExactly("attribute k1 UNCHANGED");
    }

    @Test
    void oneThatHasHalfIs() {
        List<String> stored = createdAndStored("k1", "k2", "k3", "k4");

        become(stored.subList(0, 2));

        assertThat(applied(OWNED, "attributes: [" + attribute("k1") + "]")).containsExactly("attribute k1 UNCHANGED",
                "attribute k2 DELETED");
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void ofFewerThanThreeAListMayLackAll(int created, boolean distrusted) {
        createdAndStored(List.of("k1", "k2", "k3").subList(0, created).toArray(String[]::new));

        become(List.of());

        assertThat(applied(OWNED, "attributes: [" + attribute("k9") + "]").get(0).startsWith("BLOCKED INCOMPLETE_LIST"))
                .isEqualTo(distrusted);
    }

    /** As the service has them. */
    private List<String> createdAndStored(String... keys) {
        applied(OWNED, "attributes: [" + String.join(", ", Stream.of(keys).map(PruningTest::attribute).toList()) + "]");
        return Stream.of(keys).map(key -> emulator().project(UID).attribute(key).toString()).toList();
    }

    /** What the service lists a while later, when nothing that was just written can be missing yet. */
    private void become(List<String> attributes) {
        time.sleep(Duration.ofMinutes(5));
        emulator().reset();
        seed("{\"attributes\": [" + String.join(", ", attributes) + "]}");
    }

    private static String attribute(String key) {
        return "{key: " + key + ", name: N, data_type: string}";
    }
}
