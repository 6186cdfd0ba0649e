// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelpersonalize.examples.setup.Attempt.Verdict;

/**
 * What a run came to.
 *
 * @param published
 *            how many records there were
 * @param records
 *            what they are called
 * @param attempts
 *            one for each attempt, in the order in which they came
 * @param took
 *            from the start of the routes to the last record
 * @param where
 *            where the refused ones are
 */
public record Summary(int published, String records, List<Attempt> attempts, Duration took, String where) {

    /** In the order in which they depend on each other. */
    private static final List<String> KINDS = List.of("attributes", "events", "audiences");

    /** How many of each kind the service has created. */
    public Map<String, Long> created() {
        return of(Verdict.CREATED).stream().collect(
                Collectors.groupingBy(Attempt::kind, () -> new TreeMap<>(Comparator.comparing(KINDS::indexOf)), Collectors.counting()));
    }

    public List<Attempt> refused() {
        return of(Verdict.REFUSED);
    }

    public int requests() {
        return attempts.stream().mapToInt(Attempt::requests).sum();
    }

    /** Whether every record is settled. */
    public boolean isComplete() {
        return read() == published;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add("Read          %4d %s".formatted(read(), records));
        text.add("Created       %4d (%s)".formatted(of(Verdict.CREATED).size(),
                created().entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()).collect(Collectors.joining(", "))));
        add(text, "Updated       %4d", Verdict.UPDATED);
        add(text, "Adopted       %4d, were there already", Verdict.ADOPTED);
        add(text, "Unchanged     %4d", Verdict.UNCHANGED);
        text.add("Refused       %4d, %s:".formatted(refused().size(), where));
        refused().forEach(attempt -> text.add("  %-28s %s".formatted(attempt.at(), attempt.detail())));
        text.add("API requests  %4d".formatted(requests()));
        text.add("Time          %4.1f s".formatted(took.toMillis() / 1000.0));
        return text.toString();
    }

    private void add(StringJoiner text, String line, Verdict verdict) {
        if (!of(verdict).isEmpty()) {
            text.add(line.formatted(of(verdict).size()));
        }
    }

    private long read() {
        return attempts.stream().map(Attempt::verdict).filter(verdict -> verdict != Verdict.HELD && verdict != Verdict.STOPPED).count();
    }

    private List<Attempt> of(Verdict verdict) {
        return attempts.stream().filter(attempt -> attempt.verdict() == verdict).toList();
    }
}
