// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
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

    @Test
    void asFewLinesAsPossibleAreMarkedAndRemovedOnesGoFirst() {
        assertThat(between("abcd", "bcda")).containsExactly("-a", " b", " c", " d", "+a");
        assertThat(between("ab", "ba")).containsExactly("-a", " b", "+a");
        assertThat(between("xaby", "xbay")).containsExactly(" x", "-a", " b", "+a", " y");
    }

    @Test
    void linesThatAreAtBothEndsCountOnce() {
        assertThat(between("aa", "aaa")).containsExactly(" a", " a", "+a");
        assertThat(between("aaa", "aa")).containsExactly(" a", " a", "-a");
        assertThat(between("ab", "ab")).containsExactly(" a", " b");
        assertThat(between("", "a")).containsExactly("+a");
        assertThat(between("a", "")).containsExactly("-a");
    }

    @Test
    void fourMillionComparisonsAreMade() {
        assertThat(marked(LineDiff.between(around("a", 1_999), around("b", 1_999)))).contains(" m");
        assertThat(marked(LineDiff.between(around("a", 2_000), around("b", 1_999)))).contains("-m", "+m").doesNotContain(" m");
    }

    private static List<String> around(String line, int lines) {
        List<String> all = new ArrayList<>(nCopies(lines, line));
        all.add(lines / 2, "m");
        return all;
    }

    private static List<String> between(String before, String after) {
        return marked(LineDiff.between(before.chars().mapToObj(Character::toString).toList(),
                after.chars().mapToObj(Character::toString).toList()));
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
