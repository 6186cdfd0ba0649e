// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How a step is laid out in the columns of a terminal: 100 in a plan, two less by itself. */
class StepTextTest {

    private static final String HEADING = "+ attribute \"age\"\n";

    @Test
    void aValueThatFitsIsOnTheLineOfItsName() {
        assertThat(created("x".repeat(77))).isEqualTo(HEADING + "    + description: \"" + "x".repeat(77) + "\"\n");
        assertThat(created("x".repeat(78))).isEqualTo(HEADING + "    + description:\n        + \"" + "x".repeat(78) + "\"\n");
    }

    @Test
    void aValueThatFitsBelowItsNameIsOnOneLine() {
        assertThat(created("x".repeat(84))).isEqualTo(HEADING + "    + description:\n        + \"" + "x".repeat(84) + "\"\n");
        assertThat(created("x".repeat(85))).isEqualTo(HEADING + "    + description:\n        + \"" + "x".repeat(85) + "\n        +   \"\n");
    }

    @Test
    void aLongValueIsFoldedAndItsLengthToldIfItIsCut() {
        assertThat(created("x".repeat(238))).isEqualTo(HEADING + "    + description:\n"
                + "        + \"" + "x".repeat(85) + "\n        +   " + "x".repeat(86) + "\n        +   " + "x".repeat(67) + "\"\n");
        assertThat(created("x".repeat(239))).isEqualTo(HEADING + "    + description: (241 characters)\n"
                + "        + \"" + "x".repeat(85) + "\n        +   " + "x".repeat(86) + "\n        +   " + "x".repeat(68) + "…\n");
    }

    @Test
    void itIsFoldedAtASpaceInTheSecondHalfOfALine() {
        assertThat(created("x".repeat(42) + " " + "y".repeat(60)))
                .isEqualTo(HEADING + "    + description:\n        + \"" + "x".repeat(42) + "\n        +   " + "y".repeat(60) + "\"\n");
        assertThat(created("x".repeat(41) + " " + "y".repeat(60))).isEqualTo(HEADING + "    + description:\n        + \"" + "x".repeat(41)
                + " " + "y".repeat(43) + "\n        +   " + "y".repeat(17) + "\"\n");
        assertThat(created("x".repeat(85) + " " + "y".repeat(20)))
                .isEqualTo(HEADING + "    + description:\n        + \"" + "x".repeat(85) + "\n        +    " + "y".repeat(20) + "\"\n");
    }

    @Test
    void aValueThatChangesIsOnOneLineOrBelowEachOther() {
        assertThat(updated("a", "b")).isEqualTo("~ attribute \"age\" (u1)\n    ~ description: \"a\" -> \"b\"\n");
        assertThat(updated("a".repeat(40), "b".repeat(40)))
                .isEqualTo("~ attribute \"age\" (u1)\n    ~ description:\n        - \"" + "a".repeat(40)
                        + "\"\n        + \"" + "b".repeat(40) + "\"\n");
        assertThat(updated("a".repeat(250), "b"))
                .startsWith("~ attribute \"age\" (u1)\n    ~ description: (252 characters)\n        - \"aaa");
    }

    @Test
    void theSourceIsAtTheRightEdgeIfThereIsRoom() {
        assertThat(step("age", List.of(), "project.yaml:3:5").toText())
                .isEqualTo("+ attribute \"age\"" + " ".repeat(65) + "project.yaml:3:5\n");
        assertThat(step("k".repeat(67), List.of(), "project.yaml:3:5").toText())
                .isEqualTo("+ attribute \"" + "k".repeat(67) + "\"  project.yaml:3:5\n");
        assertThat(step("k".repeat(80), List.of(), "project.yaml:3:5").toText())
                .isEqualTo("+ attribute \"" + "k".repeat(80) + "\"  project.yaml:3:5\n");
    }

    @Test
    void sentencesAreBrokenAtSpaces() {
        String fits = "x".repeat(85);
        String breaks = "y".repeat(86);

        assertThat(step("age", List.of(fits, breaks, "a " + fits + " " + fits + " b"), null).toText()).isEqualTo(HEADING
                + "    warning: " + fits + "\n"
                + "    warning:\n      " + breaks + "\n"
                + "    warning: a\n      " + fits + "\n      " + fits + " b\n");
    }

    @Test
    void aKeyIsCutAfterTwoHundredCharacters() {
        assertThat(step("k".repeat(200), List.of(), null).toText()).isEqualTo("+ attribute \"" + "k".repeat(200) + "\"\n");
        assertThat(step("k".repeat(201), List.of(), null).toText()).isEqualTo("+ attribute \"" + "k".repeat(200) + "…\"\n");
    }

    @Test
    void aPlaceInTheOrderOfExperiencesTakesOneLine() {
        PriorityStep order = new PriorityStep(Action.UPDATE, List.of("u1", "u2"), List.of(),
                Map.of("u1", "n".repeat(89), "u2", "m".repeat(90)),
                null, List.of(), null);

        assertThat(new Plan("p1", List.of(), Optional.of(order), List.of()).toText()).isEqualTo("""
                Plan for project p1

                Order of experiences
                  ~ order of experiences
                      + 1. %s
                      + 2. %s…

                Plan: 0 to create, 1 to update, 0 to delete, 0 unchanged, 0 blocked.
                """.formatted("n".repeat(89), "m".repeat(89)));
    }

    private static String created(String description) {
        return new Step(Action.CREATE, Resource.attributes, "age", null, List.of(), null, List.of(), definition(description), null, null)
                .toText();
    }

    private static String updated(String before, String after) {
        Change change = new Change("/description", definition(before).get("description"), definition(after).get("description"));
        return new Step(Action.UPDATE, Resource.attributes, "age", "u1", List.of(change), null, List.of(), definition(after),
                definition(before), null).toText();
    }

    private static Step step(String key, List<String> warnings, String source) {
        return new Step(Action.CREATE, Resource.attributes, key, null, List.of(), null, warnings, Json.object().put("key", key), null,
                source);
    }

    private static JsonNode definition(String description) {
        return Json.object().put("key", "age").put("description", description);
    }
}
