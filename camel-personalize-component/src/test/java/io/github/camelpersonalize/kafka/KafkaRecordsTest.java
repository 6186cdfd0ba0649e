// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Fault;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.kafka.Batch.FIRST;
import static io.github.camelpersonalize.kafka.Batch.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The steps of the recipe for batches of Kafka, with Kafka's own client and no broker. */
class KafkaRecordsTest {

    private static final List<FieldError> MISSING = List.of(new FieldError("/name", "is missing"), new FieldError("/key", "is missing"));

    private final Batch batch = new Batch();
    private final KafkaRecords records = new KafkaRecords();

    private static ItemResult item(int index, Fault fault) {
        boolean isDone = fault == null;
        return new ItemResult(index, "attribute", isDone ? "age" : null, null, isDone ? Outcome.CREATED : Outcome.REJECTED,
                isDone ? null : "is wrong", Coordinates.item(index), fault, isDone ? null : "INVALID", isDone ? List.of() : MISSING, null);
    }

    private static void report(Exchange exchange, Fault... faults) {
        List<ItemResult> items = new java.util.ArrayList<>();
        for (Fault fault : faults) {
            items.add(item(items.size(), fault));
        }
        exchange.getMessage().setBody(new BatchReport(items));
    }

    private static List<Object> bodies(List<Exchange> exchanges) {
        return exchanges.stream().map(exchange -> exchange.getMessage().getBody()).toList();
    }

    @Test
    void theRecordsOfTheBatchAreThisConsumersFromTheCommittedOffsetOn() {
        batch.commit(FIRST, 1);
        batch.commit(SECOND, 5);

        assertThat(bodies(records.own(batch.of(batch.records(FIRST, 0, 1, 2), batch.records(SECOND, 4, 5)))))
                .containsExactly("0@1", "0@2", "1@5");
    }

    @Test
    void aPartitionThatHasGoneToAnotherConsumerIsLeftOut() {
        Exchange exchange = batch.of(batch.records(FIRST, 0, 1), batch.records(SECOND, 0));
        batch.consumer.assign(List.of(SECOND));
        batch.consumer.updateBeginningOffsets(Map.of(SECOND, 0L));

        assertThat(bodies(records.own(exchange))).containsExactly("1@0");
    }

    /** Otherwise the consumer goes nowhere after a pause. */
    @Test
    void aPartitionOfWhichNothingIsCommittedIsCommittedAtItsBeginning() {
        batch.consumer.updateBeginningOffsets(Map.of(FIRST, 7L, SECOND, 0L));
        batch.commit(SECOND, 3);
        records.own(batch.of(batch.records(FIRST, 7)));

        assertThat(batch.committed()).containsOnly(Map.entry(FIRST, 7L), Map.entry(SECOND, 3L));
    }

    @Test
    void anEmptyBatchHasNoRecords() throws Exception {
        Exchange exchange = batch.of();

        assertThat(records.own(exchange)).isEmpty();
        report(exchange);
        assertThat(records.rejected(exchange)).isEmpty();
        records.commit(exchange);
        assertThat(batch.committed()).isEmpty();
    }

    @Test
    void aRecordThatIsAtFaultIsADeadLetterWithItsPlaceAndTheReason() throws Exception {
        Exchange exchange = batch.of(batch.records(FIRST, 3, 4, 5));
        records.own(exchange);
        report(exchange, null, Fault.RECORD, null);

        assertThat(records.rejected(exchange)).singleElement().extracting(Exchange::getMessage).satisfies(letter -> {
            assertThat(letter.getBody()).isEqualTo("0@4");
            assertThat(ofLetter(letter)).isEqualTo(Map.of("source.topic", "attributes", "source.partition", "0", "source.offset", "4",
                    "error.outcome", "REJECTED", "error.message", "is wrong", "error.code", "INVALID", "error.pointers", "/name /key"));
        });
        records.commit(exchange);
        assertThat(batch.committed()).containsEntry(FIRST, 6L);
    }

    private static Map<String, Object> ofLetter(Message letter) {
        Map<String, Object> headers = new java.util.TreeMap<>(letter.getHeaders());
        headers.keySet().removeIf(name -> !name.startsWith("source.") && !name.startsWith("error."));
        return headers;
    }

