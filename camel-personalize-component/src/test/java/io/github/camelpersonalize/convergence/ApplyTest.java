// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of each step of a plan. */
class ApplyTest extends AtAProject {

    private static final String AGE = "{\"uid\": \"a1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}";
    private static final String BOTH = """
            audiences: [{name: Adults, rules: {attribute: "ref:attribute/age"}}]
            attributes: [{key: age, name: Age, data_type: number}]
            events: [{key: buy, name: Buy}]
            """;

    @Test
    void eachIsWrittenAfterWhatItRefersToAndASecondTimeNothingIs() {
        assertThat(applied(NONE, BOTH)).containsExactly("attribute age CREATED", "event buy CREATED", "audience Adults CREATED");
        assertThat(emulator().project(UID).audience("Adults").at("/rules/attribute").asText())
                .isEqualTo(emulator().project(UID).attribute("age").path("uid").asText());
        assertThat(progress).containsExactly("1 of 3", "2 of 3", "3 of 3");

        emulator().clearRequests();
        assertThat(applied(NONE, BOTH)).containsExactly("attribute age UNCHANGED", "event buy UNCHANGED", "audience Adults UNCHANGED");
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatDiffersIsUpdated() {
        seed("{\"attributes\": [" + AGE + "]}");

        assertThat(applied(NONE, "attributes: [{key: age, name: Years, data_type: number}]")).containsExactly("attribute age UPDATED");
        assertThat(writes()).containsExactly("PUT /attributes/a1");
    }

    @Test
    void whatOthersDeleteMeanwhileIsNotCreatedAnew() {
        seed("{\"attributes\": [" + AGE + "]}");
        emulator().script(Script.on("PUT", "/attributes/*").then(Step.status(404)));

        assertThat(applied(NONE, "attributes: [{key: age, name: Years, data_type: number}]")).containsExactly(
                "attribute age CONFLICT: it was deleted since the plan was made, and is not created again: make a new plan, and look at it");
        assertThat(writes()).containsExactly("PUT /attributes/a1");
    }

    @Test
    void anUpdateThatIsRefusedIsToldWithTheReason() {
        seed("{\"attributes\": [" + AGE + "]}");
        emulator().script(Script.on("PUT", "/attributes/*").then(Step.status(422)));

        assertThat(applied(NONE, "attributes: [{key: age, name: Years, data_type: number}]"))
                .containsExactly("attribute age REJECTED: the service refused it with 422: Scripted answer");
    }

    @Test
    void afterARefusalTheRestGoesOnExceptWhatRefersToIt() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(422)));

        assertThat(applied(NONE, BOTH)).satisfiesExactly(
                line -> assertThat(line).startsWith("attribute age REJECTED: the service refused it with 422"),
                line -> assertThat(line).isEqualTo("event buy CREATED"),
                line -> assertThat(line).isEqualTo(
                        "audience Adults BLOCKED: not sent, because it refers to attribute \"age\", which failed"));
    }

    @ParameterizedTest
    @CsvSource({"401, credential refused", "503, service out of reach"})
    void afterAnOutageNothingMoreIsSent(int status, String found) {
        emulator().script(Script.on("POST", "/events").then(Step.status(status)));

        assertThat(applied(NONE, """
                events: [{key: buy, name: Buy}, {key: see, name: See}]
                audiences: [{name: Adults}]
                """)).endsWith("audience Adults BLOCKED: not sent, because an item before it found the " + found);
        assertThat(writes()).containsOnly("POST /events");
    }

    @Test
    void aBlockedStepHasItsOwnReason() {
        seed("{\"attributes\": [" + AGE + ", " + AGE.replace("a1", "a2") + "]}");

        assertThat(applied(NONE, BOTH)).contains(
                "attribute age BLOCKED: 2 definitions of project \"p1\" have this key; delete or rename all but one", "event buy CREATED",
                "audience Adults BLOCKED: /rules/attribute refers to attribute \"age\", which is blocked");
    }

    @Test
    void whatIsLeftAsItIsComesWithTheReason() {
        seed("{\"attributes\": [" + AGE + "]}");

        assertThat(applied(NONE, "attributes: [{key: age, name: Years, data_type: number}]\nonConflict: skip"))
                .containsExactly("attribute age UNCHANGED (differs in /name, and is left as it is (onConflict=skip))");
    }

    @Test
    void aLedgerThatCannotBeWrittenEndsTheCreates() {
        states.writesLeft = 0;

        assertThat(applied(NONE, BOTH)).containsExactly("attribute age BLOCKED: " + unwritable(),
                "event buy BLOCKED: not sent, because an item before it found the ledger unwritable",
                "audience Adults BLOCKED: not sent, because an item before it found the ledger unwritable");
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatWasCreatedBeforeItCouldNotBeWrittenIsTold() {
        states.writesLeft = 1;

        assertThat(applied(NONE, BOTH)).containsExactly("attribute age CREATED (" + unwritable() + ")",
                "event buy BLOCKED: not sent, because an item before it found the ledger unwritable",
                "audience Adults BLOCKED: not sent, because an item before it found the ledger unwritable");
        assertThat(writes()).containsExactly("POST /attributes");
    }

    @Test
    void whatWasRefusedBeforeItCouldNotBeWrittenIsToldToo() {
        states.writesLeft = 1;
        emulator().script(Script.on("POST", "/attributes").then(Step.status(422)));

        assertThat(applied(NONE, BOTH)).first().asString().startsWith("attribute age REJECTED: the service refused it with 422")
                .endsWith("; " + unwritable());
    }

    private static String unwritable() {
        return "the ledger of \"ledger\" in the disk cannot be written: no space left; nothing more is created or deleted, because the"
                + " ledger would not know of it: make it writable, and apply again";
    }
}
