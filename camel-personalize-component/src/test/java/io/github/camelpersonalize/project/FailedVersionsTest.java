// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.experiences;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an upsert of an experience with a version when calls fail, and when others change the versions meanwhile. */
class FailedVersionsTest extends AtAnExperience {

    private static final String LOST = "no response from service.example: the connection broke off";

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
}
