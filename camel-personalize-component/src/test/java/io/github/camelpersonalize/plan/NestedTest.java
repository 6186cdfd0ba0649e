// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Objects and arrays that differ: what differs, with three lines around it. */
class NestedTest {

    private static final Detail WHOLE = new Detail(80, 80);
    private static final String LONG = "x".repeat(20);

    @Test
    void linesThatAreFarFromADifferenceAreLeftOut() {
        assertThat(lines("[0, 1, 2, 3, 9]", "[0, 1, 2, 3, 8]", WHOLE)).containsExactly("… 2 unchanged lines", "   1", "   2", "   3",
                "-  9",
                "+  8", " ]");
        assertThat(lines("[9, 1, 2, 3, 4]", "[8, 1, 2, 3, 4]", WHOLE)).containsExactly(" [", "-  9", "+  8", "   1", "   2", "   3",
                "… 2 unchanged lines");
        assertThat(lines("[9, 1, 2, 3, 4, 5, 6, 7, 8, 9]", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 0]", WHOLE)).containsExactly(" [", "-  9", "+  0",
                "   1", "   2", "   3", "… 2 unchanged lines", "   6", "   7", "   8", "-  9", "+  0", " ]");
    }

    @Test
    void noSingleLineIsLeftOut() {
        assertThat(lines("[0, 1, 2, 9]", "[0, 1, 2, 8]", WHOLE)).containsExactly(" [", "   0", "   1", "   2", "-  9", "+  8", " ]");
        assertThat(lines("[9, 1, 2, 3]", "[8, 1, 2, 3]", WHOLE)).containsExactly(" [", "-  9", "+  8", "   1", "   2", "   3", " ]");
        assertThat(lines("[9, 1, 2, 3, 4, 5, 6, 7, 9]", "[0, 1, 2, 3, 4, 5, 6, 7, 0]", WHOLE)).containsExactly(" [", "-  9", "+  0",
                "   1", "   2", "   3", "   4", "   5", "   6", "   7", "-  9", "+  0", " ]");
    }

    @Test
    void membersOfObjectsAreLinesToo() {
        assertThat(lines("{\"a\": {}, \"b\": {\"c\": [\"x\"]}}", "{\"a\": [], \"b\": {\"c\": [\"x\", null]}}", WHOLE)).containsExactly(" {",
                "-  \"a\": {}", "+  \"a\": []", "   \"b\": {", "     \"c\": [", "       \"x\"", "+      null", "     ]", "   }", " }");
    }

    @Test
    void onlyTheFirstLinesOfALongValueAreShown() {
        assertThat(lines(null, "[1, 2]", new Detail(80, 4))).containsExactly("+[", "+  1", "+  2", "+]");
        assertThat(lines(null, "[1, 2]", new Detail(80, 3))).containsExactly("+[", "+  1", "+  2", "… 1 more line");
        assertThat(lines("[1, 2]", null, new Detail(80, 2))).containsExactly("-[", "-  1", "… 2 more lines");
    }

    @Test
    void ofLongLinesThatReplaceEachOtherWhatDiffersIsShown() {
        assertThat(lines("['%1$sa', '%1$sc']".formatted(LONG), "['%1$sb', '%1$sd']".formatted(LONG), new Detail(12, 80)))
                .containsExactly(" [", "-…xxxxxa\"", "-…xxxxxc\"", "+…xxxxxb\"", "+…xxxxxd\"", " ]");
    }

    @Test
    void otherLongLinesAreCutAtTheirEnd() {
        assertThat(lines("['%1$sa']".formatted(LONG), "['%1$sb', '%1$sc']".formatted(LONG), new Detail(12, 80)))
                .containsExactly(" [", "-  \"xxxxxxxxx…", "+  \"xxxxxxxxx…", "+  \"xxxxxxxxx…", " ]");
    }

    private static List<String> lines(String before, String after, Detail detail) {
        return Nested.of(node(before), node(after), detail).stream().map(line -> line.mark().symbol() + symbolless(line)).toList();
    }

    private static String symbolless(Line line) {
        return line.mark() == Mark.OMITTED ? " " + line.text() : line.text();
    }

    private static JsonNode node(String json) {
        return json == null ? MissingNode.getInstance() : Json.read(json.replace('\'', '"'));
    }
}
