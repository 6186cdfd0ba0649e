// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.util.Optional;
import java.util.function.Consumer;

import io.github.camelpersonalize.PersonalizeConfigurationException;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.PersonalizeEndpoint;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.util.ObjectHelper;

/**
 * Follows the events of Camel, and reports what becomes of each record. The routes know nothing of it; they keep what a record is meant to be in
 * the exchange property {@code kind}.
 */
final class Progress extends EventNotifierSupport {

    private static final String TOPIC = "kafka.TOPIC";

    private final Verdict otherFailure;
    private final Consumer<Attempt> listener;

    /**
     * Nothing has happened yet.
     *
     * @param otherFailure
     *            what becomes of a record when it is neither its fault nor that of the service: held or stopped
     * @param listener
     *            called for each attempt
     */
    Progress(Verdict otherFailure, Consumer<Attempt> listener) {
        this.otherFailure = otherFailure;
        this.listener = listener;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSentEvent sent) {
            if (sent.getEndpoint() instanceof PersonalizeEndpoint) {
                sent(sent.getExchange());
            }
        } else if (event instanceof ExchangeCompletedEvent completed) {
            completed(completed.getExchange());
        } else if (event instanceof ExchangeFailedEvent failed) {
            failed(failed.getExchange());
        }
    }

    /** The attempt failed, and the record did not cause it. */
    private void sent(Exchange exchange) {
        if (exchange.getException() instanceof PersonalizeUnavailableException e) {
            report(Verdict.HELD, exchange, reason(e, exchange));
        } else if (exchange.getException() instanceof PersonalizeConfigurationException e) {
            report(Verdict.STOPPED, exchange, reason(e, exchange));
        }
    }

    /** The service has the definition, or the record is set aside. */
    private void completed(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        String outcome = exchange.getMessage().getHeader(PersonalizeConstants.OUTCOME, String.class);
        if (!isRecord(exchange)) {
            return;
        }
        if (caught != null && !(caught instanceof PersonalizeUnavailableException)) {
            report(Verdict.REFUSED, exchange, reason(caught, exchange));
        } else if (outcome != null) {
            report(Verdict.valueOf(outcome), exchange, exchange.getMessage().getHeader(PersonalizeConstants.KEY, String.class));
        }
    }

    /** What the component failed with is known from its attempt, what a line failed with is known when its file fails. */
    private void failed(Exchange exchange) {
        Exception failure = exchange.getException();
        if (!(failure instanceof CamelExchangeException) && ObjectHelper.getException(PersonalizeException.class, failure) == null) {
            report(otherFailure, exchange, reason(failure, exchange));
        }
    }

    private static boolean isRecord(Exchange exchange) {
        return exchange.getMessage().getHeader(TOPIC) != null || exchange.getProperty(Exchange.SPLIT_INDEX) != null;
    }

    private void report(Verdict verdict, Exchange exchange, String detail) {
        int requests = Optional.ofNullable(exchange.getMessage().getHeader(PersonalizeConstants.REQUEST_COUNT, Integer.class)).orElse(0);
        listener.accept(new Attempt(verdict, exchange.getProperty("kind", String.class), coordinates(exchange), detail, requests));
    }

    private static Coordinates coordinates(Exchange exchange) {
        Message message = exchange.getMessage();
        String topic = message.getHeader(TOPIC, String.class);
        if (topic != null) {
            return Coordinates.kafka(topic, message.getHeader("kafka.PARTITION", Integer.class),
                    message.getHeader("kafka.OFFSET", Long.class));
        }
        return Coordinates.line(message.getHeader(Exchange.FILE_NAME_ONLY, String.class),
                exchange.getProperty(Exchange.SPLIT_INDEX, 0, Integer.class) + 1);
    }

    /** Messages end with the coordinates, which stand beside the reason here. */
    private static String reason(Exception failure, Exchange exchange) {
        return String.valueOf(failure.getMessage()).replace(" (" + coordinates(exchange) + ")", "").replace(" (" + item(exchange) + ")",
                "");
    }

    /** A line that the route has parsed is an item for the component, which does not know the file's lines. */
    private static Coordinates item(Exchange exchange) {
        return Coordinates.item(exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class),
                exchange.getProperty(Exchange.SPLIT_INDEX, 0, Integer.class));
    }
}
