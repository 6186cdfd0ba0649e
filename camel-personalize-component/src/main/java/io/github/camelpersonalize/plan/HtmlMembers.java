// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The members of a step as an HTML table. */
final class HtmlMembers {

    /** More than in the other formats, but limited, because a definition may have megabytes. */
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
        boolean isComparison = step.action() == Action.UPDATE || members.stream().anyMatch(member -> member.mark() == Mark.CHANGED);
        Html rows = Template.joined(members.stream().map(member -> html.row(member, isComparison)).toList());
        if (isComparison) {
            return html.fill("comparison", Map.of("rows", rows));
        }
        return html.fill("members", Map.of("rows", rows, "head", step.action() == Action.DELETE ? "Current value" : "Value"));
    }

    private Html row(Member member, boolean isComparison) {
        if (!member.lines().isEmpty()) {
            Html lines = Template.joined(member.lines().stream().map(this::line).toList());
            return fill("nested", Map.of("name", member.name(), "span", isComparison ? 2 : 1, "lines", lines));
        }
        if (isComparison) {
            return fill("change",
                    Map.of("name", member.name(), "before", value("del", member.before()), "after", value("ins", member.after())));
        }
        return fill("member", Map.of("name", member.name(), "value", value("plain", member.after().or(member::before))));
    }

    private Html value(String tag, Optional<Excerpt> value) {
        return value.map(excerpt -> excerpt(tag, excerpt)).orElseGet(() -> fill("none", Map.of()));
    }

    private Html excerpt(String tag, Excerpt excerpt) {
        Html length = excerpt.cutFrom() == 0 ? Html.NOTHING : fill("length", Map.of("length", excerpt.cutFrom()));
        return fill(tag, Map.of("head", excerpt.head(), "core", excerpt.core(), "tail", excerpt.tail(), "length", length));
    }

    private Html line(Line line) {
        return fill("line",
                Map.of("mark", line.mark().name().toLowerCase(Locale.ROOT), "symbol", line.mark().symbol(), "text", line.text()));
    }

    private Html fill(String part, Map<String, ?> values) {
        return parts.get(part).fill(values);
    }
}
