// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;

import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** An upsert of an experience with a version: what is sent, and what is told of it. */
class EnsureVersionTest extends AtAnExperience {

    @Test
    void whatIsAsDesiredIsShownWithTheMembersOfItsVersion() {
        service.then(200, versions("v1 ACTIVE A1"));

        assertThat(upsert("ACTIVE", "A1")).isEqualTo(new Result.Success(Outcome.UNCHANGED, 0,
                json("{'uid':'x1','name':'Hero','hasDraft':true,'status':'ACTIVE','variants':[" + variant("A1", true) + "]}"), "x1",
                "Hero"));
        assertThat(service.requests()).containsExactly("GET /experiences", VERSIONS);
        assertThat(upsert("ACTIVE", "A1")).hasToString("UNCHANGED \"Hero\" (uid x1)");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aDraftIsWrittenAndTheResultIsWithoutWhatTheServiceDerivesFromIt() {
        service.then(200, versions("v1 DRAFT A1")).then(200, version("v1 DRAFT A2"));

        assertThat(upsert("DRAFT", "A2")).isEqualTo(new Result.Success(Outcome.UPDATED, 200,
                json("{'uid':'x1','name':'Hero','status':'DRAFT','variants':[" + variant("A2", true) + "]}"), "x1", "Hero"));
        assertThat(service.requests()).containsExactly("GET /experiences", VERSIONS, put("v1", "DRAFT", "A2"));
        assertThat(upsert("DRAFT", "A2")).hasToString("UNCHANGED \"Hero\" (uid x1)");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void anExperienceIsCreatedAndItsFirstDraftFilled() {
        ScriptedService empty = ScriptedService.live().then(200, "[]").then(201, HERO).then(200, versions("v1 DRAFT"))
                .then(200, version("v1 DRAFT A1"));

        assertThat(empty.upsert(experiences, desired("DRAFT", "A1"))).hasToString("CREATED \"Hero\" (uid x1)");
        assertThat(empty.requests()).containsExactly("GET /experiences", "POST /experiences {'name':'Hero'}", VERSIONS,
                "PUT /experiences/x1/versions/v1 {'status':'DRAFT','variants':[" + variant("A1", false) + "]}");
    }

    @Test
    void aChangeGoesLiveInTwoCalls() {
        service.then(200, versions("v1 ACTIVE A1")).then(201, version("v2 DRAFT A2")).then(200, version("v2 ACTIVE A2"));

        assertThat(upsert("ACTIVE", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).endsWith("POST /experiences/x1/versions {'status':'DRAFT','variants':[" + variant("A2", true) + "]}",
                put("v2", "ACTIVE", "A2"));
    }

    @Test
    void theHeadIsWrittenBeforeTheVersion() {
        service.then(200, versions("v1 DRAFT A1")).then(200, "{'uid':'x1','name':'Hero','description':'new'}")
                .then(200, version("v1 DRAFT A2"));

        assertThat(service.upsert(experiences, desired("DRAFT", "A2").replace("'Hero'", "'Hero','description':'new'")))
                .hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).endsWith("PUT /experiences/x1 {'name':'Hero','description':'new'}", put("v1", "DRAFT", "A2"));
    }

    @Test
    void aResponseThatSaysTooLittleIsCompletedFromTheListOnceItShowsTheWrite() {
        service.then(200, versions("v1 DRAFT A1")).then(200, "{'uid':'v1'}").then(200, versions("v1 DRAFT A2"));

        assertThat(upsert("DRAFT", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).endsWith(put("v1", "DRAFT", "A2"), VERSIONS);
        assertThat(service.time.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void twoVariantsOfOneNameAreAConflict() {
        service.then(200, versions("v1 ACTIVE A1 A2"));

        assertThat(upsert("ACTIVE", "A3"))
                .hasToString("CONFLICT: version v1 has 2 variants of the name \"A\", so that it is unknown which of"
                        + " them is meant; rename all but one of them in the user interface");
    }

    @Test
    void whatIsWorthKnowingOfTheHeadAndOfTheVersionIsOneNote() {
        service.then(200, versions("v1 ACTIVE A1")).then(200, "{'uid':'x1','name':'Hero','description':'trimmed'}")
                .then(201, version("v2 DRAFT A2"));

        Result done = service.upsert(experiences, "{'name':'Hero','description':' trimmed','variants':[" + variant("A2", false) + "]}");

        assertThat(done)
                .hasToString("UPDATED \"Hero\" (uid x1) (the service keeps /description otherwise; the change is a draft; set status:"
                        + " ACTIVE to activate it)");
    }

    @Test
    void withSkipAndFailAVersionIsProtectedToo() {
        service.on(OnConflict.skip).then(200, versions("v1 ACTIVE A1"));
        assertThat(upsert("PAUSED", "A1"))
                .hasToString("UNCHANGED \"Hero\" (uid x1) (differs in /status, and is left as it is (onConflict=skip))");

        service.on(OnConflict.fail);
        assertThat(upsert("PAUSED", "A1")).hasToString("CONFLICT: project \"p1\" already has a definition with this name (uid x1), which"
                + " differs in /status; update that one, or choose another name");
    }

    @Test
    void aDraftThatNobodyHasFilledIsFilledAlsoWithFail() {
        service.on(OnConflict.fail).then(200, versions("v1 DRAFT")).then(200, version("v1 DRAFT A1"));

        assertThat(upsert("DRAFT", "A1")).hasToString("UPDATED \"Hero\" (uid x1)");
    }

    @Test
    void whatIsWrittenWithOneCredentialIsListedAgainForAnother() {
        service.then(200, versions("v1 DRAFT A1")).then(200, "[" + HERO + "]").then(200, versions("v1 DRAFT A1"))
                .then(200, versions("v1 DRAFT A1")).then(200, version("v1 DRAFT A2"));
        Project other = service.project("other");
        upsert("DRAFT", "A1");
        new Upsert(other, OnConflict.update, other.oldestUsable()).execute(experiences, json(desired("DRAFT", "A1")));
        assertThat(upsert("DRAFT", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        service.requests();
        service.then(200, "[" + HERO + "]").then(200, versions("v1 DRAFT A2"));

        Project again = service.project("other");
        assertThat(new Upsert(again, OnConflict.update, again.oldestUsable()).execute(experiences, json(desired("DRAFT", "A2"))))
                .hasToString("UNCHANGED \"Hero\" (uid x1)");
        assertThat(service.requests()).containsExactly("GET /experiences", VERSIONS);
    }
}
