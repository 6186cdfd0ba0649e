// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Fault;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A line of a report says whether its record is a dead letter, or is to be kept, and until when. */
@BothDialects
class DecisionFaultsTest extends ServerFaultRoutes {

    private static final String AUDIENCES = "personalize:audiences?operation=upsert";

    private String waiting() {
        return samples.audience("Adults", "ref:attribute/gone");
    }

    @Test
    void F102_aReferenceThatIsMissingIsNoOutageThoughBothAreBlocked() {
        server.always("POST /audiences", Answers.status(429).header("Retry-After", "7"));

        List<ItemResult> items = report(send(AUDIENCES + "&failOn=none&maxRetries=0",
                List.of(waiting(), samples.everyone("Fans"), samples.everyone("").replace("\"name\": \"\"", "\"description\": \"\""))))
                .items();

        assertThat(items).extracting(ItemResult::outcome).containsExactly(Outcome.BLOCKED, Outcome.BLOCKED, Outcome.REJECTED);
        assertThat(items).extracting(ItemResult::fault).containsExactly(Fault.DEPENDENCY, Fault.SERVICE, Fault.RECORD);
        assertThat(items).extracting(ItemResult::isRejected).containsExactly(false, false, true);
        assertThat(items).extracting(ItemResult::isRetryable).containsExactly(true, true, false);
        assertThat(items).extracting(ItemResult::code).containsExactly("UNRESOLVED", null, "INVALID");
        assertThat(items).extracting(ItemResult::retryAfter).containsExactly(null, Duration.ofSeconds(7), null);
        assertThat(items.get(0).fieldErrors())
                .containsExactly(
                        new FieldError(samples.ruleAttribute(), "refers to attribute \"gone\", which does not exist; create it first"));
        assertThat(items.get(2).fieldErrors()).containsExactly(new FieldError("/name", "is missing"));
    }

    @ParameterizedTest
    @CsvSource({"401, CONFIGURATION", "403, CONFIGURATION", "404, CONFIGURATION", "503, SERVICE", "429, SERVICE"})
    void F102_whatWasNotSentHasTheFaultOfWhatStoppedIt(int status, Fault fault) {
        server.always("** **", Answers.status(status));

        BatchReport report = report(send(CREATE + "&failOn=none&maxRetries=0", List.of(age(), age().replace("age", "height"))));

        assertThat(report.items()).extracting(ItemResult::fault).containsExactly(fault, fault);
        assertThat(report.items()).extracting(ItemResult::isRetryable).containsOnly(true);
        assertThat(report.items().get(1).code()).isEqualTo("NOT_SENT");
    }

    @Test
    void F102_ofWhatIsDoneThereIsNothingToDecide() {
        ItemResult done = report(send(CREATE, List.of(age()))).items().get(0);

        assertThat(done.fault()).isNull();
        assertThat(done.isRejected()).isFalse();
        assertThat(done.isRetryable()).isFalse();
        assertThat(done.fieldErrors()).isEmpty();
    }

    @Test
    void F102_aRecordThatWaitsDecidesOverOneThatIsRejectedAndAnOutageOverBoth() {
        List<String> batch = List.of("{}", waiting());

        assertThat(send(AUDIENCES, batch).getException()).isExactlyInstanceOf(PersonalizeUnavailableException.class).hasMessage(
                "2 of 2 items failed, among them audience \"Adults\": " + samples.ruleAttribute()
                        + " refers to attribute \"gone\", which does not exist; create it first (item 2)");

        server.always("** **", Answers.status(404));
        assertThat(send(AUDIENCES + "&indexTtl=0", batch).getException()).isExactlyInstanceOf(PersonalizeConfigurationException.class)
                .hasMessageStartingWith("2 of 2 items failed, among them audience \"Adults\": 127.0.0.1 does not serve GET ");
    }

    @Test
    void F102_asJsonALineSaysItAsWell() {
        JsonNode items = send(AUDIENCES + "&failOn=none", List.of(waiting(), samples.everyone("Fans"))).getMessage().getBody(JsonNode.class)
                .path("items");

        assertThat(items.get(0).path("fault").textValue()).isEqualTo("DEPENDENCY");
        assertThat(items.get(0).path("code").textValue()).isEqualTo("UNRESOLVED");
        assertThat(items.get(0).path("fieldErrors").get(0).path("pointer").textValue()).isEqualTo(samples.ruleAttribute());
        assertThat(items.get(0).has("retryAfterSeconds")).isTrue();
        assertThat(items.get(1).has("fault")).isFalse();
    }

    /** One record alone: its exception says the same. */
    @Test
    void F102_aRecordAloneThatWaitsIsKeptToo() {
        PersonalizeUnavailableException kept = unavailable(send(AUDIENCES, waiting()));

        assertThat(kept.getOutcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(kept.getCode()).isEqualTo("UNRESOLVED");
        assertThat(kept.getFieldErrors()).hasSize(1);
    }

    private static BatchReport report(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(BatchReport.class);
    }
}
