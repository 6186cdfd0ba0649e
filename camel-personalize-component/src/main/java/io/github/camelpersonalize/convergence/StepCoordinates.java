// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelpersonalize.outcome.Coordinates;
import org.jspecify.annotations.Nullable;

/** Where a step of a plan comes from, as reports show it. */
final class StepCoordinates {

    private static final Pattern IN_A_FILE = Pattern.compile("(?s)(.+):(\\d{1,9}):\\d+");
    private static final Pattern ALONE = Pattern.compile("line (\\d{1,9}), column \\d+");
    private static final String MANIFEST = "manifest";

    private StepCoordinates() {}

    /**
     * The coordinates, or {@code null} when there are none.
     *
     * @param source {@code project.yaml:12:5}, {@code line 12, column 5}, a file's name, or {@code null}
     */
    static @Nullable Coordinates of(@Nullable String source) {
        if (source == null) {
            return null;
        }
        Matcher file = IN_A_FILE.matcher(source);
        if (file.matches()) {
            return Coordinates.line(file.group(1), Long.parseLong(file.group(2)));
        }
        Matcher alone = ALONE.matcher(source);
        return alone.matches() ? Coordinates.line(MANIFEST, Long.parseLong(alone.group(1))) : null;
    }
}
