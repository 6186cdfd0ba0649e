// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.camelpersonalize.text.Sha256;
import io.github.camelpersonalize.text.Visible;

/** A plan as one HTML page, which loads nothing: its Content Security Policy allows only its own style and script, by their hashes. */
final class HtmlPlan {

    private static final Template PAGE = Template.page("page.html");
    private static final Html STYLE = new Html(Template.resource("page.css"));
    private static final Html SCRIPT = new Html(Template.resource("page.js"));
    private static final Map<String, Template> PARTS = Template.parts("parts.html");

    private HtmlPlan() {}

    static String of(Plan plan) {
        boolean isNothingToDo = plan.isEmpty() && !plan.hasBlocked();
        Map<String, Object> values = new HashMap<>();
        values.put("project", Visible.text(plan.projectUid()));
        values.put("summary", isNothingToDo ? Summary.nothingToDo() : Summary.of(plan) + ".");
        values.put("origin", plan.origin().map(HtmlPlan::origin).orElse(Html.NOTHING));
        values.put("filters", filters(plan));
        values.put("refusal", plan.refusal().map(why -> note("blocked", "Refused", why)).orElse(Html.NOTHING));
        values.put("warnings", warnings(plan.warnings()));
        values.put("groups", groups(Group.of(plan)));
        values.put("style", STYLE);
        values.put("styleHash", hash(STYLE));
        values.put("script", SCRIPT);
        values.put("scriptHash", hash(SCRIPT));
        return PAGE.fill(values).markup();
    }

    private static Html origin(Origin origin) {
        return part("made", Map.of("service", Visible.text(origin.service()), "madeAt", origin.madeAt(), "prune",
                Visible.text(origin.prune()), "apply", Visible.text(origin.apply())));
    }

    private static Html filters(Plan plan) {
        List<Html> filters = new ArrayList<>();
        plan.counts().forEach((action, count) -> filters
                .add(part("filter", Map.of("action", word(action), "label", label(action), "count", count))));
        return Template.joined(filters);
    }

    private static Html warnings(List<String> warnings) {
        return warnings.isEmpty() ? Html.NOTHING : part("warnings", Map.of("items", items(warnings)));
    }

    private static Html groups(List<Group> groups) {
        if (groups.isEmpty()) {
            return part("nothing", Map.of());
        }
        return Template.joined(groups.stream().map(HtmlPlan::group).toList());
    }

    private static Html group(Group group) {
        List<Html> steps = new ArrayList<>(group.shown().stream().map(HtmlPlan::step).toList());
        group.shownPriority().map(HtmlPlan::priority).ifPresent(steps::add);
        List<String> quiet = group.quiet().stream().map(Step::key).toList();
        if (!quiet.isEmpty()) {
            steps.add(part("quiet", Map.of("count", quiet.size(), "items", items(quiet))));
        } else if (steps.isEmpty()) {
            steps.add(part("quietPriority", Map.of()));
        }
        String id = group.title().toLowerCase(Locale.ROOT).replace(' ', '-');
        return part("group", Map.of("id", id, "title", group.title(), "steps", Template.joined(steps)));
    }

    private static Html step(Step step) {
        Html uid = step.uid() == null ? Html.NOTHING : part("uid", Map.of("uid", Visible.text(step.uid())));
        Html notes = notes(step.action(), step.reason(), step.warnings());
        boolean isOpen = step.isDeletion() || isOpen(step.action());
        return card(step.action(), isOpen, step.resource().kind(), step.key(), uid, step.source(), notes, HtmlMembers.of(step, PARTS));
    }

    private static Html priority(PriorityStep step) {
        Html ranks = part("ranks", Map.of("ranks", Template.joined(Rank.of(step).stream().map(HtmlPlan::rank).toList())));
        Html notes = notes(step.action(), step.reason(), step.warnings());
        return card(step.action(), isOpen(step.action()), "priority", "Order of experiences", Html.NOTHING, step.source(), notes, ranks);
    }

    private static Html rank(Rank rank) {
        return part("rank", Map.of("mark", word(rank.mark()), "symbol", rank.mark().symbol(), "text", rank.text()));
    }

    private static boolean isOpen(Action action) {
        return action == Action.BLOCKED || action == Action.UPDATE;
    }

    private static Html card(Action action, boolean isOpen, String kind, String key, Html uid, String source, Html notes, Html members) {
        Html origin = source == null ? Html.NOTHING : part("source", Map.of("source", Visible.text(source)));
        return part("step", Map.of("action", word(action), "open", isOpen ? " open" : "", "symbol", Mark.of(action).symbol(), "kind", kind,
                "key", Visible.text(key), "uid", uid, "source", origin, "notes", notes, "members", members));
    }

    private static Html notes(Action action, String reason, List<String> warnings) {
        List<Html> notes = new ArrayList<>();
        if (reason != null && action == Action.BLOCKED) {
            notes.add(note("blocked", "Blocked", reason));
        } else if (reason != null) {
            notes.add(note("reason", "Because", reason));
        }
        warnings.forEach(warning -> notes.add(note("warning", "Warning", warning)));
        return Template.joined(notes);
    }

    private static Html note(String kind, String label, String text) {
        return part("note", Map.of("kind", kind, "label", label, "text", Visible.text(text)));
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

    /** The hash of the text between the tags, as Content Security Policy level 3 defines it. */
    private static Html hash(Html inline) {
        return new Html("'sha256-" + Base64.getEncoder().encodeToString(Sha256.digest(inline.markup())) + "'");
    }
}
