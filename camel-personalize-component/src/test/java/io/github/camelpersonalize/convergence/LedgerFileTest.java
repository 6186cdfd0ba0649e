// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;
import java.util.List;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ledger knows, and keeps from one apply to the next. */
class LedgerFileTest extends AtAProject {

    private static final String AGE = "attributes: [{key: age, name: Age, data_type: number}]";
    private static final String CITY = "attributes: [{key: city, name: City, data_type: string}]";
    private static final String ADULTS = "audiences: [{name: Adults}]";
    /** An attribute of the same key that others have created. */
    private static final String OTHERS = "{\"attributes\": [{\"uid\": \"a9\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]}";
    private static final String PRUNED = "DELETE attribute age: created here, and no longer in the manifest (prune=owned)";

    @Test
    void whatOthersHaveRenamedIsStillOurs() {
        applied(NONE, AGE);
        become("{\"attributes\": [" + stored("age").replace("\"age\"", "\"years\"") + "]}");
        applied(NONE, CITY);

        assertThat(planned(OWNED, CITY)).containsExactly("UNCHANGED attribute city",
                "DELETE attribute years: created here, and no longer in the manifest (prune=owned)");
    }

    @Test
    void whatOthersHaveDeletedAndCreatedAnewIsTheirs() {
        applied(NONE, AGE);
        become("{}");
        applied(NONE, CITY);
        become(OTHERS);

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city");
    }

    @Test
    void whatIsGoneStaysOutEvenIfItComesBack() {
        applied(NONE, AGE);
        String before = "{\"attributes\": [" + stored("age") + "]}";
        become("{}");
        applied(NONE, CITY);
        become(before);

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city");
    }

    @Test
    void anApplyOfOtherKindsFindsOutThatItIsGone() {
        applied(NONE, AGE);
        String before = "{\"attributes\": [" + stored("age") + "]}";
        become("{}");
        applied(NONE, ADULTS);
        become(before);

        assertThat(planned(OWNED, ADULTS)).containsExactly("CREATE audience Adults");
    }

    @Test
    void whatIsStillThereStaysIn() {
        applied(NONE, AGE);
        applied(NONE, ADULTS);

        assertThat(planned(OWNED, ADULTS)).containsExactly("UNCHANGED audience Adults", PRUNED);
    }

    /** It requests no list of kinds that it is not about. */
    @Test
    void andSoDoesWhatAPlanOfOtherKindsCannotSee() {
        applied(NONE, AGE);
        applied(NONE, plan(NONE, ADULTS));

        assertThat(planned(OWNED, ADULTS)).containsExactly("UNCHANGED audience Adults", PRUNED);
    }

    @Test
    void aCreateThatWasRefusedIsNotOurs() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(422)));
        applied(NONE, AGE);
        become(OTHERS);

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city");
    }

    @Test
    void whatWasDeletedIsOut() {
        applied(OWNED, AGE);
        String before = "{\"attributes\": [" + stored("age") + "]}";
        applied(OWNED, CITY);
        become(before);

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city");
    }

    @Test
    void aLedgerOfAnotherProjectIsNotUsed() {
        applied(NONE, AGE);
        states.setState("ledger", states.getState("ledger").replace("\"p1\"", "\"p2\""));

        assertThat(applied(NONE, AGE))
                .containsExactly("BLOCKED LEDGER: the ledger of \"ledger\" in the disk cannot be used: it is of project"
                        + " \"p2\", not of project \"p1\"; restore it, or delete it to begin a new one, which knows of nothing that was created"
                        + " before");
        assertThat(lines(state(OWNED).plan(manifest(AGE)))).singleElement().asString().startsWith("BLOCKED LEDGER: ");
    }

    @Test
    void norIsOneThatCannotBeRead() {
        states.setState("ledger", "{broken");

        assertThat(applied(NONE, AGE)).singleElement().asString()
                .startsWith("BLOCKED LEDGER: the ledger of \"ledger\" in the disk cannot be used: ");
        assertThat(calls()).isEmpty();
    }

    @Test
    void anApplyThatChangesNothingWritesNothing() {
        applied(NONE, AGE);
        states.writesLeft = 0;

        assertThat(applied(NONE, AGE)).containsExactly("attribute age UNCHANGED");
    }

    @Test
    void norDoesTheDeletionOfWhatOthersHaveCreated() {
        seed(OTHERS);
        states.writesLeft = 2;

        assertThat(applied(ALL, CITY)).containsExactly("attribute city CREATED", "attribute age DELETED");
    }

    @Test
    void aPlanWritesNothing() {
        states.writesLeft = 0;

        assertThat(planned(OWNED, AGE)).isEqualTo(List.of("CREATE attribute age"));
    }

    /** What the project has a while later. */
    private void become(String json) {
        time.sleep(Duration.ofMinutes(5));
        emulator().reset();
        seed(json);
    }

    private static String stored(String key) {
        return emulator().project(UID).attribute(key).toString();
    }
}
