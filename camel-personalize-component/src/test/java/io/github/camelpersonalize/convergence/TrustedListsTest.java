// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists that lack what was created here: they may be incomplete, and nothing is deleted by them. */
class TrustedListsTest extends AtAProject {

    private static final String REFUSAL = "BLOCKED INCOMPLETE_LIST: the service lists fewer than half of the 4 attributes that were created here"
            + " by apply: its list may be incomplete, or this may be another project; look at the project, and apply with prune=none once if it is"
            + " right";

    @Test
    void aListThatLacksMostOfWhatWasCreatedHereIsNotTrusted() {
        List<String> stored = createdAndStored("k1", "k2", "k3", "k4");

        become(stored.subList(0, 1));

        assertThat(applied(OWNED, "attributes: [" + attribute("k1") + "]")).containsExactly(REFUSAL);
        assertThat(applied(NONE, "attributes: [" + attribute("k1") + "]")).containsExactly("attribute k1 UNCHANGED");
        assertThat(applied(OWNED, "attributes: [" + attribute("k1") + "]")).containsExactly("attribute k1 UNCHANGED");
    }

    @Test
    void whatOthersHaveCreatedDoesNotMakeItWhole() {
        List<String> stored = createdAndStored("k1", "k2", "k3", "k4");

        become(List.of(stored.get(0), others("x1"), others("x2"), others("x3")));

        assertThat(applied(OWNED, "attributes: [" + attribute("k1") + "]")).containsExactly(REFUSAL);
    }

    @Test
    void aPlanThatDeletesIsNotExecutedWithIt() {
        List<String> stored = createdAndStored("k1", "k2", "k3", "k4");
        Plan plan = plan(OWNED, "attributes: [" + attribute("k1") + "]");

        become(stored.subList(0, 1));

        assertThat(applied(OWNED, plan)).containsExactly(REFUSAL);
    }

    @Test
    void oneThatDeletesNothingIs() {
        List<String> stored = createdAndStored("k1", "k2", "k3", "k4");
        Plan plan = plan(NONE, "attributes: [" + attribute("k1") + "]");

        become(stored.subList(0, 1));

        assertThat(applied(OWNED, plan)).containsExactly("attribute k1 UNCHANGED");
    }

    @Test
    void aListThatHasHalfIsTrusted() {
        List<String> stored = createdAndStored("k1", "k2", "k3", "k4");

        become(stored.subList(0, 2));

        assertThat(applied(OWNED, "attributes: [" + attribute("k1") + "]")).containsExactly("attribute k1 UNCHANGED",
                "attribute k2 DELETED");
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void ofFewerThanThreeAListMayLackAll(int created, boolean distrusted) {
        createdAndStored(List.of("k1", "k2", "k3").subList(0, created).toArray(String[]::new));

        become(List.of());

        assertThat(applied(OWNED, "attributes: [" + attribute("k9") + "]").get(0).startsWith("BLOCKED INCOMPLETE_LIST"))
                .isEqualTo(distrusted);
    }

    /** As the service has them. */
    private List<String> createdAndStored(String... keys) {
        applied(OWNED, "attributes: [" + String.join(", ", Stream.of(keys).map(TrustedListsTest::attribute).toList()) + "]");
        return Stream.of(keys).map(key -> emulator().project(UID).attribute(key).toString()).toList();
    }

    /** What the service lists a while later, when nothing that was just written can be missing yet. */
    private void become(List<String> attributes) {
        time.sleep(Duration.ofMinutes(5));
        emulator().reset();
        seed("{\"attributes\": [" + String.join(", ", attributes) + "]}");
    }

    private static String others(String key) {
        return "{\"uid\": \"" + key + "\", \"key\": \"" + key + "\", \"name\": \"N\", \"data_type\": \"string\"}";
    }

    private static String attribute(String key) {
        return "{key: " + key + ", name: N, data_type: string}";
    }
}
