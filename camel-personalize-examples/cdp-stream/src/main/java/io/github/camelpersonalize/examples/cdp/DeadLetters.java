// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.ItemResult;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultMessage;

/** The records of a batch that are at fault, as they came, with the reason. */
public final class DeadLetters {

    /**
     * A letter for each record that the report rejects.
     *
     * @param batch
     *            what the Kafka consumer put on the exchange
     * @param rejected
     *            with the report
     */
    public List<Message> of(@ExchangeProperty("batch") List<Exchange> batch,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) PersonalizeRejectedException rejected) {
        Map<Coordinates, String> reasons = new HashMap<>();
        rejected.getReport().items().stream().filter(ItemResult::isRejected)
                .forEach(item -> reasons.putIfAbsent(item.coordinates(), reason(item)));
        return batch.stream().flatMap(item -> Optional.ofNullable(reasons.get(coordinates(item))).map(why -> letter(item, why)).stream())
                .toList();
    }

    private static String reason(ItemResult item) {
        return item.key() == null ? item.message() : item.kind() + " \"" + item.key() + "\": " + item.message();
    }

    private static Coordinates coordinates(Exchange item) {
        Message message = item.getMessage();
        return Coordinates.kafka(message.getHeader(KafkaConstants.TOPIC, String.class),
                message.getHeader(KafkaConstants.PARTITION, Integer.class), message.getHeader(KafkaConstants.OFFSET, Long.class));
    }

    private static Message letter(Exchange item, String why) {
        Message letter = new DefaultMessage(item);
        letter.setBody(item.getMessage().getBody());
        letter.setHeader(KafkaConstants.KEY, item.getMessage().getHeader(KafkaConstants.KEY));
        letter.setHeader("source", coordinates(item).toString());
        letter.setHeader("error.message", why);
        return letter;
    }
}
