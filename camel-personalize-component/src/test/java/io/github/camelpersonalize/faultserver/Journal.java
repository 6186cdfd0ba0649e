// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** What came, in order, and how much of it at a time. Thread-safe. */
final class Journal {

    private final SortedMap<Integer, RecordedRequest> requests = new TreeMap<>();
    private final LongSupplier nanoTime;
    private int connections;
    private int begun;
    private int running;
    private int maxRunning;

    Journal(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** One request, from its first line until it is answered. */
    final class Entry {

        private final int number;
        private final long began;
        private boolean over;

        private Entry(int number, long began) {
            this.number = number;
            this.began = began;
        }

        int number() {
            return number;
        }

        void record(HttpRequestReader request, int connection) {
            synchronized (Journal.this) {
                requests.put(number, request.recorded(number, connection, began));
            }
        }

        /** The request is dealt with; saying so twice does no harm. */
        void end() {
            synchronized (Journal.this) {
                running -= over ? 0 : 1;
                over = true;
            }
        }
    }

    synchronized Entry begin() {
        maxRunning = Math.max(maxRunning, ++running);
        return new Entry(++begun, nanoTime.getAsLong());
    }

    /** @return the number of the new connection */
    synchronized int connected() {
        return ++connections;
    }

    synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests.values());
    }

    synchronized int begun() {
        return begun;
    }

    synchronized int connections() {
        return connections;
    }

    synchronized int maxRunning() {
        return maxRunning;
    }
}
