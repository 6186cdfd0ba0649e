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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Request;

/** The last requests in their order, and how many there were of each sort since the start. */
public final class RequestJournal {

    private static final int KEPT = 10_000;
    private static final Set<String> CREDENTIALS = Set.of("authtoken", "authorization", "proxy-authorization", "cookie");
    private static final List<String> SECRETS = List.of("token", "secret", "password", "api-key", "api_key");

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
     * @param answer
     *            the answer
     * @param fault
     *            the fault played in place of the answer, or empty
     */
    public void write(Request request, String operation, String template, Instant time, Answer answer, String fault) {
        total++;
        counts.merge(request.method() + " " + template, 1L, Long::sum);
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        boolean isAnswered = fault.isEmpty();
        RecordedAnswer recorded = isAnswered ? RecordedAnswer.of(answer) : RecordedAnswer.NONE;
        String path = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
        last.addLast(new RecordedRequest(total, time, request.method(), path, operation, masked(request),
                new String(request.body(), StandardCharsets.UTF_8), isAnswered ? answer.status() : 0, fault, recorded));
    }

    /** The last 10 000 requests, the oldest first. */
    public List<RecordedRequest> requests() {
        return List.copyOf(last);
    }

    /** The last few requests that fit, the newest first. */
    public List<RecordedRequest> newest(int count, Predicate<RecordedRequest> condition) {
        List<RecordedRequest> newest = new ArrayList<>();
        var backwards = last.descendingIterator();
        while (newest.size() < count && backwards.hasNext()) {
            RecordedRequest request = backwards.next();
            if (condition.test(request)) {
                newest.add(request);
            }
        }
        return newest;
    }

    /** How many of the last 10 000 fit. */
    public long count(Predicate<RecordedRequest> condition) {
        return last.stream().filter(condition).count();
    }

    /** The request with that number, none when there was none or it is no longer kept. */
    public Optional<RecordedRequest> find(long number) {
        return last.stream().filter(request -> request.number() == number).findFirst();
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
            headers.put(small, isCredential(small) ? mask(String.join(", ", values)) : String.join(", ", values));
        });
        return headers;
    }

    private static boolean isCredential(String header) {
        return CREDENTIALS.contains(header) || SECRETS.stream().anyMatch(header::contains);
    }

    /** Keeps the scheme, so that one sees in which way a caller identified itself. */
    private static String mask(String value) {
        return value.regionMatches(true, 0, "Bearer ", 0, 7) ? "Bearer ***" : "***";
    }
}
