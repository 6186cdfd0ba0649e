// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.cache.Caches;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonLimits;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the bodies of an exchange that can be read only once. Before a redelivery Camel restores the message with the body that it had, which
 * is read by then. The exchange keeps what was read in a property, by the body itself, as long as somebody else has that. Thread-safe: branches of a
 * route share the values of properties.
 */
final class ReadBodies {

    private static final String PROPERTY = "CamelPersonalizeReadBodies";

    /** Weak keys are compared by identity. */
    private final Cache<Object, Content> contents = Caches.builder().weakKeys().build();

    /**
     * What is left of a body that was read.
     *
     * @param body to be sent again, or {@code null} when there is none
     * @param error why the body cannot be used, or {@code null}
     * @param failure what reading it has thrown, or {@code null}; the first attempt throws it
     */
    record Content(@Nullable Object body, @Nullable String error, @Nullable RuntimeException failure) {

        static Content of(Object body) {
            return new Content(body, null, null);
        }

        static Content unreadable(String error) {
            return new Content(null, error, null);
        }

        static Content tooLarge(Object whole) {
            return new Content(whole, "the body is larger than " + JsonLimits.MAX_BODY + " bytes; split it", null);
        }

        static Content interrupted(String error, RuntimeException failure) {
            return new Content(null, error, failure);
        }
    }

    private ReadBodies() {}

    static ReadBodies of(Exchange exchange) {
        if (exchange.getProperty(PROPERTY) instanceof ReadBodies bodies) {
            return bodies;
        }
        ReadBodies bodies = new ReadBodies();
        exchange.setProperty(PROPERTY, bodies);
        return bodies;
    }

    /** Sets what a body contains, and reads it only once. */
    void replace(Message message, Object body, Function<Object, Content> reader) {
        boolean[] isFirst = {false};
        Content content = contents.get(body, source -> {
            isFirst[0] = true;
            return reader.apply(source);
        });
        if (content.body() != null) {
            message.setBody(content.body());
            repairOriginal(message.getExchange(), body, content.body());
            StreamBody.rewind(content.body());
        }
        if (isFirst[0] && content.failure() != null) {
            throw content.failure();
        }
        if (content.error() != null) {
            throw new JsonException(content.error());
        }
    }

    /** The message that a dead-letter channel with {@code useOriginalMessage} sends. */
    static void repairOriginal(Exchange exchange, Object body, Object content) {
        UnitOfWork work = exchange.getUnitOfWork();
        if (work != null && exchange.getContext().isAllowUseOriginalMessage()) {
            Message original = work.getOriginalInMessage();
            if (original != null && original.getBody() == body) {
                original.setBody(content);
            }
        }
    }

    /** Tracers show the properties of an exchange. */
    @Override
    public String toString() {
        return "what was read of " + contents.estimatedSize() + " bodies";
    }
}
