// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.List;

import io.github.camelpersonalize.time.StopSignal;

/** An exchange of a producer, or a poll of a consumer, from its begin to its end. */
public final class Work implements AutoCloseable {

    private final List<String> routeIds;
    private final Object component;
    private final RunningWork running;
    private final StopSignal stop = new StopSignal();

    /**
     * @param routeIds the routes that it is a part of
     * @param component the component that it is a part of
     */
    Work(List<String> routeIds, Object component, RunningWork running) {
        this.routeIds = routeIds;
        this.component = component;
        this.running = running;
    }

    /** Given when something stops that the work is a part of. */
    public StopSignal stop() {
        return stop;
    }

    boolean isPartOf(Object whole) {
        return component.equals(whole) || routeIds.contains(whole);
    }

    /** The work has ended. */
    @Override
    public void close() {
        running.end(this);
    }
}
