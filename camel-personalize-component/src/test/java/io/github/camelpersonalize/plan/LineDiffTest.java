// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

class LineDiffTest {

    @Test
    void onlyWhatDiffersIsMarked() {
        assertThat(marked(LineDiff.between(List.of("a", "b", "c", "d"), List.of("a", "x", "c", "d", "e")))).containsExactly(" a", "-b",
                "+x",
                " c", " d", "+e");
    }

    @Property(tries = 500, seed = "1")
    void bothTextsCanBeReadFromIt(@ForAll @Size(max = 12) List<@StringLength(1) @CharRange(from = 'a', to = 'd') String> before,
            @ForAll @Size(max = 12) List<@StringLength(1) @CharRange(from = 'a', to = 'd') String> after) {
        List<Line> lines = LineDiff.between(before, after);

        assertThat(lines.stream().filter(line -> line.mark() != Mark.ADDED).map(Line::text)).isEqualTo(before);
        assertThat(lines.stream().filter(line -> line.mark() != Mark.REMOVED).map(Line::text)).isEqualTo(after);
    }

    @Test
    void whatWouldTakeTooLongToCompareIsReplaced() {
        assertThat(LineDiff.between(nCopies(5_000, "a"), nCopies(5_000, "b"))).hasSize(10_000);
    }

    private static List<String> marked(List<Line> lines) {
        return lines.stream().map(line -> line.mark().symbol() + line.text()).toList();
    }
}
