// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Where versions cannot be read or kept. */
@BothDialects
class VersionGuardTest extends EmulatedRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&versionField=rev&stateRepository=#states";
    private static final String NOT_SENT = "not sent, because an item before it found the state repository unavailable";

    private final Disk disk = new Disk();

    @BeforeEach
    void keepStates() {
        context.getRegistry().bind("states", disk);
    }

    @Test
    void F50_whereAVersionCannotBeKeptItsItemSaysWhatWasWrittenAndTheRestIsNotSent() {
        disk.isFull = true;

        Exchange exchange = send(UPSERT + "&failOn=none", List.of(attribute("age", 2), attribute("city", 1)));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("key", "uid", "outcome", "message")
                .containsExactly(
                        tuple("age", null, Outcome.UNKNOWN, "it is CREATED (uid " + uid("age") + "), but its version 2 cannot be kept in "
                                + store("age") + ": no space left; an older one may replace it: make it writable, and send it again"),
                        tuple("city", null, Outcome.BLOCKED, NOT_SENT));
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
    }

    @Test
    void F50_whatIsSupersededByAnItemWhoseVersionCannotBeKeptSharesItsFate() {
        disk.isFull = true;

        BatchReport report = send(UPSERT + "&failOn=none", List.of(attribute("age", 1), attribute("age", 2))).getMessage()
                .getBody(BatchReport.class);

        assertThat(report.items()).extracting("key", "outcome").containsOnly(tuple("age", Outcome.UNKNOWN));
    }

    @Test
    void F50_whereTheNewestVersionCannotBeReadNothingIsSent() {
        disk.isBroken = true;

        Exchange exchange = send(UPSERT + "&failOn=none", List.of(attribute("age", 2), attribute("city", 1)));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("key", "uid", "outcome", "message")
                .containsExactly(
                        tuple("age", null, Outcome.BLOCKED, "the version that was written last cannot be read from " + store("age")
                                + ": bad sector; nothing was sent: make it readable, and send it again"),
                        tuple("city", null, Outcome.BLOCKED, NOT_SENT));
        assertThat(calls()).isEmpty();
    }

    @Test
    void F50_aBatchWhoseVersionsCannotBeKeptFailsWithItsReport() {
        disk.isFull = true;

        Exchange exchange = send(UPSERT, List.of(attribute("age", 2), attribute("city", 1)));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeUnavailableException.class, e -> {
            assertThat(e).hasMessage("2 of 2 items failed, first attribute \"age\": it is CREATED (uid " + uid("age")
                    + "), but its version 2 cannot be kept in "
                    + store("age") + ": no space left; an older one may replace it: make it writable, and send it again (item 1)");
            assertThat(e.getReport().items()).extracting("outcome").containsExactly(Outcome.UNKNOWN, Outcome.BLOCKED);
        });
    }

    @Test
    void F50_aRecordOnItsOwnWhoseVersionCannotBeKeptFailsToo() {
        disk.isFull = true;

        Exchange exchange = send(UPSERT, attribute("age", 2));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("attribute \"age\": it is CREATED (uid " + uid("age") + "), but its version 2 cannot be kept in " + store("age")
                        + ": no space left; an older one may replace it: make it writable, and send it again");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNKNOWN");
    }

    @Test
    void F50_sentAgainToADiskWithSpaceItsVersionIsKept() {
        disk.isFull = true;
        send(UPSERT, attribute("age", 2));
        disk.isFull = false;

        Exchange again = send(UPSERT, attribute("age", 2));

        assertThat(again.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
        assertThat(disk.getState(key("age"))).isEqualTo("2");
    }

    private String attribute(String key, int version) {
        return samples.attribute(key, "Name " + version, "\"rev\": " + version);
    }

    private String uid(String key) {
        return emulator().project(PROJECT).attribute(key).path("uid").asText();
    }

    private String store(String key) {
        return "\"" + key(key) + "\" in the disk";
    }

    private String key(String key) {
        return "personalize:127.0.0.1:" + emulator().port() + ":p1:version:attribute/" + key;
    }
}
