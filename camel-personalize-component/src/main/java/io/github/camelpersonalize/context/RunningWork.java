// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.CamelContext;

/**
 * The work under way in the endpoints of one CamelContext. It ends when something stops that it is a part of: the context, a component, or a route.
 * Until that starts again, new work ends as soon as it begins. Thread-safe.
 */
final class RunningWork {

    private final CamelContext context;
    private final Set<Work> running = ConcurrentHashMap.newKeySet();
    private final Set<Object> stopped = ConcurrentHashMap.newKeySet();

    RunningWork(CamelContext context) {
        this.context = context;
    }

    /** The work of the context; all components share it. */
    static RunningWork of(CamelContext context) {
        return StopNotices.of(context).work();
    }

    /**
     * Work begins.
     *
     * @param routeIds the routes that it is a part of
     * @param component the component that it is a part of
     */
    Work begin(List<String> routeIds, Object component) {
        Work work = new Work(routeIds, component, this);
        running.add(work);
        if (!stopped.isEmpty() && stopped.stream().anyMatch(whole -> isPartOf(work, whole))) {
            work.stop().give();
        }
        return work;
    }

    /** Work has ended. */
    void end(Work work) {
        running.remove(work);
    }

    private boolean isPartOf(Work work, Object whole) {
        return context.equals(whole) || work.isPartOf(whole);
    }

    /** Ends all work that is a part of this, present and future. */
    void stop(Object whole) {
        stopped.add(whole);
        running.stream().filter(work -> isPartOf(work, whole)).forEach(work -> work.stop().give());
    }

    /** Allows work that is a part of this. */
    void start(Object whole) {
        stopped.remove(whole);
    }
}