    @Test
    void aDeadLetterHasNoHeaderOfWhatIsNotKnown() {
        Exchange exchange = batch.of(batch.records(FIRST, 0));
        records.own(exchange);
        exchange.getMessage().setBody(new BatchReport(List.of(new ItemResult(0, "attribute", null, null, Outcome.REJECTED, "is wrong",
                Coordinates.item(0), Fault.RECORD, null, List.of(), null))));

        assertThat(ofLetter(records.rejected(exchange).get(0).getMessage())).doesNotContainKeys("error.code", "error.pointers");
        assertThat(batch.records(FIRST, 0).get(0).exchange().getMessage().getHeaders()).doesNotContainKey("source.topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEPENDENCY", "SERVICE", "CONFIGURATION"})
    void eachPartitionIsCommittedUpToTheFirstRecordThatIsKept(Fault fault) {
        Exchange exchange = batch.of(batch.records(FIRST, 0, 1, 2, 3), batch.records(SECOND, 0, 1));
        records.own(exchange);
        batch.consumer.seek(FIRST, 4);
        report(exchange, null, Fault.RECORD, fault, Fault.RECORD, null, null);

        assertThat(bodies(records.rejected(exchange))).containsExactly("0@1");
        assertThat(catchThrowable(() -> records.commit(exchange))).isInstanceOf(RecordsKeptException.class)
                .hasMessage("1 records are kept, first attribute: is wrong (item 3)")
                .extracting(kept -> ((RecordsKeptException) kept).getItems()).isEqualTo(List.of(item(2, fault)));
        assertThat(batch.committed()).containsOnly(Map.entry(FIRST, 2L), Map.entry(SECOND, 2L));
        assertThat(batch.consumer.position(FIRST)).isEqualTo(2);
        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of());
    }

    @Test
    void aRecordThatIsKeptIsToldByItsKey() {
        assertThat(new RecordsKeptException(List.of(new ItemResult(0, "event", "purchase", null, Outcome.BLOCKED, "no service",
                Coordinates.item(0), Fault.SERVICE, null, List.of(), null), item(1, Fault.SERVICE))))
                .hasMessage("2 records are kept, first event \"purchase\": no service (item 1)");
    }

    @Test
    void whatIsCommittedIsClosed() throws Exception {
        Exchange exchange = batch.of(batch.records(FIRST, 0, 1));
        records.own(exchange);
        report(exchange, null, null);
        records.rejected(exchange);
        records.commit(exchange);
        batch.commit(FIRST, 0);

        assertThat(bodies(records.own(batch.of(batch.records(FIRST, 2))))).containsExactly("0@2");
    }

    @Test
    void theStepsHaveAnOrder() {
        Exchange exchange = batch.of(batch.records(FIRST, 0));
        assertThatThrownBy(() -> records.commit(exchange)).isInstanceOf(IllegalStateException.class)
                .hasMessage("commit comes after rejected, which writes the records that are at fault");
        assertThatThrownBy(() -> records.rejected(exchange)).isInstanceOf(IllegalStateException.class)
                .hasMessage("rejected comes after own, which chooses the records of the batch");
    }

    @Test
    void aBodyThatIsNoReportOnTheBatchIsRefused() {
        Exchange exchange = batch.of(batch.records(FIRST, 0));
        records.own(exchange);
        String told = "the body is no report on the records of the batch; set failOn=none on personalize:";
        assertThatThrownBy(() -> records.rejected(exchange)).isInstanceOf(IllegalArgumentException.class).hasMessage(told);
        report(exchange, null, null);
        assertThatThrownBy(() -> records.rejected(exchange)).isInstanceOf(IllegalArgumentException.class).hasMessage(told);
    }

    @Test
    void aRecordWithoutManualCommitIsRefused() {
        Exchange exchange = new DefaultExchange(batch.context);
        exchange.getMessage().setBody(List.of(new DefaultExchange(batch.context)));

        assertThatThrownBy(() -> records.own(exchange)).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "a record has no header CamelKafkaManualCommit, by which its offset is committed; set allowManualCommit=true on the consumer");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theConsumerMustLeaveTheCommitsToTheRecipe(int wrong) {
        KafkaConfiguration settings = new KafkaConfiguration();
        settings.setBatching(wrong != 1);
        settings.setAutoCommitEnable(wrong == 2);
        settings.setAllowManualCommit(wrong != 3);
        settings.setBreakOnFirstError(wrong != 4);
        KafkaEndpoint endpoint = new KafkaEndpoint("kafka:attributes", new KafkaComponent(batch.context));
        endpoint.setConfiguration(settings);
        Exchange exchange = DefaultExchange.newFromEndpoint(endpoint);
        exchange.getMessage().setBody(List.of());

        if (wrong == 0) {
            assertThat(records.own(exchange)).isEmpty();
        } else {
            assertThatThrownBy(() -> records.own(exchange)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the Kafka consumer needs batching=true, autoCommitEnable=false, allowManualCommit=true and"
                            + " breakOnFirstError=true");
        }
    }
}
