// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.Map;

import io.github.camelpersonalize.document.CsvRow;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Where a record came from. */
class CoordinatesReaderTest extends BoundMessages {

    private static final Map<String, Object> KAFKA = Map.of("kafka.TOPIC", "orders", "kafka.PARTITION", 3, "kafka.OFFSET", 1841L);
    private static final Map<String, Object> FILE = Map.of(Exchange.FILE_NAME_ONLY, "people.csv");
    private static final CsvRow ROW = CsvRow.faulty(12, "no end");

    private static Message split(Object part, int index) {
        Message message = message(part, FILE);
        message.getExchange().setProperty(Exchange.SPLIT_INDEX, index);
        return message;
    }

    @Test
    void aRecordOfKafkaHasTopicPartitionAndOffset() {
        assertThat(CoordinatesReader.of(message("a", KAFKA))).hasToString("orders-3@1841");
        assertThat(CoordinatesReader.of(message("a", Map.of("kafka.TOPIC", "orders", "kafka.PARTITION", "3", "kafka.OFFSET", "1841"))))
                .hasToString("orders-3@1841");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.TOPIC", "kafka.PARTITION", "kafka.OFFSET"})
    void whatIsMissingOrOfAnotherTypeMakesItNoRecordOfKafka(String header) {
        Message missing = message("a", KAFKA);
        missing.removeHeader(header);
        assertThat(CoordinatesReader.of(missing)).isNull();

        Message wrong = message("a", KAFKA);
        wrong.setHeader(header, "kafka.TOPIC".equals(header) ? null : "first");
        assertThat(CoordinatesReader.of(wrong)).isNull();
    }

    @Test
    void aFileIsItsFirstLine() {
        assertThat(CoordinatesReader.of(message("a", FILE))).isEqualTo(Coordinates.line("people.csv", 1));
        assertThat(CoordinatesReader.of(message("a"))).isNull();
    }

    @Test
    void aRowOfAFileHasItsLine() {
        assertThat(CoordinatesReader.of(message(ROW, FILE))).isEqualTo(Coordinates.line("people.csv", 12));
    }

    @Test
    void aLineOfAFileThatWasSplitHasItsNumber() {
        assertThat(CoordinatesReader.of(split("a", 4))).isEqualTo(Coordinates.line("people.csv", 5));
        assertThat(CoordinatesReader.of(split("a".getBytes(UTF_8), 4))).isEqualTo(Coordinates.line("people.csv", 5));
    }

    @Test
    void anyOtherPartIsAnItem() {
        assertThat(CoordinatesReader.of(split("a\nb", 4))).isEqualTo(Coordinates.item("people.csv", 4));
        assertThat(CoordinatesReader.of(split("a\nb".getBytes(UTF_8), 4))).isEqualTo(Coordinates.item("people.csv", 4));
        assertThat(CoordinatesReader.of(split(Map.of("a", 1), 4))).isEqualTo(Coordinates.item("people.csv", 4));
    }

    @Test
    void aMessageWithoutAnExchangeWasNotSplit() {
        Message loose = new DefaultMessage(context());
        loose.setHeader(Exchange.FILE_NAME_ONLY, "people.csv");

        assertThat(CoordinatesReader.of(loose)).isEqualTo(Coordinates.line("people.csv", 1));
    }

    @Test
    void anItemOfABatchHasItsOwnCoordinatesOrThoseOfTheRecordOrItsPlace() {
        Coordinates record = Coordinates.kafka("orders", 0, 7);
        Coordinates file = Coordinates.line("people.csv", 1);

        assertThat(CoordinatesReader.ofItem(message("a", KAFKA), record, 2)).hasToString("orders-3@1841");
        assertThat(CoordinatesReader.ofItem(message("a"), record, 2)).isEqualTo(record);
        assertThat(CoordinatesReader.ofItem(message("a"), file, 2)).isEqualTo(Coordinates.item("people.csv", 2));
        assertThat(CoordinatesReader.ofItem(message("a"), null, 2)).isEqualTo(Coordinates.item(2));
        assertThat(CoordinatesReader.ofItem(message(ROW), file, 2)).isEqualTo(Coordinates.line("people.csv", 12));
        assertThat(CoordinatesReader.ofItem(message(ROW), null, 2)).isEqualTo(Coordinates.line(null, 12));
    }

    @Test
    void anItemOfAnArrayHasThoseOfTheRecordOrItsPlace() {
        Coordinates record = Coordinates.kafka("orders", 0, 7);

        assertThat(InputReader.at(record, 2)).isEqualTo(record);
        assertThat(InputReader.at(Coordinates.line("people.json", 1), 2)).isEqualTo(Coordinates.item("people.json", 2));
        assertThat(InputReader.at(null, 2)).isEqualTo(Coordinates.item(2));
    }

    @Test
    void theKeyOfARecordIsOfAnyType() {
        assertThat(CoordinatesReader.key(message(null, Map.of("kafka.KEY", 17)))).isEqualTo(17);
        assertThat(CoordinatesReader.key(message(null))).isNull();
    }
}
