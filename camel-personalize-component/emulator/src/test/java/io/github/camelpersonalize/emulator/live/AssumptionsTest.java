// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README has the table of assumptions; {@code -Ddocs.update=true} writes it anew. */
class AssumptionsTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "AssumptionsTest with -Ddocs.update=true -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void theReadmeListsAllThatIsAssumed() throws IOException {
        String page = Files.readString(README);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(README, page.substring(0, from) + table() + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to)).isEqualTo(table());
    }

    private static String table() {
        String rows = Stream.of(Assumption.values())
                .map(one -> "| " + one.mark().name().toLowerCase(Locale.ROOT) + " | " + one.text() + " | `"
                        + one.where().getSimpleName() + "` |\n")
                .collect(Collectors.joining());
        return "\n| | | where |\n| --- | --- | --- |\n" + rows + "\n";
    }
}
