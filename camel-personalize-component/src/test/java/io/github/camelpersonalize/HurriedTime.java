// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;

/** Time in which waiting is over at once, and counts as waited. */
public final class HurriedTime implements Time {

    private final List<Duration> sleeps = new ArrayList<>();
    private final AtomicLong skipped = new AtomicLong();
    private final Queue<Runnable> meanwhile = new ConcurrentLinkedQueue<>();
    private volatile LongSupplier clock = System::nanoTime;

    /** The time of this component from now on, for tests of other packages. */
    public static HurriedTime of(PersonalizeComponent component) {
        HurriedTime time = new HurriedTime();
        set(component, time);
        return time;
    }

    /** That time for this component too. */
    public static void set(PersonalizeComponent component, HurriedTime time) {
        component.setTime(time);
    }

    @Override
    public long nanoTime() {
        return clock.getAsLong() + skipped.get();
    }

    /** From now on only waits take time, so that a message that tells how long something took is always the same. */
    public void stand() {
        long now = clock.getAsLong();
        clock = () -> now;
    }

    @Override
    public Instant now() {
        return Instant.now().plusNanos(skipped.get());
    }

    /** Lets time pass. */
    public void sleep(Duration duration) {
        sleep(duration, new StopSignal());
    }

    @Override
    public boolean sleep(Duration duration, StopSignal stop) {
        synchronized (sleeps) {
            sleeps.add(duration);
        }
        skipped.addAndGet(duration.toNanos());
        Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
        return !stop.isStopped();
    }

    /** Something that happens while somebody waits: at the next wait, or at one after it if something is to happen then already. */
    public void duringNextSleep(Runnable event) {
        meanwhile.add(event);
    }

    /** How long all waits so far were, as messages tell it. */
    public String waited() {
        return "%.1f s".formatted(sleeps().stream().reduce(Duration.ZERO, Duration::plus).toMillis() / 1000.0);
    }

    /** All waits so far, in order. */
    public List<Duration> sleeps() {
        synchronized (sleeps) {
            return List.copyOf(sleeps);
        }
    }
}
