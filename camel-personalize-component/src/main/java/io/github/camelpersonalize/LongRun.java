// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.time.Duration;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.text.OneLine;
import io.github.camelpersonalize.time.Time;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.EventNotifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every few seconds how far a batch or an {@code apply} is, in the log and to the event notifiers of the CamelContext. Used by one thread. */
final class LongRun implements Progress {

    static final int SECONDS_BETWEEN = 5;

    private static final Logger LOG = LoggerFactory.getLogger(LongRun.class);

    private final CamelContext context;
    private final Exchange exchange;
    private final Operation operation;
    private final String project;
    private final Time time;
    private long told;
    private int failed;

    /**
     * @param project as messages name it
     */
    LongRun(Exchange exchange, Operation operation, String project, Time time) {
        this.context = exchange.getContext();
        this.exchange = exchange;
        this.operation = operation;
        this.project = project;
        this.time = time;
        this.told = time.nanoTime();
    }

    @Override
    public void ended(Result result, int done, int total) {
        endedAlong(result, done, total);
        long now = time.nanoTime();
        if (now - told >= Duration.ofSeconds(SECONDS_BETWEEN).toNanos() && done < total) {
            told = now;
            tell(new PersonalizeProgressEvent(exchange, done, failed, total));
        }
    }

    @Override
    public void endedAlong(Result result, int done, int total) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: {}", operation, OneLine.message(String.valueOf(result)));
        }
        if (result instanceof Result.Failure) {
            failed++;
        }
    }

    private void tell(PersonalizeProgressEvent event) {
        LOG.info("{} to {}: {}", operation, project, event);
        context.getManagementStrategy().getStartedEventNotifiers().stream().filter(notifier -> notifier.isEnabled(event))
                .forEach(notifier -> notify(notifier, event));
    }

    private static void notify(EventNotifier notifier, PersonalizeProgressEvent event) {
        try {
            notifier.notify(event);
        } catch (Exception e) {
            LOG.warn("An event notifier failed with {}", e.toString());
        }
    }
}
