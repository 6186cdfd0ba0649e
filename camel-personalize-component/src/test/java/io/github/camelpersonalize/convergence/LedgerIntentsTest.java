// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ledger knows of a create of which nobody knows how it ended. */
class LedgerIntentsTest extends AtAProject {

    private static final String AGE = "attributes: [{key: age, name: Age, data_type: number}]";
    private static final String CITY = "attributes: [{key: city, name: City, data_type: string}]";
    /** An attribute of the same key that others have created. */
    private static final String OTHERS = "{\"attributes\": [{\"uid\": \"a9\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}]}";
    private static final String PRUNED = "DELETE attribute age: created here, and no longer in the manifest (prune=owned)";

    /** The process ends between the intent and the create, or between the create and the note. */
    @Test
    void whatWasAboutToBeCreatedIsOursIfItIsThere() {
        stopAfterTheIntent();
        become(OTHERS);

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city", PRUNED);
        assertThat(applied(OWNED, CITY)).containsExactly("attribute city CREATED", "attribute age DELETED");
    }

    @Test
    void ofSeveralOfItsNameNoneIs() {
        stopAfterTheIntent();
        become("""
                {"attributes": [{"uid": "a8", "key": "age", "name": "Age", "data_type": "number"},
                                {"uid": "a9", "key": "age", "name": "Age", "data_type": "number"}]}""");

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city");
    }

    @Test
    void aListThatLacksItGetsAMomentToShowIt() {
        stopAfterTheIntent();
        become("{}");

        assertThat(applied(NONE, CITY)).containsExactly("attribute city CREATED");

        assertThat(calls()).filteredOn("GET /attributes"::equals).hasSizeGreaterThan(1);
        assertThat(time.sleeps()).isNotEmpty();
    }

    @Test
    void unlessTheRouteStops() {
        stopAfterTheIntent();
        become("{}");
        stop.give();

        assertThat(applied(NONE, CITY)).singleElement().asString().contains("not sent, because the route is stopping");
        assertThat(writes()).isEmpty();
    }

    @Test
    void orStopsInThatMoment() {
        stopAfterTheIntent();
        become("{}");
        time.duringNextSleep(stop::give);

        assertThat(applied(NONE, CITY)).singleElement().asString().contains("not sent, because the route is stopping");
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatHasNotAppearedThenIsNotOursWhenItAppears() {
        stopAfterTheIntent();
        become("{}");
        applied(NONE, CITY);
        become(OTHERS);

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city");
    }

    @Test
    void aListThatLacksNothingIsRequestedOnce() {
        applied(NONE, AGE);
        time.sleep(Duration.ofMinutes(5));
        emulator().clearRequests();

        applied(NONE, AGE);

        assertThat(calls()).containsExactly("GET /attributes");
    }

    @Test
    void whatWasCreatedInDoubtIsOursWhenItAppears() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504)));
        applied(NONE, AGE);
        become(OTHERS);

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city", PRUNED);
    }

    /** The list is requested again after the response of the first create was lost, and has the second then. */
    @Test
    void whatOthersCreateMeanwhileIsTheirs() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504).applied()));
        time.duringNextSleep(() -> seed("{\"attributes\": [" + stored("age") + ", " + stored("age").replace("\"age\"", "\"years\"")
                .replaceFirst("\"uid\":\"\\w+\"", "\"uid\":\"a9\"") + "]}"));

        assertThat(applied(NONE, AGE.replace("]", ", {key: years, name: Age, data_type: number}]"))).containsExactly(
                "attribute age ADOPTED",
                "attribute years UNCHANGED");

        assertThat(planned(OWNED, CITY)).containsExactly("CREATE attribute city", PRUNED);
    }

    /** The ledger takes the intent, and then nothing more. */
    private void stopAfterTheIntent() {
        states.writesLeft = 1;
        applied(NONE, AGE);
        states.writesLeft = Integer.MAX_VALUE;
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
