// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as a comment on a pull request. GitHub refuses comments of more than 65 536 characters, so that what does not fit is first shown
 * without its members, and then only counted.
 */
final class MarkdownPlan {

    /** Room for a note below, and for what a workflow writes around the plan. */
    private static final int MAX = 60_000;

    private final StringBuilder text = new StringBuilder();
    private final List<MarkdownBlock> blocks = new ArrayList<>();
    private final Map<Action, Integer> without = new EnumMap<>(Action.class);
    private final Map<Action, Integer> leftOut = new EnumMap<>(Action.class);

    private MarkdownPlan() {}

    static String of(Plan plan) {
        MarkdownPlan page = new MarkdownPlan();
        page.head(plan);
        Group.of(plan).forEach(page::group);
        page.fill();
        page.foot();
        return page.text.toString();
    }

    private void head(Plan plan) {
        line("### Plan for project " + MarkdownText.span(MarkdownBlock.cut(plan.projectUid())));
        line("");
        line((plan.isEmpty() && !plan.hasBlocked() ? Summary.nothingToDo() + " " : "") + "**" + Summary.of(plan) + "**");
        line("");
        table(plan);
        if (!plan.warnings().isEmpty()) {
            line("");
            line("**Warnings**");
            line("");
            text.append(MarkdownText.diff(plan.warnings().stream().limit(MarkdownBlock.MAX_WARNINGS).map(MarkdownBlock::noted).toList()));
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
        blocks.add(MarkdownBlock.heading(group.title()));
        group.told().forEach(step -> blocks.add(MarkdownBlock.of(step)));
        group.toldOrder().ifPresent(order -> blocks.add(MarkdownBlock.of(order)));
    }

    /** Members are shown as long as that leaves room for the steps that follow. */
    private void fill() {
        long rest = blocks.stream().mapToLong(block -> block.bare().length()).sum();
        for (MarkdownBlock block : blocks) {
            rest -= block.bare().length();
            if (text.length() + block.whole().length() + rest <= MAX) {
                text.append(block.whole());
            } else if (text.length() + block.bare().length() <= MAX) {
                text.append(block.bare());
                count(without, block);
            } else {
                count(leftOut, block);
            }
        }
    }

    private static void count(Map<Action, Integer> counts, MarkdownBlock block) {
        block.action().ifPresent(action -> counts.merge(action, 1, Integer::sum));
    }

    private void foot() {
        note(without, " are shown without their members");
        note(leftOut, " are not shown");
    }

    private void note(Map<Action, Integer> steps, String what) {
        if (!steps.isEmpty()) {
            int count = steps.values().stream().mapToInt(Integer::intValue).sum();
            List<String> counts = steps.entrySet().stream().map(entry -> MarkdownBlock.word(entry.getKey()) + " " + entry.getValue())
                    .toList();
            line("");
            line("> " + count + " of the steps" + what + ", because a comment has its bounds: " + String.join(", ", counts)
                    + ". The plan as text or as a page has them all.");
        }
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
