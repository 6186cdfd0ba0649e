// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service makes of a version that it is sent, and how that is learnt. The split of the traffic is a member that nobody asks for. */
class KeptVersionsTest extends AtAnExperience {

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
    void whatTheServiceMakesOfAPartOfAVersionIsAsDesired() {
        service.then(200, "[" + split("v1 DRAFT A1") + "]").then(200, split("v1 DRAFT A3"));

        assertThat(upsert("DRAFT", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void whatTheServiceMakesOfAWholeVersionGoesLive() {
        service.then(200, "[" + split("v1 ACTIVE A1") + "]").then(201, split("v2 DRAFT A3")).then(200, split("v2 ACTIVE A3"));

        assertThat(upsert("ACTIVE", "A2")).hasToString("UPDATED \"Hero\" (uid x1)");
        assertThat(service.requests()).hasSize(4).last().asString().startsWith("PUT /experiences/x1/versions/v2 ")
                .contains("'status':'ACTIVE'");
    }

    @Test
    void aCallThatSendsOtherContentTeachesNothingOfTheDesiredOne() {
        service.then(200, versions("v1 ACTIVE A1")).then(200, version("v1 PAUSED A1")).then(201, version("v2 DRAFT A2"));

        assertThat(upsert("PAUSED", "A2"))
                .hasToString("UPDATED \"Hero\" (uid x1) (the change is a draft; set status: ACTIVE to activate it)");
        assertThat(service.requests()).hasSize(4);
    }

    private static String split(String version) {
        return version(version).replace("'status'", "'variantSplit':'x','status'");
    }
}
