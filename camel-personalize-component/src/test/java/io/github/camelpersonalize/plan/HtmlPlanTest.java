// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HtmlPlanTest {

    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>?");
    private static final Pattern INLINE = Pattern.compile("(?s)<style>.*</style>|<script>.*</script>|<head>.*</head>");

    /** The values of attributes are words, numbers, or labels without markup. */
    private static final Pattern MARKUP = Pattern
            .compile("</?[a-z0-9]+( [a-z-]+(=\"[A-Za-z0-9#. -]*\")?)*>|<!DOCTYPE html>|<!-- SPDX[^<>]*-->");

    private static final Set<String> NAMES = Set.of("html", "body", "a", "header", "main", "div", "h1", "h2", "p", "bdi", "button",
            "fieldset",
            "legend", "label", "span", "input", "b", "section", "ul", "li", "details", "summary", "table", "thead", "tbody", "tr", "th",
            "td",
            "code", "del", "ins", "mark", "small", "dl", "dt", "dd", "time");

    @Test
    void aPlanIsOnePage() {
        Golden.requireSame("everything.html", Example.everything().toHtml());
    }

    @Test
    void aPlanThatChangesNothingSaysSo() {
        Plan plan = new Plan("p1", List.of(), Optional.empty(), List.of());
        PriorityStep blocked = new PriorityStep(Action.BLOCKED, List.of(), List.of(), Map.of(), "why", List.of(), null);

        assertThat(plan.toHtml()).contains("<p class=\"summary\">Nothing to do: the project matches the manifest.</p>",
                "<p class=\"card none\">The manifest contains no definitions, and nothing will be deleted.</p>");
        assertThat(new Plan("p1", List.of(), Optional.of(blocked), List.of()).toHtml())
                .contains("<p class=\"summary\">0 to create, 0 to update, 0 to delete, 0 unchanged, 1 blocked.</p>");
    }

    @Test
    void aPlanThatIsRefusedSaysWhy() {
        assertThat(new Plan("p1", List.of(), Optional.empty(), List.of()).refusedBecause("too <many>").toHtml())
                .contains("<p class=\"note blocked\"><b>Refused:</b> <bdi>too &lt;many&gt;</bdi></p>");
    }

    @Property(tries = 300, seed = "1")
    void untrustedTextMakesNoTag(@ForAll("plans") Plan plan) {
        List<String> tags = TAG.matcher(INLINE.matcher(plan.toHtml()).replaceAll("")).results().map(MatchResult::group).toList();

        assertThat(tags).isNotEmpty().allMatch(tag -> MARKUP.matcher(tag).matches())
                .allMatch(tag -> tag.startsWith("<!") || NAMES.contains(tag.replaceAll("[</>]| .*", "")));
    }

    @Test
    void thePolicyLetsOnlyItsOwnStyleAndScriptThrough() {
        assertThat(Example.everything().toHtml()).containsPattern("content=\"default-src 'none'; img-src data:; style-src 'sha256-[^' ]+'; "
                + "script-src 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'\"").doesNotContain("http://", " style=", " onclick=");
    }

    @Test
    void theValueOfAPlaceholderIsEscaped() {
        Template template = Template.parts("parts.html").get("item");

        assertThat(template.fill(Map.of("text", "<&>\"'{{text}}")).markup())
                .isEqualTo("<li><bdi>&lt;&amp;&gt;&quot;&#39;{{text}}</bdi></li>");
        assertThat(template.fill(Map.of("text", new Html("<b>$1</b>"))).markup()).isEqualTo("<li><bdi><b>$1</b></bdi></li>");
        assertThatThrownBy(() -> template.fill(Map.of())).hasMessage("there is no value for {{text}}");
    }

    @Provide
    static Arbitrary<Plan> plans() {
        return PlanFormatTest.plans();
    }
}
