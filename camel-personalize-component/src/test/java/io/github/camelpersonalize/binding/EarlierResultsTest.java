// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the next step makes of what earlier steps have written into a message. */
class EarlierResultsTest extends BoundMessages {

    @Test
    void aResultIsNoTarget() {
        Message message = message("body");
        attributes.writeResponse(message, PROJECT, age());

        InputRecord record = record(message, Resource.attributes);

        assertThat(record.uid()).isNull();
        assertThat(record.key()).isNull();
        assertThat(record.earlier().hasResults()).isTrue();
        assertThat(record(message("body"), Resource.attributes).earlier().hasResults()).isFalse();
    }

    @Test
    void whatTheRouteSetsIsATargetAlsoIfItIsTheSameText() {
        Message message = message("body");
        attributes.writeResponse(message, PROJECT, age());
        message.setHeader("CamelPersonalizeUid", "u1");

        InputRecord record = record(message, Resource.attributes);

        assertThat(record.uid()).isEqualTo("u1");
        assertThat(record.key()).isNull();
        assertThat(record.earlier().hasResults()).isTrue();
    }

    @Test
    void whatTheRouteHasKeptOfAnOlderStepIsATargetUnlessCamelHasRestoredAll() {
        Message message = message("body");
        attributes.writeResponse(message, PROJECT, age());
        Map<String, Object> older = new HashMap<>(message.getHeaders());
        attributes.writeResponse(message, PROJECT,
                new Result.Success(Outcome.UPDATED, 200, Json.read("{\"uid\": \"u2\", \"key\": \"tier\"}"), "u2", "tier"));

        message.setHeader("CamelPersonalizeUid", older.get("CamelPersonalizeUid"));
        assertThat(record(message, Resource.attributes).uid()).isEqualTo("u1");

        message.setHeaders(older);
        assertThat(record(message, Resource.attributes).uid()).isNull();
    }

    @Test
    void aUidOfAnotherKindOrProjectIsToldWithItsOrigin() {
        Message message = message("body");
        attributes.writeResponse(message, PROJECT, age());
        message.setHeader("CamelPersonalizeUid", "u1");

        assertThat(record(message, Resource.attributes).earlier().uidOrigin()).isNull();
        assertThat(record(message, Resource.audiences).earlier().uidOrigin())
                .isEqualTo("the attribute of project \"p1\" at https://personalize-api.contentstack.com");
        assertThat(new RecordReader(PROJECT.withUid("p2"), Resource.attributes).record(message, Json.read(AGE), null, null).earlier()
                .bodyUidOrigin()).isEqualTo("the attribute of project \"p1\" at https://personalize-api.contentstack.com");
        message.setHeader("CamelPersonalizeUid", "u9");
        assertThat(record(message, Resource.audiences).earlier().uidOrigin()).isNull();
    }

    @Test
    void aUidThatWasFoundHereTooIsNoneOfAnotherKind() {
        Message message = message("body");
        attributes.writeResponse(message, PROJECT, age());
        MessageBinding.of(Resource.audiences, Dialect.CONTRACT, true).writeResponse(message, PROJECT, age());
        message.setHeader("CamelPersonalizeUid", "u1");

        assertThat(record(message, Resource.audiences).earlier().uidOrigin()).isNull();
        assertThat(record(message, Resource.attributes).earlier().uidOrigin()).isNull();
    }

    @Test
    void theUidsOfAListAndOfAReportAreKnown() {
        Message list = message("body");
        attributes.writeResponse(list, PROJECT, read("[" + AGE + ", {\"uid\": \"u2\"}]"));
        Message report = message("body");
        ItemResult item = new ItemResult(0, "attribute", "age", "u2", Outcome.CREATED, null, null, null, null, List.of(), null);
        ItemResult failed = new ItemResult(1, "attribute", "tier", null, Outcome.BLOCKED, null, null, null, null, List.of(), null);
        attributes.writeResponse(report, PROJECT, new BatchReport(List.of(item, failed)));

        for (Message message : List.of(list, report)) {
            message.setHeader("CamelPersonalizeUid", "u2");
            assertThat(record(message, Resource.audiences).earlier().uidOrigin()).startsWith("the attribute of project \"p1\"");
        }
    }

    @Test
    void aUidBesideTheBodyIsKnownAsWellAsThatInIt() {
        Message message = message("body");
        attributes.writeResponse(message, PROJECT, new Result.Success(Outcome.CREATED, 201, Json.read(AGE), "v1", "age"));

        for (String uid : List.of("u1", "v1")) {
            message.setHeader("CamelPersonalizeUid", uid);
            assertThat(record(message, Resource.audiences).earlier().uidOrigin()).startsWith("the attribute of project \"p1\"");
        }
    }

    @Test
    void aBodyThatAStepHasRemovedIsNoTombstone() {
        Message message = message("before", Map.of("kafka.KEY", "age"));
        attributes.writeResponse(message, PROJECT, new Result.Success(Outcome.DELETED, 204, MissingNode.getInstance(), null, null));

        assertThat(record(message, Resource.attributes).fault())
                .isEqualTo("the message has no body since an earlier step, so that it is no tombstone");
        assertThat(record(message, Resource.attributes).tombstoneKey()).isNull();

        attributes.writeResponse(message, PROJECT, new Result.Success(Outcome.DELETED, 204, MissingNode.getInstance(), null, null));
        assertThat(record(message, Resource.attributes).fault()).isNotNull();
    }

    @Test
    void aMessageWithoutABodyIsATombstoneOfItsKey() {
        assertThat(record(message(null, Map.of("kafka.KEY", "{\"key\": \"age\"}")), Resource.attributes).tombstoneKey()).isEqualTo("age");
        assertThat(record(message(null, Map.of("kafka.KEY", "[]", "CamelPersonalizeKey", "age")), Resource.attributes))
                .extracting(InputRecord::tombstoneKey, InputRecord::tombstoneFault).containsExactly("age", null);
        assertThat(record(message("body", Map.of("kafka.KEY", "age")), Resource.attributes).tombstoneKey()).isNull();
        assertThat(record(message(null, Map.of("kafka.KEY", "[]")), Resource.attributes).tombstoneFault()).contains("names no attribute");
    }

    @Test
    void aMessageThatCannotBeReadTellsItsMisspeltHeaders() {
        Message message = message("body", Map.of("CamelPersonalizeUuid", "u1"));

        assertThat(new RecordReader(PROJECT, Resource.attributes).record(message, null, "the body is empty", null).fault()).isEqualTo(
                "the body is empty; there is no header \"CamelPersonalizeUuid\" (did you mean \"CamelPersonalizeUid\"?)");
        assertThat(record(message, Resource.attributes).fault()).isNull();
    }

    @Test
    void aLoopHasStepsWithoutEndOfWhichTheNewestAreKept() {
        Message message = message("body");
        for (int step = 0; step < 150; step++) {
            attributes.writeResponse(message, PROJECT, age());
        }

        assertThat(EarlierResults.of(message.getExchange())).hasToString("results of 100 steps");
        assertThat(EarlierResults.of(null)).hasToString("results of 0 steps");
        assertThat(EarlierResults.of(message.getExchange()).isNewest(message, "CamelPersonalizeUid")).isTrue();
        assertThat(EarlierResults.of(message.getExchange()).isNewest(message, "CamelPersonalizeKind")).isFalse();
    }
}
