// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page with a table of results between the comments {@value #START} and {@value #END}; the rest of it stays as it is. */
record VersionsPage(String before, List<Result> results, String after) {

    private static final String START = "// results: START\n";
    private static final String END = "// results: END\n";

    private static final String HEAD = """
            [cols="1,1,1,1",options="header"]
            |===
            | Camel | Java | Tests | Failures

            """;
    private static final String FOOT = "|===\n";

    static VersionsPage of(String text) {
        int start = text.indexOf(START);
        int end = text.indexOf(END);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("The page has no line \"" + START.strip() + "\" with a line \"" + END.strip()
                    + "\" below it: put both where the table of results belongs");
        }
        String table = text.substring(start, end);
        return new VersionsPage(text.substring(0, start), table.lines().map(Result::read).flatMap(Optional::stream).toList(),
                text.substring(end + END.length()));
    }

    /** The page with this result, which takes the place of an earlier one of the same versions. */
    VersionsPage with(Result result) {
        List<Result> all = Stream.concat(results.stream().filter(other -> !result.replaces(other)), Stream.of(result))
                .sorted(Result.ORDER).toList();
        return new VersionsPage(before, all, after);
    }

    String text() {
        return before + START + HEAD + results.stream().map(result -> result.row() + "\n").collect(Collectors.joining()) + FOOT + END
                + after;
    }
}
