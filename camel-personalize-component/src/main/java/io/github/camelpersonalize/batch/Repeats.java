// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

/** Finds the write requests of a batch that ask for the same as an earlier one, so that what depends on nothing else is found out once for all of them. */
final class Repeats {

    private final List<WriteRequest> requests;
    private final int[] firsts;
    /** Bodies that were read once are one object: most need not be compared by value. */
    private final IdentityHashMap<JsonNode, Integer> byIdentity = new IdentityHashMap<>();
    private final Map<Body, Integer> byValue = new HashMap<>();

    /** A body. In a map, those of one hash code are searched by their texts: senders can make up any number of these. */
    record Body(Resource resource, Operation operation, JsonNode content) implements Comparable<Body> {

        static Body of(WriteRequest request) {
            return new Body(request.resource(), request.operation(), request.content());
        }

        @Override
        public int compareTo(Body other) {
            return toString().compareTo(other.toString());
        }
    }

    private Repeats(List<WriteRequest> requests) {
        this.requests = requests;
        this.firsts = new int[requests.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = requests.get(i).body() == null ? i : find(i);
        }
    }

    /**
     * For each write request the position of the first that asks for the same, and has a version if this one has: its own when there is none before.
     */
    static int[] firsts(List<WriteRequest> requests) {
        return new Repeats(requests).firsts;
    }

    private int find(int position) {
        WriteRequest request = requests.get(position);
        Integer first = byIdentity.get(request.body());
        if (first == null) {
            first = byValue.computeIfAbsent(Body.of(request), added -> position);
            byIdentity.put(request.body(), first);
        }
        return isSame(requests.get(first), request) ? first : position;
    }

    private static boolean isSame(WriteRequest first, WriteRequest request) {
        return first.resource() == request.resource() && first.operation() == request.operation()
                && first.target().equals(request.target()) && first.onConflict() == request.onConflict()
                && (first.version() == null) == (request.version() == null);
    }
}
