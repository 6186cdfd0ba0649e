// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** An upsert of an experience with a version: what is sent, and what becomes of calls that fail. Texts of versions are short: {@code v1 DRAFT A1}. */
class EnsureVersionTest {

    private static final String HERO = "{'uid':'x1','name':'Hero','hasDraft':true}";
    private static final String VERSIONS = "GET /experiences/x1/versions";
    private static final String LOST = "no response from service.example: the connection broke off";

    private final ScriptedService service = ScriptedService.live().then(200, "[" + HERO + "]");

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
    void whatTheServiceMakesOfAVersionIsNotWrittenAgain() {
        service.listingAlways().then(200, versions("v1 DRAFT A1")).then(200, version("v1 DRAFT A3"));
        assertThat(upsert("DRAFT", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        service.time.sleep(Duration.ofSeconds(2));
        service.requests();
        service.then(200, "[" + HERO + "]").then(200, versions("v1 DRAFT A3"));

        assertThat(upsert("DRAFT", "A2")).hasToString("UNCHANGED \"Hero\" (uid x1)");
        assertThat(service.requests()).containsExactly("GET /experiences", VERSIONS);
    }

    @Test
    void whatTheServiceMakesOfANewVersionIsLearntToo() {
        service.then(200, versions("v1 ACTIVE A1")).then(201, version("v2 DRAFT A3")).then(200, version("v2 ACTIVE A3"));

        assertThat(upsert("ACTIVE", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).endsWith(put("v2", "ACTIVE", "A3"));
    }

    @Test
    void aLostCallThatWasCarriedOutIsNotSentAgain() {
        service.retrying(2).then(200, versions("v1 DRAFT A1")).thenLost().then(200, versions("v1 DRAFT A2"));

        assertThat(upsert("DRAFT", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).endsWith(put("v1", "DRAFT", "A2"), VERSIONS);
        assertThat(service.stats.reconciledCreates()).isEqualTo(1);
    }

    @Test
    void aLostCallThatWasNotCarriedOutIsSentAgain() {
        service.retrying(2).then(200, versions("v1 DRAFT A1")).thenLost().then(200, versions("v1 DRAFT A1"))
                .then(200, version("v1 DRAFT A2"));

        assertThat(upsert("DRAFT", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).endsWith(put("v1", "DRAFT", "A2"), VERSIONS, put("v1", "DRAFT", "A2"));
    }

    @Test
    void whenTheAttemptsAreUsedUpItIsUnknown() {
        service.retrying(0).then(200, versions("v1 DRAFT A1")).thenLost().then(200, versions("v1 DRAFT A1"));

        assertThat(upsert("DRAFT", "A2").toString())
                .matches("UNKNOWN: \\Q" + LOST + "\\E; given up after 1 attempt in 1\\.\\d s \\(maxRetries=0\\)");
    }

    @Test
    void whereTheListCannotBeReadItIsUnknown() {
        service.then(200, versions("v1 DRAFT A1")).thenLost().then(500, "");

        assertThat(upsert("DRAFT", "A2")).hasToString("UNKNOWN: " + LOST + "; looking it up failed: the service failed with 500");
    }

    @Test
    void whenTheRouteStopsItIsUnknown() {
        service.then(200, versions("v1 DRAFT A1")).thenLostAndStopped();

        assertThat(upsert("DRAFT", "A2"))
                .hasToString("UNKNOWN: " + LOST + "; looking it up failed: not sent, because the route is stopping");
    }

    @Test
    void aCallThatIsRefusedIsNotSentAgainWhereTheVersionsAreAsBefore() {
        service.then(200, versions("v1 DRAFT A1")).then(422, "{'message':'no'}").then(200, versions("v1 DRAFT A1"));

        assertThat(upsert("DRAFT", "A2")).hasToString("REJECTED: the service refused it with 422: no");
        assertThat(service.requests()).hasSize(4);
    }

    @Test
    void afterARefusalWhatIsMissingNowIsSent() {
        service.then(200, versions("v1 DRAFT A1")).then(422, "{'message':'no'}").then(200, versions("v1 ACTIVE A1"))
                .then(201, version("v2 DRAFT A2"));

        assertThat(upsert("DRAFT", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
    }

    @Test
    void whereOthersChangeTheVersionsEachTimeItIsGivenUp() {
        service.then(200, versions("v1 DRAFT A1"));
        for (int i = 0; i < 10; i++) {
            service.then(422, "{'message':'no'}").then(200, versions("w" + i + " DRAFT A1"));
        }

        assertThat(upsert("DRAFT", "A2")).hasToString("UNKNOWN: the versions were not as desired after 10 calls");
    }

    @Test
    void anotherFailureIsTheResult() {
        service.then(200, versions("v1 DRAFT A1")).then(401, "");

        assertThat(upsert("DRAFT", "A2").toString()).startsWith("BLOCKED: the service refused the credential with 401");
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void afterAFailureTheVersionsAreListedAgain() {
        service.then(200, versions("v1 DRAFT A1")).then(401, "");
        upsert("DRAFT", "A2");
        service.requests();
        service.then(200, versions("v1 DRAFT A2")).then(200, version("v1 DRAFT A1"));

        assertThat(upsert("DRAFT", "A1")).as("as it was before").hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).containsExactly(VERSIONS, put("v1", "DRAFT", "A1"));
    }

    @Test
    void versionsThatCannotBeListedBlockIt() {
        service.then(500, "");

        assertThat(upsert("DRAFT", "A2")).hasToString("BLOCKED: the service failed with 500");
    }

    @Test
    void twoVariantsOfOneNameAreAConflict() {
        service.then(200, versions("v1 ACTIVE A1 A2"));

        assertThat(upsert("ACTIVE", "A3"))
                .hasToString("CONFLICT: version v1 has 2 variants of the name \"A\", so that it is unknown which of"
                        + " them is meant; rename all but one of them in the user interface");
    }

    @Test
    void aConflictThatOthersMakeMeanwhileIsTheResult() {
        service.then(200, versions("v1 DRAFT A1")).then(422, "{'message':'no'}").then(200, versions("v1 ACTIVE A1 A2"));

        assertThat(upsert("DRAFT", "A3").toString()).startsWith("CONFLICT: version v1 has 2 variants of the name");
    }

    @Test
    void whatWasCreatedStaysKnownAsSuchWhereItsVersionFails() {
        ScriptedService empty = ScriptedService.live().then(200, "[]").then(201, HERO).then(200, versions("v1 DRAFT")).then(401, "");

        Result failed = empty.upsert(experiences, desired("DRAFT", "A1"));

        assertThat(failed.toString())
                .startsWith("BLOCKED: it was created (uid x1), but its version is not as desired: the service refused");
        assertThat(((Result.Failure) failed).inDoubt()).isTrue();
    }

    @Test
    void whatWasChangedStaysKnownAsSuchWhereItsVersionFails() {
        service.then(200, versions("v1 DRAFT A1")).then(200, "{'uid':'x1','name':'Hero','description':'new'}").then(401, "");

        Result failed = service.upsert(experiences, desired("DRAFT", "A2").replace("'Hero'", "'Hero','description':'new'"));

        assertThat(failed.toString()).startsWith("BLOCKED: it was changed, but its version is not as desired: the service refused");
        assertThat(((Result.Failure) failed).inDoubt()).isFalse();
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

    private Result upsert(String status, String... variants) {
        return service.upsert(experiences, desired(status, variants));
    }

    private static String desired(String status, String... variants) {
        return "{'name':'Hero','status':'" + status + "','variants':[" + variants(false, variants) + "]}";
    }

    private static String put(String uid, String status, String... variants) {
        return "PUT /experiences/x1/versions/" + uid + " {'status':'" + status + "','variants':[" + variants(true, variants) + "]}";
    }

    private static String versions(String... versions) {
        return Stream.of(versions).map(EnsureVersionTest::version).collect(Collectors.joining(",", "[", "]"));
    }

    private static String version(String text) {
        String[] parts = text.split(" ");
        String variants = variants(true, Arrays.copyOfRange(parts, 2, parts.length));
        return "{'uid':'" + parts[0] + "','status':'" + parts[1] + "','variants':[" + variants + "]}";
    }

    private static String variants(boolean hasUid, String... variants) {
        return Stream.of(variants).map(text -> variant(text, hasUid)).collect(Collectors.joining(","));
    }

    /** {@code A1} is of the name A, with the content 1 and the short uid a. */
    private static String variant(String text, boolean hasUid) {
        String name = text.substring(0, 1);
        return "{'name':'" + name + "','trafficDistribution':" + text.substring(1)
                + (hasUid ? ",'shortUid':'" + name.toLowerCase(Locale.ROOT) + "'" : "") + "}";
    }
}
