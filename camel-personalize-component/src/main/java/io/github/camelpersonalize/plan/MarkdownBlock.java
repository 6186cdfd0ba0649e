// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.camelpersonalize.text.Visible;

/**
 * A step as a part of a comment that can be collapsed.
 *
 * @param action the action of the step; empty for a heading
 * @param whole the step with its members
 * @param bare the step without its members, for a comment that would become too long
 */
record MarkdownBlock(Optional<Action> action, String whole, String bare) {

    static final int MAX_WARNINGS = 20;

    private static final Detail DETAIL = new Detail(160, 60);
    private static final int MAX_KEY = 200;
    private static final int MAX_NOTE = 500;

    static MarkdownBlock heading(String title) {
        String line = "\n#### " + title + "\n";
        return new MarkdownBlock(Optional.empty(), line, line);
    }

    static MarkdownBlock of(Step step) {
        return of(step.action(), step.isDeletion(), summary(step), notes(step.action(), step.reason(), step.warnings()), members(step));
    }

    static MarkdownBlock of(PriorityStep step) {
        List<String> ranks = Rank.of(step).stream().limit(DETAIL.lines()).map(rank -> mark(rank.mark()) + cut(rank.text())).toList();
        return of(step.action(), false, summary(step), notes(step.action(), step.reason(), step.warnings()), ranks);
    }

    private static MarkdownBlock of(Action action, boolean isDeletion, String summary, List<String> notes, List<String> members) {
        boolean isOpen = isDeletion || action == Action.BLOCKED;
        List<String> all = new ArrayList<>(notes);
        all.addAll(members);
        return new MarkdownBlock(Optional.of(action), block(isOpen, summary, all),
                block(isOpen, summary, action == Action.DELETE ? List.of() : notes));
    }

    private static String block(boolean isOpen, String summary, List<String> lines) {
        String open = isOpen ? "<details open>" : "<details>";
        String diff = lines.isEmpty() ? "" : MarkdownText.diff(lines) + "\n";
        return "\n" + open + "<summary>" + summary + "</summary>\n\n" + diff + "</details>\n";
    }

    private static String summary(Step step) {
        String uid = step.uid() == null ? "" : " " + MarkdownText.html(cut(step.uid()));
        return "<b>" + word(step.action()) + "</b> " + step.resource().kind() + " " + MarkdownText.html(cut(step.key())) + uid
                + source(step.source());
    }

    private static String summary(PriorityStep step) {
        return "<b>" + word(step.action()) + "</b> order of experiences" + source(step.source());
    }

    private static String source(String source) {
        return source == null ? "" : ", " + MarkdownText.html(cut(source));
    }

    private static List<String> notes(Action action, String reason, List<String> warnings) {
        List<String> notes = new ArrayList<>();
        if (reason != null) {
            notes.add(note((action == Action.BLOCKED ? "blocked: " : "because ") + reason));
        }
        warnings.stream().limit(MAX_WARNINGS).forEach(warning -> notes.add(note("warning: " + warning)));
        return notes;
    }

    private static List<String> members(Step step) {
        List<String> lines = new ArrayList<>();
        for (Member member : Member.of(step, DETAIL)) {
            member.before().ifPresent(before -> lines.add(mark(Mark.REMOVED) + member.name() + ": " + before.text()));
            member.after().ifPresent(after -> lines.add(mark(Mark.ADDED) + member.name() + ": " + after.text()));
            if (!member.lines().isEmpty()) {
                lines.add("@@ " + member.name() + " @@");
                member.lines().forEach(line -> lines.add(mark(line.mark()) + line.text()));
            }
        }
        return lines;
    }

    static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    /** The marks that GitHub colours in a diff; {@code ~} is not one of them. */
    private static String mark(Mark mark) {
        return switch (mark) {
            case CHANGED, BLOCKED -> "! ";
            case ADDED, REMOVED, UNCHANGED, SAME, OMITTED -> mark.symbol() + " ";
        };
    }

    static String note(String sentence) {
        return mark(Mark.BLOCKED) + Excerpt.of(Visible.text(sentence), MAX_NOTE).text();
    }

    static String cut(String text) {
        return Excerpt.of(text, MAX_KEY).text();
    }
}
