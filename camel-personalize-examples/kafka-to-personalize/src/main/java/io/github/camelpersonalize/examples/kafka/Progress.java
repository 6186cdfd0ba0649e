// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.util.Optional;
import java.util.function.Consumer;

import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.examples.kafka.Attempt.Verdict;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** The route says here what became of each record; whoever wants to know is told. */
public final class Progress {

    private final Consumer<Attempt> listener;

    Progress(Consumer<Attempt> listener) {
        this.listener = listener;
    }

    /** The offset is committed: the service has the definition, or the record lies in the dead-letter topic. */
    public void settled(Exchange exchange) {
        if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null) {
            boolean adopted = "ADOPTED".equals(exchange.getMessage().getHeader(PersonalizeConstants.OUTCOME));
            tell(adopted ? Verdict.ADOPTED : Verdict.CREATED, exchange,
                    exchange.getMessage().getHeader(PersonalizeConstants.KEY, String.class));
        } else {
            tell(Verdict.REFUSED, exchange, reason(exchange));
        }
    }

    /** The record will be read again. */
    public void held(Exchange exchange) {
        tell(Verdict.HELD, exchange, reason(exchange));
    }

    /** No record can be settled with these credentials. */
    public void stopped(Exchange exchange) {
        tell(Verdict.STOPPED, exchange, reason(exchange));
    }

    private void tell(Verdict verdict, Exchange exchange, String detail) {
        String kind = exchange.getProperty("kind", String.class);
        int requests = Optional.ofNullable(exchange.getMessage().getHeader(PersonalizeConstants.REQUEST_COUNT, Integer.class)).orElse(0);
        listener.accept(new Attempt(verdict, kind, coordinates(exchange.getMessage()), detail, requests));
    }

    private static Coordinates coordinates(Message message) {
        return Coordinates.kafka(message.getHeader(KafkaConstants.TOPIC, String.class),
                message.getHeader(KafkaConstants.PARTITION, Integer.class), message.getHeader(KafkaConstants.OFFSET, Long.class));
    }

    /** The component ends its messages with the coordinates, which stand beside the reason here. */
    private static String reason(Exchange exchange) {
        String message = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class).getMessage();
        String place = " (" + coordinates(exchange.getMessage()) + ")";
        return message.endsWith(place) ? message.substring(0, message.length() - place.length()) : message;
    }
}
