// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextPlanTest {

    @Test
    void aPlanReadsWellInATerminal() {
        Golden.requireSame("everything.txt", Example.everything().toText());
    }

    @Test
    void noLineIsLongerThanATerminalIsWide() {
        assertThat(Example.everything().toText().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
    }

    @Test
    void aPlanThatChangesNothingSaysSo() {
        Step step = new Step(Action.UNCHANGED, Resource.attributes, "age", "u1", List.of(), null, List.of(), Json.read("{}"),
                Json.read("{}"),
                null);

        assertThat(new Plan("p1", List.of(step), Optional.empty(), List.of()).toText()).isEqualTo("""
                Plan for project p1

                Nothing to do: the project matches the manifest.
                Plan: 0 to create, 0 to update, 0 to delete, 1 unchanged, 0 blocked.
                """);
    }

    @Test
    void aPlanThatIsRefusedSaysWhyAtItsTop() {
        Step step = new Step(Action.CREATE, Resource.attributes, "age", null, List.of(), null, List.of(), Json.read("{\"key\": \"age\"}"),
                null,
                null);

        assertThat(new Plan("p1", List.of(step), Optional.empty(), List.of("take care")).refusedBecause("too many").toText()).isEqualTo("""
                Plan for project p1

                ! Refused: too many

                Attributes
                  + attribute "age"

                Warnings
                  ! take care

                Plan: 1 to create, 0 to update, 0 to delete, 0 unchanged, 0 blocked.
                """);
    }

    @Property(tries = 200, seed = "1")
    void noTextCommandsTheTerminal(@ForAll("plans") Plan plan) {
        assertThat(plan.toText().codePoints().filter(character -> character != '\n'))
                .noneMatch(character -> Character.isISOControl(character) || character == 0x202e || character == 0x2028);
    }

    @Provide
    static Arbitrary<Plan> plans() {
        return PlanFormatTest.plans();
    }
}
