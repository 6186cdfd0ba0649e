// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.text.Visible;

/** A plan for a terminal of {@value #WIDTH} columns, without colours. */
final class TextPlan {

    private static final int WIDTH = 100;
    private static final int STEP = 2;
    private static final int MEMBER = 6;
    private static final int LINE = 10;
    private static final Detail DETAIL = new Detail(240, 80);
    private static final int LONGEST_KEY = 200;

    private final StringBuilder text = new StringBuilder();

    private TextPlan() {}

    static String of(Plan plan) {
        TextPlan page = new TextPlan();
        page.line(0, "Plan for project " + Visible.text(plan.projectUid()));
        plan.refusal().ifPresent(page::refusal);
        Group.of(plan).forEach(page::group);
        page.warnings(plan.warnings());
        page.line(0, "");
        if (plan.isEmpty() && !plan.hasBlocked()) {
            page.line(0, Summary.nothingToDo());
        }
        page.line(0, "Plan: " + Summary.of(plan) + ".");
        return page.text.toString();
    }

    /** One step, without indentation. */
    static String of(Step step) {
        TextPlan page = new TextPlan();
        page.step(step);
        return page.text.toString().replaceAll("(?m)^ {2}", "");
    }

    private void refusal(String why) {
        line(0, "");
        wrapped(0, "! Refused: " + why);
    }

    private void group(Group group) {
        if (group.isQuiet()) {
            return;
        }
        line(0, "");
        line(0, group.title());
        group.shown().forEach(this::step);
        group.shownPriority().ifPresent(this::priority);
    }

    private void step(Step step) {
        String key = Visible.text(Excerpt.of(step.key(), LONGEST_KEY).text());
        String uid = step.uid() == null ? "" : " (" + Visible.text(step.uid()) + ")";
        heading(step.action(), step.resource().kind() + " \"" + key + "\"" + uid, step.source());
        notes(step.action(), step.reason(), step.warnings());
        Member.of(step, DETAIL).forEach(this::member);
    }

    private void priority(PriorityStep step) {
        heading(step.action(), "order of experiences", step.source());
        notes(step.action(), step.reason(), step.warnings());
        Rank.of(step).forEach(rank -> line(MEMBER, rank.mark().symbol() + " " + Excerpt.of(rank.text(), WIDTH - MEMBER - 2).text()));
    }

    /** The source is at the right edge, if there is room. */
    private void heading(Action action, String name, String source) {
        String left = " ".repeat(STEP) + Mark.of(action).symbol() + " " + name;
        String right = source == null ? "" : Visible.text(source);
        int gap = WIDTH - columns(left) - columns(right);
        line(0, left + " ".repeat(Math.max(2, gap)) + right);
    }

    private void notes(Action action, String reason, List<String> warnings) {
        if (reason != null) {
            wrapped(MEMBER, (action == Action.BLOCKED ? "blocked: " : "because ") + reason);
        }
        warnings.forEach(warning -> wrapped(MEMBER, "warning: " + warning));
    }

    private void member(Member member) {
        String name = member.mark().symbol() + " " + member.name() + ":";
        String value = value(member);
        if (!member.lines().isEmpty()) {
            line(MEMBER, name);
            member.lines().forEach(line -> folded(line.mark(), line.text()));
        } else if (MEMBER + columns(name) + 1 + columns(value) <= WIDTH) {
            line(MEMBER, name + " " + value);
        } else {
            line(MEMBER, name + length(member));
            member.before().ifPresent(before -> folded(Mark.REMOVED, before.text()));
            member.after().ifPresent(after -> folded(Mark.ADDED, after.text()));
        }
    }

    private static String value(Member member) {
        return Stream.of(member.before(), member.after()).flatMap(Optional::stream).map(Excerpt::text).collect(Collectors.joining(" -> "));
    }

    private static String length(Member member) {
        int length = Math.max(length(member.before()), length(member.after()));
        return length == 0 ? "" : " (" + length + " characters)";
    }

    private static int length(Optional<Excerpt> value) {
        return value.map(Excerpt::cutFrom).orElse(0);
    }

    private void warnings(List<String> warnings) {
        if (!warnings.isEmpty()) {
            line(0, "");
            line(0, "Warnings");
            warnings.forEach(warning -> wrapped(STEP, "! " + warning));
        }
    }

    /** Breaks a value into lines, at a space if there is one near the end of the line. */
    private void folded(Mark mark, String value) {
        String start = mark.symbol() + " ";
        String rest = value;
        while (columns(rest) > WIDTH - LINE - 4) {
            int end = rest.offsetByCodePoints(0, WIDTH - LINE - 4);
            int space = rest.lastIndexOf(' ', end - 1) + 1;
            int at = space > end / 2 ? space : end;
            line(LINE, start + rest.substring(0, at));
            start = mark.symbol() + "   ";
            rest = rest.substring(at);
        }
        line(LINE, start + rest);
    }

    /** Breaks a sentence into lines at its spaces. */
    private void wrapped(int indent, String sentence) {
        StringBuilder line = new StringBuilder();
        int room = WIDTH - indent;
        for (String word : Visible.text(sentence).split(" ", -1)) {
            if (!line.isEmpty() && columns(line) + 1 + columns(word) > room) {
                line(indent, line.toString());
                line.setLength(0);
                line.append("  ");
            }
            line.append(line.isEmpty() || line.toString().isBlank() ? "" : " ").append(word);
        }
        line(indent, line.toString());
    }

    private static int columns(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private void line(int indent, String content) {
        text.append((" ".repeat(indent) + content).stripTrailing()).append('\n');
    }
}
