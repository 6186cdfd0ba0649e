// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.text.Sha256;

/** A plan as one page, which loads nothing: its policy lets only its own style and script through, which it names by their hashes. */
final class HtmlPlan {

    private static final Template PAGE = Template.page("page.html");
    private static final Html STYLE = new Html(Template.resource("page.css"));
    private static final Html SCRIPT = new Html(Template.resource("page.js"));
    private static final Map<String, Template> PARTS = Template.parts("parts.html");

    private HtmlPlan() {}

    static String of(Plan plan) {
        List<Html> groups = Group.of(plan).stream().map(HtmlPlan::group).toList();
        String summary = Summary.of(plan) + ".";
        return PAGE.fill(Map.of("project", Visible.text(plan.projectUid()), "summary",
                plan.isEmpty() && !plan.hasBlocked() ? Summary.nothingToDo() : summary, "filters", filters(plan), "warnings",
                warnings(plan.warnings()), "groups", groups.isEmpty() ? part("nothing", Map.of()) : Template.joined(groups), "style", STYLE,
                "script", SCRIPT, "styleHash", hash(STYLE), "scriptHash", hash(SCRIPT))).markup();
    }

    private static Html filters(Plan plan) {
        return Template.joined(Stream.of(Action.values())
                .map(action -> part("filter", Map.of("action", word(action), "label", label(action), "count", plan.counts().get(action))))
                .toList());
    }

    private static Html warnings(List<String> warnings) {
        return warnings.isEmpty() ? Html.NOTHING : part("warnings", Map.of("items", items(warnings)));
    }

    private static Html group(Group group) {
        List<Html> steps = new ArrayList<>(group.told().stream().map(HtmlPlan::step).toList());
        group.toldOrder().ifPresent(order -> steps.add(order(order)));
        List<String> quiet = group.steps().stream().filter(step -> !group.told().contains(step)).map(Step::key).toList();
        if (!quiet.isEmpty()) {
            steps.add(part("quiet", Map.of("count", quiet.size(), "items", items(quiet))));
        } else if (steps.isEmpty()) {
            steps.add(part("quietOrder", Map.of()));
        }
        String id = group.title().toLowerCase(Locale.ROOT).replace(' ', '-');
        return part("group", Map.of("id", id, "title", group.title(), "steps", Template.joined(steps)));
    }

    private static Html step(Step step) {
        Html uid = step.uid() == null ? Html.NOTHING : part("uid", Map.of("uid", Visible.text(step.uid())));
        return card(step.action(), step.resource().kind(), step.key(), uid, step.source(),
                notes(step.action(), step.reason(), step.warnings()), HtmlMembers.of(step, PARTS));
    }

    private static Html order(PriorityStep order) {
        List<Html> ranks = Rank.of(order).stream()
                .map(rank -> part("rank", Map.of("mark", word(rank.mark()), "symbol", rank.mark().symbol(), "text", rank.text()))).toList();
        return card(order.action(), "priority", "Order of experiences", Html.NOTHING, order.source(),
                notes(order.action(), order.reason(), order.warnings()), part("ranks", Map.of("ranks", Template.joined(ranks))));
    }

    private static Html card(Action action, String kind, String key, Html uid, String source, Html notes, Html members) {
        Html origin = source == null ? Html.NOTHING : part("source", Map.of("source", Visible.text(source)));
        return part("step",
                Map.of("action", word(action), "open", action == Action.BLOCKED || action == Action.UPDATE ? " open" : "", "symbol",
                        action == Action.UNCHANGED ? "=" : Mark.of(action).symbol(), "kind", kind, "key", Visible.text(key), "uid", uid,
                        "source",
                        origin, "notes", notes, "members", members));
    }

    private static Html notes(Action action, String reason, List<String> warnings) {
        List<Html> notes = new ArrayList<>();
        if (reason != null) {
            notes.add(part("note", Map.of("kind", action == Action.BLOCKED ? "blocked" : "reason", "label",
                    action == Action.BLOCKED ? "Blocked" : "Because", "text", Visible.text(reason))));
        }
        warnings.forEach(warning -> notes.add(part("note", Map.of("kind", "warning", "label", "Warning", "text", Visible.text(warning)))));
        return Template.joined(notes);
    }

    private static Html items(List<String> texts) {
        return Template.joined(texts.stream().map(text -> part("item", Map.of("text", Visible.text(text)))).toList());
    }

    private static Html part(String name, Map<String, ?> values) {
        return PARTS.get(name).fill(values);
    }

    private static String label(Action action) {
        return switch (action) {
            case CREATE, UPDATE, DELETE -> "to " + word(action);
            case UNCHANGED, BLOCKED -> word(action);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** As Content Security Policy level 3 has it: of the text between the tags. */
    private static Html hash(Html inline) {
        return new Html("'sha256-" + Base64.getEncoder().encodeToString(Sha256.digest(inline.markup())) + "'");
    }
}
