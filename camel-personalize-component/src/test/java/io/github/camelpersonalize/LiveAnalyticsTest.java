// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Analytics of a version: the newest that was ever active, unless another one is named. No analytics are no fault of the record's address. */
class LiveAnalyticsTest extends LiveRoutes {

    private static final String EXPERIENCE = "6710d0d1d2d3d4d5d6d7d8d9";
    private static final String FIRST = "6710d0d1d2d3d4d5d6d7d801";
    private static final String SECOND = "6710d0d1d2d3d4d5d6d7d802";
    private static final String DRAFT = "6710d0d1d2d3d4d5d6d7d803";

    @BeforeEach
    void anExperience() {
        seed("ARCHIVED", "PAUSED", "DRAFT");
    }

    @ParameterizedTest
    @CsvSource({"getSummary, summary", "getTimeSeries, time-series"})
    void withoutAVersionTheNewestThatWasEverActiveIsMeant(String operation, String path) {
        Exchange exchange = send("personalize:experiences?operation=" + operation + "&key=Hero", null);

        assertThat(definition(exchange)).containsEntry("version", SECOND).containsEntry("experienceUid", EXPERIENCE);
        assertThat(calls()).containsExactly("GET /experiences", "GET /experiences/" + EXPERIENCE + "/versions",
                "GET /experiences/" + EXPERIENCE + "/analytics/" + path + "?version=" + SECOND);
    }

    @Test
    void theResponsePassesUntouched() throws Exception {
        try (RecordingServer server = new RecordingServer(200, "{\"data\": [{\"x\": 1.250}], \"uid\": 7}")) {
            component().getConfiguration().setBaseUrl(server.baseUrl());

            Exchange exchange = send("personalize:experiences?operation=getSummary&uid=u1&versionUid=v1", null);

            assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("{\"data\":[{\"x\":1.250}],\"uid\":7}");
        }
    }

    @Test
    void aSeriesOfPairsIsAListOfLists() throws Exception {
        try (RecordingServer server = new RecordingServer(200, "[[\"2026-10-01T00:00:00Z\", 3]]")) {
            component().getConfiguration().setBaseUrl(server.baseUrl());

            Exchange exchange = send("personalize:experiences?operation=getTimeSeries&uid=u1&versionUid=v1", null);

            assertThat(exchange.getMessage().getBody()).isEqualTo(List.of(List.of("2026-10-01T00:00:00Z", 3)));
        }
    }

    @Test
    void theVersionOfTheOptionIsAskedFor() {
        assertThat(definition(send("personalize:experiences?operation=getSummary&uid=" + EXPERIENCE + "&versionUid=" + FIRST, null)))
                .containsEntry("version", FIRST);
        assertThat(calls()).containsExactly("GET /experiences/" + EXPERIENCE + "/analytics/summary?version=" + FIRST);
    }

    @Test
    void whereNothingWasEverActiveThereAreNone() {
        seed("DRAFT");

        assertThat(send("personalize:experiences?operation=getSummary&key=Hero", null).getException()).isInstanceOfSatisfying(
                PersonalizeRejectedException.class, e -> {
                    assertThat(e)
                            .hasMessage("experience \"Hero\": there are no analytics: no version was ever active; they begin some time "
                                    + "after a version has been activated");
                    assertThat(e.getCode()).isEqualTo("NO_ANALYTICS");
                });
        assertThat(calls()).containsExactly("GET /experiences", "GET /experiences/" + EXPERIENCE + "/versions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getSummary", "getTimeSeries"})
    void aVersionThatWasNeverActiveHasNone(String operation) {
        Exchange exchange = send("personalize:experiences?operation=" + operation + "&key=Hero&versionUid=" + DRAFT, null);

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class, e -> {
            assertThat(e).hasMessageStartingWith("experience \"Hero\": there are no analytics: the service refused it with 404: ")
                    .hasMessageEndingWith("; they begin some time after a version has been activated");
            assertThat(List.of(e.getCode(), e.getStatus())).isEqualTo(List.of("NO_ANALYTICS", 404));
        });
    }

    @Test
    void theVersionThatIsMeantMayHaveNoneYet() {
        emulator().script(Script.on("GET", "/experiences/*/analytics/*").then(Step.status(404).body("{\"message\": \"none\"}")));

        assertThat(send("personalize:experiences?operation=getSummary&key=Hero", null).getException())
                .hasMessage("experience \"Hero\": there"
                        + " are no analytics: the service refused it with 404: none; they begin some time after a version has been activated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&versionUid=" + FIRST})
    void anotherRefusalIsToldAsItIs(String version) {
        emulator().script(Script.on("GET", "/experiences/*/analytics/*").then(Step.status(400).body("{\"message\": \"not now\"}")));

        assertThat(send("personalize:experiences?operation=getSummary&key=Hero" + version, null).getException())
                .hasMessage("experience \"Hero\": the service refused it with 400: not now");
    }

    @Test
    void aVersionThatDoesNotExistIsNotFound() {
        Exchange exchange = send("personalize:experiences?operation=getSummary&key=Hero&versionUid=6710d0d1d2d3d4d5d6d7d8ff", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("experience \"Hero\": has no version with uid 6710d0d1d2d3d4d5d6d7d8ff in project \"p1\"");
    }

    @Test
    void norIsAnExperience() {
        Exchange exchange = send("personalize:experiences?operation=getSummary&uid=6710d0d1d2d3d4d5d6d7d8ff&versionUid=" + FIRST, null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessageContaining("6710d0d1d2d3d4d5d6d7d8ff");
        assertThat(((PersonalizeException) exchange.getException()).getStatus()).isEqualTo(404);
        assertThat(((PersonalizeException) exchange.getException()).getCode()).isNotEqualTo("NO_ANALYTICS");
    }

    private void seed(String... statuses) {
        StringBuilder versions = new StringBuilder();
        for (int i = 0; i < statuses.length; i++) {
            String activated = statuses[i].equals("DRAFT") ? "" : "\"firstActivatedAt\": \"2026-01-01T00:00:00.000Z\", ";
            versions.append(i == 0 ? "" : ", ").append("""
                    {"uid": "6710d0d1d2d3d4d5d6d7d80%d", "status": "%s", %s"createdAt": "2026-01-0%d", "variants": []}""".formatted(i + 1,
                    statuses[i], activated, i + 1));
        }
        emulator().seed(PROJECT, """
                {"experiences": [{"uid": "%s", "name": "Hero", "__type": "SEGMENTED", "versions": [%s]}]}""".formatted(EXPERIENCE,
                versions));
        emulator().clearRequests();
    }
}
