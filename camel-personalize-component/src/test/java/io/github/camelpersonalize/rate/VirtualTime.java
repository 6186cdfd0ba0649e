// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;

/** A time that jumps from one event to the next, and so runs half an hour in a moment. One thread. */
final class VirtualTime implements Time {

    private record Event(long at, long number, Runnable action) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long now;
    private long number;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(0, now);
    }

    /** Lets happen what happens meanwhile. */
    @Override
    public boolean sleep(Duration duration, StopSignal stop) {
        pass(duration);
        return true;
    }

    void pass(Duration duration) {
        runTo(now + duration.toNanos());
    }

    void after(Duration delay, Runnable action) {
        events.add(new Event(now + delay.toNanos(), number++, action));
    }

    private void runTo(long end) {
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event event = events.poll();
            now = Math.max(now, event.at());
            event.action().run();
        }
        now = Math.max(now, end);
    }
}
