// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as a comment on a pull request. GitHub rejects comments of more than 65 536 characters, so steps that do not fit are first shown
 * without their members, and then only counted.
 */
final class MarkdownPlan {

    /** Leaves room for a note at the end, and for text that a workflow adds. */
    private static final int MAX_LENGTH = 60_000;

    private final StringBuilder text = new StringBuilder();
    private final List<MarkdownBlock> blocks = new ArrayList<>();
    private final Map<Action, Integer> bare = new EnumMap<>(Action.class);
    private final Map<Action, Integer> leftOut = new EnumMap<>(Action.class);

    private MarkdownPlan() {}

    static String of(Plan plan) {
        MarkdownPlan comment = new MarkdownPlan();
        comment.head(plan);
        Group.of(plan).forEach(comment::group);
        comment.fill();
        comment.foot();
        return comment.text.toString();
    }

    private void head(Plan plan) {
        line("### Plan for project " + MarkdownText.span(MarkdownBlock.cut(plan.projectUid())));
        line("");
        plan.origin().ifPresent(this::origin);
        String nothingToDo = plan.isEmpty() && !plan.hasBlocked() ? Summary.nothingToDo() + " " : "";
        line(nothingToDo + "**" + Summary.of(plan) + "**");
        line("");
        plan.refusal().ifPresent(why -> text.append(MarkdownText.diff(List.of(MarkdownBlock.note("Refused: " + why)))).append('\n'));
        table(plan);
        if (!plan.warnings().isEmpty()) {
            line("");
            line("**Warnings**");
            line("");
            text.append(MarkdownText.diff(plan.warnings().stream().limit(MarkdownBlock.MAX_WARNINGS).map(MarkdownBlock::note).toList()));
        }
    }

    private void origin(Origin origin) {
        line("Made at " + origin.madeAt() + " for " + MarkdownText.span(MarkdownBlock.cut(origin.service())) + " with "
                + MarkdownText.span("prune=" + MarkdownBlock.cut(origin.prune())));
        line("");
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
            String cell = counts.containsKey(action) ? " " + counts.get(action) + " |" : " |";
            cells.append(cell);
        }
        return cells.toString();
    }

    private void group(Group group) {
        if (group.isQuiet()) {
            return;
        }
        blocks.add(MarkdownBlock.heading(group.title()));
        group.shown().stream().map(MarkdownBlock::of).forEach(blocks::add);
        group.shownPriority().map(MarkdownBlock::of).ifPresent(blocks::add);
    }

    /** Shows the members of a step if there is room left for the steps that follow. */
    private void fill() {
        long rest = blocks.stream().mapToLong(block -> block.bare().length()).sum();
        for (MarkdownBlock block : blocks) {
            rest -= block.bare().length();
            if (text.length() + block.whole().length() + rest <= MAX_LENGTH) {
                text.append(block.whole());
            } else if (text.length() + block.bare().length() <= MAX_LENGTH) {
                text.append(block.bare());
                count(bare, block);
            } else {
                count(leftOut, block);
            }
        }
    }

    private static void count(Map<Action, Integer> counts, MarkdownBlock block) {
        block.action().ifPresent(action -> counts.merge(action, 1, Integer::sum));
    }

    private void foot() {
        note(bare, " are shown without their members");
        note(leftOut, " are not shown");
    }

    private void note(Map<Action, Integer> steps, String what) {
        if (!steps.isEmpty()) {
            int count = steps.values().stream().mapToInt(Integer::intValue).sum();
            List<String> counts = steps.entrySet().stream().map(entry -> MarkdownBlock.word(entry.getKey()) + " " + entry.getValue())
                    .toList();
            line("");
            line("> " + count + " of the steps" + what + ", because the length of a comment is limited: " + String.join(", ", counts)
                    + ". The plan as text or HTML contains all of them.");
        }
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
