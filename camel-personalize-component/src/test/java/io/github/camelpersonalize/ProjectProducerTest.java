// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Origin;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a producer makes of a message about the project as a whole. */
class ProjectProducerTest extends EmulatedEndpoints {

    private static final String MANIFEST = "{\"attributes\": [" + AGE + "]}";

    @Test
    void aPlanTellsWhereWhenAndHowItWasMade() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        Plan plan = send("personalize:project?operation=plan&prune=owned", MANIFEST).getMessage().getBody(Plan.class);

        Origin origin = plan.origin().orElseThrow();
        assertThat(origin).isEqualTo(new Origin(emulator().baseUrl(), origin.madeAt(), "owned"));
        assertThat(origin.madeAt()).isBetween(before, time.now()).isEqualTo(origin.madeAt().truncatedTo(ChronoUnit.SECONDS));
        assertThat(emulator().requests("POST", "/attributes")).isEmpty();
    }

    @Test
    void aManifestIsAppliedAndTheReportIsTheBody() throws Exception {
        Exchange exchange = send("personalize:project?operation=apply", MANIFEST);

        assertThat(exchange.getMessage().getBody(BatchReport.class).counts()).isEqualTo(Map.of(Outcome.CREATED, 1L));
        assertThat(emulator().requests("POST", "/attributes")).hasSize(1);
    }

    @Test
    void aPlanThatWasMadeEarlierIsApplied() throws Exception {
        Plan plan = send("personalize:project?operation=plan", MANIFEST).getMessage().getBody(Plan.class);

        Exchange exchange = send("personalize:project?operation=apply", plan);

        assertThat(exchange.getMessage().getBody(BatchReport.class).counts()).isEqualTo(Map.of(Outcome.CREATED, 1L));
    }

    @Test
    void aProjectIsExportedAsAManifest() throws Exception {
        send("personalize:attributes?operation=create", AGE);

        Exchange exchange = send("personalize:project?operation=export", null);

        assertThat(exchange.getMessage().getBody(String.class)).contains("age").doesNotContain("uid");
    }

    @Test
    void aProjectThatCannotBeReadHasNoPlan() throws Exception {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));

        Exchange exchange = send("personalize:project?operation=plan", MANIFEST);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessageStartingWith("project: ").hasMessageContaining("503");
    }
}
