// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of the tests came to: a row of the table.
 *
 * @param camel    version of Camel, as the running context tells it
 * @param java     version of Java, as the running machine tells it
 * @param tests    how many tests ran
 * @param failures how many tests, or classes as a whole, failed
 */
record Result(String camel, String java, int tests, int failures) {

    static final Comparator<Result> ORDER = Comparator.comparing((Result result) -> Version.parse(result.camel))
            .thenComparing(Result::javaFeature);

    private static final Pattern ROW = Pattern.compile("\\| (\\S+) \\| (\\S+) \\| (\\d+) \\| (\\d+)");

    static Optional<Result> read(String line) {
        Matcher row = ROW.matcher(line);
        return row.matches()
                ? Optional.of(new Result(row.group(1), row.group(2), Integer.parseInt(row.group(3)), Integer.parseInt(row.group(4))))
                : Optional.empty();
    }

    String row() {
        return "| %s | %s | %d | %d".formatted(camel, java, tests, failures);
    }

    /** Whether the other is a result of the same combination: an update of Java replaces the one before it. */
    boolean replaces(Result other) {
        return camel.equals(other.camel) && javaFeature() == other.javaFeature();
    }

    private int javaFeature() {
        return Runtime.Version.parse(java).feature();
    }
}
