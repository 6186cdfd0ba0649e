// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.Serial;
import java.util.EventObject;

import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;

/**
 * How far a batch or an {@code apply} is that takes long. The event notifiers of the CamelContext get one every {@value LongRun#SECONDS_BETWEEN} seconds
 * until it ends.
 */
public final class PersonalizeProgressEvent extends EventObject implements CamelEvent.ExchangeEvent {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Exchange exchange;
    private final int done;
    private final int failed;
    private final int total;
    private long timestamp;

    PersonalizeProgressEvent(Exchange exchange, int done, int failed, int total) {
        super(exchange);
        this.exchange = exchange;
        this.done = done;
        this.failed = failed;
        this.total = total;
    }

    /** How many records or steps have ended, those that failed included. */
    public int getDone() {
        return done;
    }

    /** How many of them have failed. */
    public int getFailed() {
        return failed;
    }

    /** How many records or steps there are. */
    public int getTotal() {
        return total;
    }

    @Override
    public Exchange getExchange() {
        return exchange;
    }

    @Override
    public Object getSource() {
        return exchange;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    /** Milliseconds since 1970, or 0 where Camel does not set it. */
    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    @Override
    public String toString() {
        return done + " of " + total + " done, " + failed + " failed";
    }
}
