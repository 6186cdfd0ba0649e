// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Versions as sources write them. */
@BothDialects
class VersionFormsTest extends EmulatedRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&versionField=rev";

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T12:00:00Z", "2026-11-24T12:00Z", "2026-11-24T12:00:00+0000", "2026-11-24T12:00:00+00",
            "2026-11-24 12:00:00Z", "2026-11-24 12:00:00+00", "2026-11-24 13:00:00.000+01", "2026-11-24 13:30:00 +0130",
            "2026-11-24 07:00:00-05:00", "2026-11-24t12:00:00z", "2026-11-24 12:00:00 UTC", "2026-11-24T12:00:00,000Z",
            "2026-11-24T13:00:00+01:00[Europe/Berlin]", "2026-11-24T12:00:00.000000000Z"})
    void F89_aTimeIsReadHoweverItIsWritten(String noon) {
        send(UPSERT, attribute("Noon", noon));

        Exchange before = send(UPSERT, attribute("Before", "2026-11-24T11:59:59.999999Z"));
        Exchange same = send(UPSERT, attribute("Same", "2026-11-24T12:00:00Z"));

        assertThat(outcome(before)).isEqualTo(Outcome.UNCHANGED);
        assertThat(outcome(same)).isEqualTo(Outcome.UPDATED);
        assertThat(name()).isEqualTo("Same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24 12:00:00", "2026-11-24", "noon", "2026-13-24T12:00:00Z", "2026-11-24T12:00:00+25:00",
            "2026-11-24T12:00:00ZZ", "1e999999999", ""})
    void F89_whatIsNoTimeWithAnOffsetIsRejected(String rev) {
        Exchange exchange = send(UPSERT, attribute("Age", rev));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class,
                e -> assertThat(e.getCode()).isEqualTo("NO_VERSION"));
    }

    @ParameterizedTest
    @CsvSource({"1732449600, 1732449599", "1732449600123, 1732449600122", "1732449600123456, 1732449600123455",
            "1732449600123456789, 1732449600123456788"})
    void F89_secondsMillisecondsMicrosecondsAndNanosecondsAreNumbersOrTexts(String newer, String older) {
        send(UPSERT, attribute("Newer", newer));

        Exchange text = send(UPSERT, attribute("Text", older));
        Exchange number = send(UPSERT, attribute("Number", Long.parseLong(older)));

        assertThat(outcome(text)).isEqualTo(Outcome.UNCHANGED);
        assertThat(outcome(number)).isEqualTo(Outcome.UNCHANGED);
        assertThat(name()).isEqualTo("Newer");
    }

    @ParameterizedTest
    @CsvSource({"1732449600, 1732449700123", "1732449600123, 1732449700", "1732449600123, 1732449700123456",
            "1732449600123456, 1732449700", "1732449600123456789, 1732449700123", "2026-11-24T12:00:00Z, 1795521600123",
            "1795521600123, 2026-11-24T12:00:00Z"})
    void F89_aTimeInAnotherUnitIsReportedAndNeitherSkippedNorWritten(String kept, String other) {
        send(UPSERT, attribute("Kept", kept));

        Exchange exchange = send(UPSERT, attribute("Other", other));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class, e -> {
            assertThat(e.getCode()).isEqualTo("VERSION_UNIT");
            assertThat(e).hasMessageStartingWith("attribute \"age\": version " + other + " and " + kept + ", which was written before, are"
                    + " times in two units, such as seconds and milliseconds, so that it is unknown which is newer; send all versions in one"
                    + " unit, or remove the version that is kept in \"personalize:127.0.0.1:");
        });
        assertThat(name()).isEqualTo("Kept");
    }

    @Test
    void F89_aTimeInAnotherUnitIsReportedWithinABatchToo() {
        BatchReport report = send(UPSERT + "&failOn=none", List.of(attribute("Seconds", "1732449600"), attribute("Millis", "1732449700123"),
                attribute("Later", "1732449601"))).getMessage().getBody(BatchReport.class);

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.REJECTED, Outcome.UPDATED);
        assertThat(name()).isEqualTo("Later");
    }

    @ParameterizedTest
    @CsvSource({"999, 1000", "1000, 1000000", "99999999, 100000000", "100000000, 99999999999", "99999999999, 100000000000",
            "1, 1732449600"})
    void F89_aCounterThatGrowsHasNoUnit(String older, String newer) {
        send(UPSERT, attribute("Older", older));

        assertThat(outcome(send(UPSERT, attribute("Newer", newer)))).isEqualTo(Outcome.UPDATED);
    }

    private JsonNode attribute(String name, Object version) {
        ObjectNode attribute = (ObjectNode) json(samples.attribute("age", name));
        return attribute.set("rev", new ObjectMapper().valueToTree(version));
    }

    private String name() {
        return emulator().project(PROJECT).attribute("age").path("name").asText();
    }

    private static Outcome outcome(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelPersonalizeOutcome", Outcome.class);
    }
}
