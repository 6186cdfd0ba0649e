// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plan as a comment on a pull request. GitHub refuses comments of more than 65 536 characters, so that what does not fit is first shown
 * without its members, and then only counted.
 */
final class MarkdownPlan {

    /** Room for a note below, and for what a workflow writes around the plan. */
    private static final int MAX = 60_000;
    private static final Detail DETAIL = new Detail(160, 60);
    private static final int MAX_WARNINGS = 20;
    private static final int MAX_KEY = 200;
    private static final int MAX_NOTE = 500;

    private final StringBuilder text = new StringBuilder();
    private final Map<Action, Integer> without = new EnumMap<>(Action.class);
    private final Map<Action, Integer> leftOut = new EnumMap<>(Action.class);

    private MarkdownPlan() {}

    static String of(Plan plan) {
        MarkdownPlan page = new MarkdownPlan();
        page.head(plan);
        Group.of(plan).forEach(page::group);
        page.foot();
        return page.text.toString();
    }

    private void head(Plan plan) {
        line("### Plan for project " + MarkdownText.span(cut(plan.projectUid(), MAX_KEY)));
        line("");
        line((plan.isEmpty() && !plan.hasBlocked() ? Summary.nothingToDo() + " " : "") + "**" + Summary.of(plan) + "**");
        line("");
        table(plan);
        if (!plan.warnings().isEmpty()) {
            line("");
            line("**Warnings**");
            line("");
            text.append(MarkdownText.diff(plan.warnings().stream().limit(MAX_WARNINGS).map(MarkdownPlan::noted).toList()));
        }
    }

    private void table(Plan plan) {
        List<Group> groups = Group.of(plan);
        if (groups.isEmpty()) {
            return;
        }
        line("| | create | update | delete | unchanged | blocked |");
        line("|:--|--:|--:|--:|--:|--:|");
        groups.forEach(group -> line("| " + group.title() + " |" + cells(group.counts())));
    }

    private static String cells(Map<Action, Integer> counts) {
        StringBuilder cells = new StringBuilder();
        for (Action action : Action.values()) {
            cells.append(' ').append(counts.containsKey(action) ? counts.get(action) + " " : "").append('|');
        }
        return cells.toString();
    }

    private void group(Group group) {
        if (group.told().isEmpty() && group.toldOrder().isEmpty()) {
            return;
        }
        String title = "\n#### " + group.title() + "\n";
        if (text.length() + title.length() <= MAX) {
            text.append(title);
        }
        group.told()
                .forEach(step -> add(step.action(), summary(step), notes(step.action(), step.reason(), step.warnings()), members(step)));
        group.toldOrder().ifPresent(order -> add(order.action(), summary(order), notes(order.action(), order.reason(), order.warnings()),
                Rank.of(order).stream().limit(DETAIL.lines()).map(rank -> mark(rank.mark()) + cut(rank.text(), MAX_KEY)).toList()));
    }

    private void add(Action action, String summary, List<String> notes, List<String> members) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(members);
        String whole = block(action, summary, all);
        String bare = block(action, summary, notes);
        if (text.length() + whole.length() <= MAX) {
            text.append(whole);
        } else if (text.length() + bare.length() <= MAX) {
            text.append(bare);
            without.merge(action, 1, Integer::sum);
        } else {
            leftOut.merge(action, 1, Integer::sum);
        }
    }

    private static String block(Action action, String summary, List<String> lines) {
        String open = action == Action.BLOCKED ? "<details open>" : "<details>";
        return "\n" + open + "<summary>" + summary + "</summary>\n\n" + (lines.isEmpty() ? "" : MarkdownText.diff(lines) + "\n")
                + "</details>\n";
    }

    private static String summary(Step step) {
        String uid = step.uid() == null ? "" : " " + MarkdownText.html(cut(step.uid(), MAX_KEY));
        return "<b>" + word(step.action()) + "</b> " + step.resource().kind() + " " + MarkdownText.html(cut(step.key(), MAX_KEY)) + uid
                + source(step.source());
    }

    private static String summary(OrderStep order) {
        return "<b>" + word(order.action()) + "</b> order of experiences" + source(order.source());
    }

    private static String source(String source) {
        return source == null ? "" : ", " + MarkdownText.html(cut(source, MAX_KEY));
    }

    private static List<String> notes(Action action, String reason, List<String> warnings) {
        List<String> notes = new ArrayList<>();
        if (reason != null) {
            notes.add(noted((action == Action.BLOCKED ? "blocked: " : "because ") + reason));
        }
        warnings.stream().limit(MAX_WARNINGS).forEach(warning -> notes.add(noted("warning: " + warning)));
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

    private void foot() {
        note(without, " are shown without their members");
        note(leftOut, " are not shown");
    }

    private void note(Map<Action, Integer> steps, String what) {
        if (!steps.isEmpty()) {
            int count = steps.values().stream().mapToInt(Integer::intValue).sum();
            List<String> counts = steps.entrySet().stream().map(entry -> word(entry.getKey()) + " " + entry.getValue()).toList();
            line("");
            line("> " + count + " of the steps" + what + ", because a comment has its bounds: " + String.join(", ", counts)
                    + ". The plan as text or as a page has them all.");
        }
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    /** The marks that GitHub gives colours: it knows no {@code ~}. */
    private static String mark(Mark mark) {
        return switch (mark) {
            case CHANGED, BLOCKED -> "! ";
            case ADDED, REMOVED, SAME, OMITTED -> mark.symbol() + " ";
        };
    }

    private static String noted(String sentence) {
        return mark(Mark.BLOCKED) + cut(Visible.text(sentence), MAX_NOTE);
    }

    private static String cut(String text, int characters) {
        return Excerpt.of(text, characters).text();
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
