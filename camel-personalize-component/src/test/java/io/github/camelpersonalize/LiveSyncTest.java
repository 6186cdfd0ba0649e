// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.time.Duration;
import java.util.Map;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An activation can wait until the CMS knows all variants of the version. The emulator tells it with the third read. */
class LiveSyncTest extends LiveRoutes {

    private static final String ACTIVATE = "personalize:experiences?key=Hero&operation=activate&waitForSync=";
    private static final String AUDIENCE = "6710a1b2c3d4e5f601020304";
    private static final String HERO = "6710a1b2c3d4e5f601020306";

    @BeforeEach
    void anExperienceWithADraft() {
        emulator().seed(PROJECT, """
                {"project": {"connectedStackApiKey": "blt1"}, "audiences": [{"uid": "%s", "name": "Gold", "definition": {}}],
                 "experiences": [{"uid": "%s", "name": "Hero", "__type": "SEGMENTED", "versions": [%s]}]}""".formatted(AUDIENCE, HERO,
                version("DRAFT", "A")));
    }

    @Test
    void itWaitsUntilTheVariantsAreKnown() {
        Exchange exchange = send(ACTIVATE + "60s", null);

        assertThat(definition(exchange)).containsEntry("status", "ACTIVE");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UPDATED");
        assertThat(reads()).isEqualTo(3);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void byDefaultItDoesNotWait() {
        send(ACTIVATE + "0", null);

        assertThat(reads()).isZero();
    }

    @Test
    void thePausesGrowToTenSecondsAndEndInTime() {
        emulator().script(Script.on("GET", "/experiences/" + HERO).then(Step.pass().body("{\"uid\": \"" + HERO + "\"}")).forEver());

        Exchange exchange = send(ACTIVATE + "30s", null);

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeUnavailableException.class, e -> {
            assertThat(e).hasMessage("experience \"Hero\": its version "
                    + emulator().project(PROJECT).latestVersion("Hero").get("uid").asText()
                    + " is active, but the synchronization with the CMS is open: not within waitForSync=30000ms (_cms.syncStatus: none yet); "
                    + "the service goes on with it, and sending the message again waits on");
            assertThat(e.getCode()).isEqualTo("NOT_SYNCHRONIZED");
        });
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNKNOWN");
        assertThat(time.sleeps()).extracting(Duration::toSeconds).startsWith(1L, 2L, 4L, 8L, 10L).hasSize(6);
        assertThat(emulator().project(PROJECT).latestVersion("Hero").get("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void theMessageSentAgainWaitsOn() {
        emulator().script(Script.on("GET", "/experiences/" + HERO).then(Step.pass().body("{\"uid\": \"" + HERO + "\"}")));
        assertThat(send(ACTIVATE + "1s", null).getException()).isInstanceOf(PersonalizeUnavailableException.class);

        Exchange exchange = send(ACTIVATE + "60s", null);

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
        assertThat(emulator().requests()).filteredOn(request -> request.method().equals("PUT")).hasSize(1);
    }

    /** The status is that of the version before until the service begins with the new one. */
    @Test
    void aVariantThatIsNewMustBeKnownToo() {
        send(ACTIVATE + "60s", null);
        send("personalize:experiences?key=Hero&operation=createVersion", version("DRAFT", "A", "B"));
        emulator().clearRequests();

        send(ACTIVATE + "60s", null);

        assertThat(reads()).isEqualTo(3);
    }

    @Test
    void aReadThatFailsEndsTheWaitAndLeavesTheVersionActive() {
        emulator().script(Script.on("GET", "/experiences/" + HERO).thenStatuses(500));

        Exchange exchange = send(ACTIVATE + "60s", null, Map.of());

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class).hasMessageContaining(
                "is active, but the synchronization with the CMS is open: the service failed with 500");
        assertThat(emulator().project(PROJECT).latestVersion("Hero").get("status").asText()).isEqualTo("ACTIVE");
    }

    private long reads() {
        return calls().stream().filter(call -> call.equals("GET /experiences/" + HERO)).count();
    }

    private static String version(String status, String... names) {
        StringBuilder variants = new StringBuilder();
        for (String name : names) {
            variants.append(variants.isEmpty() ? "" : ", ").append("""
                    {"__type": "SegmentedVariant", "name": "%s", "audiences": ["%s"], "audienceCombinationType": "OR"}""".formatted(name,
                    AUDIENCE));
        }
        return "{\"status\": \"" + status + "\", \"variants\": [" + variants + "]}";
    }
}
