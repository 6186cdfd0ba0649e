// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A bean for routes from a batching Kafka consumer. It writes the records that are at fault to a dead-letter topic, commits what is done, and keeps the
 * rest:
 *
 * <pre>
 * from("kafka:attributes?batching=true&amp;…")
 *     .bean(records, "own")
 *     .to("personalize:attributes?operation=upsert&amp;failOn=none")
 *     .bean(records, "rejected")
 *     .to("kafka:attributes.dead-letters?batchWithIndividualHeaders=true")
 *     .bean(records, "commit");
 * </pre>
 *
 * All steps run in the consumer's own thread, because they use its Kafka client. Thread-safe: one bean may serve several routes and consumers.
 */
public final class KafkaRecords {

    private static final String TAKEN = "CamelPersonalizeKafkaRecords";
    private static final String SETTLEMENT = "CamelPersonalizeKafkaSettlement";

    private final OpenOffsets open = new OpenOffsets();

    /**
     * The records of the batch that are this consumer's to write. While it collected them, their partition may have gone to another consumer,
     * which may have written newer ones since.
     */
    public List<Exchange> own(Exchange exchange) {
        requireSettings(exchange);
        List<KafkaRecord> records = records(exchange);
        List<KafkaRecord> taken = new ArrayList<>();
        if (!records.isEmpty()) {
            Map<TopicPartition, Long> committed = committed(records.get(0).consumer());
            records.stream().filter(record -> committed.containsKey(record.partition()))
                    .collect(Collectors.groupingBy(KafkaRecord::partition, LinkedHashMap::new, Collectors.toList()))
                    .forEach((partition, own) -> taken.addAll(open.take(own, Objects.requireNonNull(committed.get(partition)))));
        }
        exchange.setProperty(TAKEN, taken);
        return taken.stream().map(KafkaRecord::exchange).toList();
    }

    /**
     * The records that are at fault, as they came, with the place and the reason in additional headers. In a partition in which a record is kept they
     * are those before it.
     */
    public List<Exchange> rejected(Exchange exchange) {
        List<KafkaRecord> taken = taken(exchange);
        if (!(exchange.getMessage().getBody() instanceof BatchReport report) || report.items().size() != taken.size()) {
            throw new IllegalArgumentException("the body is no report on the records of the batch; set failOn=none on personalize:");
        }
        Settlement settlement = Settlement.of(taken, report.items());
        exchange.setProperty(SETTLEMENT, settlement);
        return settlement.rejected().entrySet().stream().map(entry -> deadLetter(entry.getKey(), entry.getValue())).toList();
    }

    /**
     * Commits each partition up to the first record that is to be kept.
     *
     * @throws RecordsKeptException when records are kept, so that the consumer reads them again
     */
    public void commit(Exchange exchange) throws RecordsKeptException {
        Settlement settlement = exchange.getProperty(SETTLEMENT, Settlement.class);
        if (settlement == null) {
            throw new IllegalStateException("commit comes after rejected, which writes the records that are at fault");
        }
        settlement.done().forEach((partition, last) -> {
            last.commit().commit();
            if (!settlement.kept().containsKey(partition)) {
                open.close(last);
            }
        });
        settlement.kept().values().forEach(open::keepFrom);
        if (!settlement.kept().isEmpty()) {
            // What is done is no business of an error handler.
            exchange.getMessage().setBody(List.of());
            throw new RecordsKeptException(settlement.reasons());
        }
    }

    /** With other settings the consumer commits what has failed, or passes it over. */
    private static void requireSettings(Exchange exchange) {
        if (exchange.getFromEndpoint() instanceof KafkaEndpoint consumer) {
            KafkaConfiguration settings = consumer.getConfiguration();
            if (!settings.isBatching() || settings.isAutoCommitEnable() || !settings.isAllowManualCommit()
                    || !settings.isBreakOnFirstError()) {
                throw new IllegalArgumentException("the Kafka consumer needs batching=true, autoCommitEnable=false,"
                        + " allowManualCommit=true and breakOnFirstError=true");
            }
        }
    }

    private static List<KafkaRecord> records(Exchange exchange) {
        List<?> batch = exchange.getMessage().getBody(List.class);
        return batch.stream().map(Exchange.class::cast).map(KafkaRecord::of).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<KafkaRecord> taken(Exchange exchange) {
        List<KafkaRecord> taken = exchange.getProperty(TAKEN, List.class);
        if (taken == null) {
            throw new IllegalStateException("rejected comes after own, which chooses the records of the batch");
        }
        return taken;
    }

    /**
     * The offsets that the group has committed, of the partitions that this consumer has. After a pause camel-kafka goes back to the committed offset,
     * and nowhere where there is none: so there is one.
     */
    private static Map<TopicPartition, Long> committed(Consumer<?, ?> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = new LinkedHashMap<>(consumer.committed(assigned));
        List<TopicPartition> never = assigned.stream().filter(partition -> committed.get(partition) == null).toList();
        if (!never.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> first = new LinkedHashMap<>();
            consumer.beginningOffsets(never).forEach((partition, offset) -> first.put(partition, new OffsetAndMetadata(offset)));
            consumer.commitSync(first);
            committed.putAll(first);
        }
        return committed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static Exchange deadLetter(KafkaRecord record, ItemResult item) {
        Exchange letter = record.exchange().copy();
        Message message = letter.getMessage();
        message.setHeader("source.topic", record.partition().topic());
        message.setHeader("source.partition", String.valueOf(record.partition().partition()));
        message.setHeader("source.offset", String.valueOf(record.offset()));
        message.setHeader("error.outcome", item.outcome().name());
        message.setHeader("error.message", item.message());
        if (item.code() != null) {
            message.setHeader("error.code", item.code());
        }
        if (!item.fieldErrors().isEmpty()) {
            message.setHeader("error.pointers", item.fieldErrors().stream().map(FieldError::pointer).collect(Collectors.joining(" ")));
        }
        return letter;
    }
}
