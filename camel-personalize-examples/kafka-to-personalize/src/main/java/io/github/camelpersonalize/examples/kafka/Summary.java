// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelpersonalize.examples.kafka.Attempt.Verdict;

/**
 * What a run came to.
 *
 * @param published
 *            how many records there were to settle
 * @param attempts
 *            one for each attempt, in the order in which they came
 * @param took
 *            from the start of the routes to the last commit
 * @param deadLetters
 *            the topic
 */
record Summary(int published, List<Attempt> attempts, Duration took, String deadLetters) {

    /** How many of each kind the service has created, in the order in which the kinds depend on each other. */
    Map<String, Long> created() {
        return of(Verdict.CREATED).stream().collect(
                Collectors.groupingBy(Attempt::kind, () -> new TreeMap<>(Comparator.comparing(Demo.KINDS::indexOf)),
                        Collectors.counting()));
    }

    List<Attempt> refused() {
        return of(Verdict.REFUSED);
    }

    int requests() {
        return attempts.stream().mapToInt(Attempt::requests).sum();
    }

    boolean isComplete() {
        return read() == published;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add("Read          %4d records".formatted(read()));
        text.add("Created       %4d (%s)".formatted(of(Verdict.CREATED).size(),
                created().entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()).collect(Collectors.joining(", "))));
        if (!of(Verdict.ADOPTED).isEmpty()) {
            text.add("Adopted       %4d, were there already".formatted(of(Verdict.ADOPTED).size()));
        }
        text.add("Refused       %4d, now in topic %s:".formatted(refused().size(), deadLetters));
        refused().forEach(attempt -> text.add("  %-28s %s".formatted(attempt.at(), attempt.detail())));
        text.add("API requests  %4d".formatted(requests()));
        text.add("Time          %4.1f s".formatted(took.toMillis() / 1000.0));
        return text.toString();
    }

    private int read() {
        return of(Verdict.CREATED).size() + of(Verdict.ADOPTED).size() + refused().size();
    }

    private List<Attempt> of(Verdict verdict) {
        return attempts.stream().filter(attempt -> attempt.verdict() == verdict).toList();
    }
}
