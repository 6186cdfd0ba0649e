// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The members of a step as a table. */
final class HtmlMembers {

    /** A page has room, but a definition may hold megabytes. */
    private static final Detail DETAIL = new Detail(800, 400);

    private final Map<String, Template> parts;

    private HtmlMembers(Map<String, Template> parts) {
        this.parts = parts;
    }

    static Html of(Step step, Map<String, Template> parts) {
        List<Member> members = Member.of(step, DETAIL);
        HtmlMembers html = new HtmlMembers(parts);
        if (members.isEmpty()) {
            return Html.NOTHING;
        }
        String table = members.stream().anyMatch(member -> member.mark() == Mark.CHANGED) || step.action() == Action.UPDATE
                ? "comparison"
                : "members";
        Html rows = Template.joined(members.stream().map(member -> html.row(member, table)).toList());
        return parts.get(table).fill(Map.of("rows", rows, "head", step.action() == Action.DELETE ? "Value until now" : "Value"));
    }

    private Html row(Member member, String table) {
        if (!member.lines().isEmpty()) {
            return fill("nested", Map.of("name", member.name(), "span", table.equals("comparison") ? 2 : 1, "lines",
                    Template.joined(member.lines().stream().map(this::line).toList())));
        }
        if (table.equals("comparison")) {
            return fill("change", Map.of("name", member.name(), "before", value("del", member.before()), "after",
                    value("ins", member.after())));
        }
        return fill("member", Map.of("name", member.name(), "value", value("plain", member.after().or(member::before))));
    }

    private Html value(String tag, Optional<Excerpt> value) {
        return value.map(excerpt -> fill(tag, Map.of("head", excerpt.head(), "core", excerpt.core(), "tail", excerpt.tail(), "length",
                excerpt.cutFrom() == 0 ? Html.NOTHING : fill("length", Map.of("length", excerpt.cutFrom())))))
                .orElse(fill("none", Map.of()));
    }

    private Html line(Line line) {
        return fill("line",
                Map.of("mark", line.mark().name().toLowerCase(Locale.ROOT), "symbol", line.mark().symbol(), "text", line.text()));
    }

    private Html fill(String part, Map<String, ?> values) {
        return parts.get(part).fill(values);
    }
}
