// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.Resource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownPlanTest {

    private static final int LIMIT_OF_GITHUB = 65_536;

    private static final Pattern FENCED = Pattern.compile("(?ms)^(`{3,})diff\\n(?:[-+! …@][^\\n]*\\n)*?\\1\\n");
    private static final Pattern CODE = Pattern.compile("<code>[^<>\\n]*</code>");
    private static final Pattern SPAN = Pattern.compile("(?<!`)(`+)(?!`)[^\\n]*?[^`\\n]\\1(?!`)");
    private static final Pattern MARKUP = Pattern.compile(
            """
                    |\\| [a-zA-Z ]*\\|[ a-z0-9|]*|\\|[:|-]+|#### [A-Z][a-z ]+|\\*\\*Warnings\\*\\*|\\*\\*[0-9a-z, ]+\\*\\*\
                    |### Plan for project #|Made at [-+0-9T:Z]+ for # with #\
                    |Nothing to do: the project matches the manifest\\. \\*\\*[0-9a-z, ]+\\*\\*\
                    |<details(?: open)?><summary><b>[a-z]+</b> [a-z ]+(?:[ ,]{0,2}#){0,3}</summary>|</details>\
                    |> \\d+ of the steps are [a-z ]+, because the length of a comment is limited: [a-z0-9, ]+\\. The plan as text or HTML contains all of them\\.\
                    """
                    .strip());

    @Test
    void aPlanReadsWellInAPullRequest() {
        Golden.requireSame("everything.md", Example.everything().toMarkdown());
    }

    @Test
    void aPlanThatChangesNothingSaysSo() {
        assertThat(new Plan("p1", List.of(), Optional.empty(), List.of()).toMarkdown()).isEqualTo("""
                ### Plan for project `p1`

                Nothing to do: the project matches the manifest. **0 to create, 0 to update, 0 to delete, 0 unchanged, 0 blocked**

                """);
    }

    @Test
    void aPlanSaysWhereItWasMadeAndWhyItIsRefused() {
        Step step = new Step(Action.CREATE, Resource.attributes, "age", null, List.of(), null, List.of(),
                JsonNodeFactory.instance.objectNode().put("key", "age"), null, null);
        Plan plan = new Plan("p1", List.of(step), Optional.empty(), List.of());

        assertThat(plan.refusedBecause("too many").from(new Origin("https://example.com", Instant.EPOCH, "all")).toMarkdown()).isEqualTo("""
                ### Plan for project `p1`

                Made at 1970-01-01T00:00:00Z for `https://example.com` with `prune=all`

                **1 to create, 0 to update, 0 to delete, 0 unchanged, 0 blocked**

                ```diff
                ! Refused: too many
                ```

                | | create | update | delete | unchanged | blocked |
                |:--|--:|--:|--:|--:|--:|
                | Attributes | 1 | | | | |

                #### Attributes

                <details><summary><b>create</b> attribute <code>age</code></summary>

                </details>
                """);
    }

    @Test
    void whatDoesNotFitInACommentIsCounted() {
        String comment = large(2_000).toMarkdown();

        assertThat(comment).hasSizeBetween(LIMIT_OF_GITHUB - 7_000, LIMIT_OF_GITHUB).startsWith("""
                ### Plan for project `p1`

                **2000 to create, 0 to update, 0 to delete, 0 unchanged, 0 blocked**
                """).containsPattern("> \\d+ of the steps are not shown, because the length of a comment is limited: create \\d+\\. "
                + "The plan as text or HTML contains all of them\\.\\n$");
    }

    @Test
    void F82_deletionsAreShownHoweverManyOtherStepsThereAre() {
        List<Step> steps = new ArrayList<>(large(2_000).steps());
        JsonNode actual = JsonNodeFactory.instance.objectNode().put("uid", "u1").put("description", "d".repeat(100));
        IntStream.rangeClosed(1, 300).forEach(i -> steps.add(new Step(Action.DELETE, Resource.audiences, "old-" + i, "u" + i, List.of(),
                "not in the manifest (prune=all)", List.of(), null, actual, null)));

        String comment = new Plan("p1", steps, Optional.empty(), List.of()).toMarkdown();

        assertThat(comment).hasSizeLessThan(LIMIT_OF_GITHUB);
        assertThat(IntStream.rangeClosed(1, 300).boxed()).allSatisfy(
                i -> assertThat(comment).contains("<details open><summary><b>delete</b> audience <code>old-" + i + "</code>"));
    }

    @Test
    void membersGoBeforeSteps() {
        assertThat(large(300).toMarkdown()).hasSizeLessThan(LIMIT_OF_GITHUB).contains("attribute <code>key-300</code>")
                .containsPattern("> \\d+ of the steps are shown without their members").doesNotContain("are not shown");
    }

    @Test
    void aProjectOrAWarningCannotFillTheCommentUp() {
        List<String> warnings = IntStream.range(0, 1_000).mapToObj(i -> "w".repeat(1_000)).toList();

        assertThat(new Plan("p".repeat(100_000), List.of(), Optional.empty(), warnings).toMarkdown()).hasSizeLessThan(LIMIT_OF_GITHUB);
    }

    @Property(tries = 500, seed = "1")
    void untrustedTextStaysInCode(@ForAll("plans") Plan plan) {
        String comment = plan.toMarkdown();
        String withoutCode = SPAN.matcher(CODE.matcher(FENCED.matcher(comment).replaceAll("")).replaceAll("#")).replaceAll("#");

        assertThat(comment).hasSizeLessThan(LIMIT_OF_GITHUB);
        assertThat(withoutCode.lines()).allMatch(line -> MARKUP.matcher(line).matches());
    }

    @Test
    void textWithBackticksIsCodeAllTheSame() {
        assertThat(MarkdownText.span("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(MarkdownText.span("`")).isEqualTo("`` ` ``");
        assertThat(MarkdownText.diff(List.of("+ ```` x"))).isEqualTo("`````diff\n+ ```` x\n`````\n");
    }

    @Test
    void aCommentIsFilledUpToItsLength() {
        int rest = 60_000 - padded(1).toMarkdown().length();
        assertThat(rest).isBetween(1, 400);

        assertThat(padded(1 + rest).toMarkdown()).hasSize(60_000).doesNotContain("of the steps are");
        assertThat(padded(2 + rest).toMarkdown())
                .endsWith("> 1 of the steps are shown without their members, because the length of a comment"
                        + " is limited: create 1. The plan as text or HTML contains all of them.\n");
    }

    /** So many steps that the last one fits, if the warning about it is not too long. */
    private static Plan padded(int warning) {
        List<Step> steps = new ArrayList<>(large(181).steps());
        JsonNode desired = JsonNodeFactory.instance.objectNode().put("name", "n".repeat(100));
        steps.add(new Step(Action.CREATE, Resource.attributes, "last", null, List.of(), null, List.of("w".repeat(warning)), desired, null,
                null));
        return new Plan("p1", steps, Optional.empty(), List.of());
    }

    private static Plan large(int steps) {
        JsonNode desired = JsonNodeFactory.instance.objectNode().put("name", "n".repeat(100)).put("description", "d".repeat(100));
        List<Step> creations = IntStream.rangeClosed(1, steps).mapToObj(
                i -> new Step(Action.CREATE, Resource.attributes, "key-" + i, null, List.of(), null, List.of(), desired, null, null))
                .toList();
        return new Plan("p1", creations, Optional.empty(), List.of());
    }

    @Provide
    static Arbitrary<Plan> plans() {
        return PlanFormatTest.plans();
    }
}
