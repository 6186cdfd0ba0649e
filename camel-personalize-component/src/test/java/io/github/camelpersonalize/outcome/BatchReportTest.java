// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class BatchReportTest {

    private final BatchReport report = BatchReport.of(List.of(
            new WriteResult("attribute", "age", Coordinates.kafka("orders", 0, 1841),
                    new Result.Success(Outcome.CREATED, 201, json("{}"), "u1", null)),
            new WriteResult("attribute", "aeg", Coordinates.line("people.csv", 12),
                    new Result.Success(Outcome.ADOPTED, 200, json("{}"), "u2", "age2", "it was\nthere")),
            new WriteResult("audience", null, Coordinates.item(2),
                    Result.Failure.of(Problem.rejected("INVALID", "it is not valid", List.of(new FieldError("/name", "is missing"))))),
            new WriteResult("event", "paid", null, Result.Failure.of(new Problem(Category.UNAVAILABLE, 503, null, "out of order\u202e",
                    List.of(), new Retry(true, false, Optional.of(Duration.ofSeconds(90))))))));

    @Test
    void itCountsOutcomesAndFailures() {
        assertThat(report.counts()).isEqualTo(
                Map.of(Outcome.CREATED, 1L, Outcome.ADOPTED, 1L, Outcome.REJECTED, 1L, Outcome.BLOCKED, 1L));
        assertThat(report.failures()).isEqualTo(2);
    }

    @Test
    void itIsATableForPeople() {
        assertThat(report).hasToString("""
                #  SOURCE         KIND       KEY   UID  OUTCOME   MESSAGE
                1  orders-0@1841  attribute  age   u1   CREATED   -
                2  people.csv:12  attribute  age2  u2   ADOPTED   it was there
                3  item 3         audience   -     -    REJECTED  it is not valid
                4  -              event      paid  -    BLOCKED   out of order\\u202e
                4 items: 1 CREATED, 1 ADOPTED, 1 BLOCKED, 1 REJECTED""");
        assertThat(new BatchReport(List.of())).hasToString("#  SOURCE  KIND  KEY  UID  OUTCOME  MESSAGE\n0 items");
    }

    @Test
    void itIsJsonForPrograms() {
        assertThat(report.toJson()).hasToString(
                json("""
                        {"counts": {"CREATED": 1, "ADOPTED": 1, "BLOCKED": 1, "REJECTED": 1},
                         "items": [
                          {"index": 0, "kind": "attribute", "key": "age", "uid": "u1", "outcome": "CREATED", "message": null, "source": "orders-0@1841"},
                          {"index": 1, "kind": "attribute", "key": "age2", "uid": "u2", "outcome": "ADOPTED", "message": "it was\\nthere",
                           "source": "people.csv:12"},
                          {"index": 2, "kind": "audience", "key": null, "uid": null, "outcome": "REJECTED", "message": "it is not valid",
                           "source": "item 3", "fault": "RECORD", "code": "INVALID", "fieldErrors": [{"pointer": "/name", "message": "is missing"}],
                           "retryAfterSeconds": null},
                          {"index": 3, "kind": "event", "key": "paid", "uid": null, "outcome": "BLOCKED", "message": "out of order\\u202e",
                           "source": "null", "fault": "SERVICE", "code": null, "fieldErrors": [], "retryAfterSeconds": 90}]}""")
                        .toString());
    }

    @Test
    void anItemIsRejectedOrRetryableOrDone() {
        assertThat(report.items()).extracting(ItemResult::isRejected).containsExactly(false, false, true, false);
        assertThat(report.items()).extracting(ItemResult::isRetryable).containsExactly(false, false, false, true);
        assertThat(report.items().get(3).retryAfter()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void coordinatesNameTopicFileLineOrItem() {
        assertThat(Coordinates.line(null, 12)).hasToString("line 12");
        assertThat(Coordinates.item("people.json", 3)).hasToString("people.json item 4");
        assertThat(Coordinates.item(3)).hasToString("item 4");
        assertThat(Coordinates.line("people.csv", 12)).hasToString("people.csv:12");
    }
}
