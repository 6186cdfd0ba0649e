// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.time.Duration;
import java.util.StringJoiner;

import io.github.camelpersonalize.cdp.SegmentStream;

/**
 * What a run came to.
 *
 * @param messages
 *            that were published and settled
 * @param counts
 *            of the stream
 * @param deadLetters
 *            in the dead-letter topic
 * @param attributes
 *            that the service has
 * @param events
 *            that the service has
 * @param requests
 *            that the service has got
 * @param took
 *            from the start of the route to the last commit
 * @param peak
 *            megabytes of heap in use after collections, at most
 */
record Summary(long messages, SegmentStream.Counts counts, long deadLetters, int attributes, int events, long requests, Duration took,
        long peak) {

    /** A list of each kind, a request for each definition, and a few for lists that are read again. */
    static final int MOST_REQUESTS = 70;

    /** Whether everything is where it belongs, at the price that is promised. */
    boolean isAsPromised() {
        return attributes == Visitors.ATTRIBUTES && events == Visitors.EVENTS && deadLetters == messages / Visitors.BAD
                && requests <= MOST_REQUESTS;
    }

    long perSecond() {
        return messages * 1000 / Math.max(1, took.toMillis());
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add("Messages      %,9d, of which %,d are none, now in the dead-letter topic".formatted(messages, deadLetters));
        text.add("Definitions   %,9d (%d attributes, %d events)".formatted(attributes + events, attributes, events));
        text.add("API requests  %,9d (at most %d)".formatted(requests, MOST_REQUESTS));
        text.add("Time          %,9.1f s, %,d messages a second".formatted(took.toMillis() / 1000.0, perSecond()));
        text.add("Heap          %,9d MB in use at most, of %d MB: broker, service and route".formatted(peak, Heap.bound()));
        return text.toString();
    }
}
