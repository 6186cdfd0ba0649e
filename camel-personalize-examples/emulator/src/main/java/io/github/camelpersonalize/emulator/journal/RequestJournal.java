// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelpersonalize.emulator.http.Request;

/** The last requests in their order, and how many there were of each sort since the start. */
public final class RequestJournal {

    private static final int KEPT = 10_000;
    private static final Set<String> CREDENTIALS = Set.of("authtoken", "authorization", "proxy-authorization", "cookie");

    private final Deque<RecordedRequest> last = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long total;

    /**
     * Writes a request down.
     *
     * @param request
     *            as it arrived
     * @param operation
     *            the name of the operation, or empty
     * @param template
     *            its path without uids, under which it is counted
     * @param time
     *            when it arrived
     * @param status
     *            of the answer, 0 when there was none
     * @param fault
     *            the fault played, or empty
     */
    public void write(Request request, String operation, String template, Instant time, int status, String fault) {
        total++;
        counts.merge(request.method() + " " + template, 1L, Long::sum);
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        String path = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
        last.addLast(new RecordedRequest(total, time, request.method(), path, operation, masked(request),
                new String(request.body(), StandardCharsets.UTF_8), status, fault));
    }

    /** The last 10 000 requests, the oldest first. */
    public List<RecordedRequest> requests() {
        return List.copyOf(last);
    }

    /** The last few requests, the newest first. */
    public List<RecordedRequest> newest(int count) {
        List<RecordedRequest> newest = new ArrayList<>();
        var backwards = last.descendingIterator();
        while (newest.size() < count && backwards.hasNext()) {
            newest.add(backwards.next());
        }
        return newest;
    }

    /** How many requests there were by method and path, as in {@code PUT /attributes/{id}}; a path that the service does not have is {@code other}. */
    public Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** How many requests there were in all. */
    public long total() {
        return total;
    }

    /** Forgets everything. */
    public void clear() {
        last.clear();
        counts.clear();
        total = 0;
    }

    private static Map<String, String> masked(Request request) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, values) -> {
            String small = name.toLowerCase(Locale.ROOT);
            headers.put(small, CREDENTIALS.contains(small) ? mask(String.join(", ", values)) : String.join(", ", values));
        });
        return headers;
    }

    /** Keeps the scheme, so that one sees in which way a caller identified itself. */
    private static String mask(String value) {
        return value.regionMatches(true, 0, "Bearer ", 0, 7) ? "Bearer ***" : "***";
    }
}
