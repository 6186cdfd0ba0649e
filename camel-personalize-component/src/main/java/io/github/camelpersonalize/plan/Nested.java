// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The differences between two objects or arrays, line by line, with lines of context. */
final class Nested {

    /** The lines of context, as many as in a unified diff. */
    private static final int CONTEXT = 3;

    private Nested() {}

    static List<Line> of(JsonNode before, JsonNode after, Detail detail) {
        List<Line> lines = cut(LineDiff.between(JsonLines.of(before), JsonLines.of(after)), detail.characters());
        List<Line> near = near(lines);
        if (near.size() <= detail.lines()) {
            return near;
        }
        List<Line> first = new ArrayList<>(near.subList(0, detail.lines()));
        first.add(omitted(near.size() - detail.lines(), "more"));
        return first;
    }

    /** Shortens each line. Where lines are replaced by as many others, what differs stays visible. */
    private static List<Line> cut(List<Line> lines, int characters) {
        List<Line> cut = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int removed = run(lines, at, Mark.REMOVED);
            int added = run(lines, at + removed, Mark.ADDED);
            int end = at + Math.max(1, removed + added);
            for (int i = at; i < end; i++) {
                String text = lines.get(i).text();
                int other = i < at + removed ? i + removed : i - removed;
                Excerpt excerpt = removed == added && removed > 0
                        ? Excerpt.of(text, lines.get(other).text(), characters)
                        : Excerpt.of(text, characters);
                cut.add(new Line(lines.get(i).mark(), excerpt.text()));
            }
            at = end;
        }
        return cut;
    }

    private static int run(List<Line> lines, int from, Mark mark) {
        int to = from;
        while (to < lines.size() && lines.get(to).mark() == mark) {
            to++;
        }
        return to - from;
    }

    /** Leaves out lines that are outside the context of any difference. */
    private static List<Line> near(List<Line> lines) {
        List<Line> near = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int same = run(lines, at, Mark.SAME);
            int before = at == 0 ? 0 : CONTEXT;
            int after = at + same == lines.size() ? 0 : CONTEXT;
            if (same > before + after + 1) {
                near.addAll(lines.subList(at, at + before));
                near.add(omitted(same - before - after, "unchanged"));
                near.addAll(lines.subList(at + same - after, at + same));
            } else {
                near.addAll(lines.subList(at, at + same));
            }
            at += same;
            while (at < lines.size() && lines.get(at).mark() != Mark.SAME) {
                near.add(lines.get(at++));
            }
        }
        return near;
    }

    private static Line omitted(int lines, String which) {
        return new Line(Mark.OMITTED, lines + " " + which + (lines == 1 ? " line" : " lines"));
    }
}
