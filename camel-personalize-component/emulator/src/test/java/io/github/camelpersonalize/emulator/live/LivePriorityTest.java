// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;

import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class LivePriorityTest {

    private static final String PATH = "/experiences-priority";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private Client client;
    private String first;
    private String second;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
        create();
    }

    @Test
    void theNewestIsLastUntilTheOrderIsWritten() {
        assertThat(client.get(PATH).text()).isEqualTo(order(first, second));

        Client.Answer written = client.put(PATH, order(second, first));

        assertThat(written.status()).isEqualTo(200);
        assertThat(written.text()).isEqualTo(order(second, first));
        assertThat(EMULATOR.emulator().project("p1").priority()).isEqualTo(List.of(second, first));
        assertThat(client.get("/experiences/" + first).json().path("priority").asInt()).isEqualTo(2);
    }

    @Test
    void theOrderNamesAll() {
        assertThat(client.put(PATH, order(second)).text())
                .isEqualTo(Live.error("personalize.MISSING_EXPERIENCES", "The order must name all 2 experiences of the project"));
    }

    @Test
    void theOrderNamesNothingElse() {
        assertThat(client.put(PATH, order(first, second, Live.NOBODY)).text())
                .isEqualTo(Live.errors("priorityOrder", "emulator.UNKNOWN_REFERENCE", "no experience has the uid " + Live.NOBODY));
        assertThat(client.put(PATH, order(first, second, first)).text())
                .isEqualTo(Live.errors("priorityOrder", "emulator.DUPLICATE", "priorityOrder names " + first + " twice"));
        assertThat(client.put(PATH, order("x")).text())
                .isEqualTo(Live.errors("priorityOrder", "emulator.NOT_AN_OBJECT_ID", "x is not a valid ObjectId"));
        assertThat(client.put(PATH, "{\"priority\": []}").text())
                .isEqualTo(Live.errors("priorityOrder", "emulator.REQUIRED", "priorityOrder is required"));
    }

    @Test
    void priorityIsNoPlaceBelowTheExperiences() {
        assertThat(client.get("/experiences/priority").text())
                .isEqualTo(Live.error("emulator.NOT_AN_OBJECT_ID", "priority is not a valid ObjectId"));
    }

    @Test
    void aDeletedExperienceCanStayInTheOrderAndSpoilIt() {
        try (PersonalizeEmulator stale = PersonalizeEmulator
                .start(EmulatorOptions.defaults().rateLimit(0).live(LiveOptions.defaults().stalePriority(true)))) {
            client = new Client(stale);
            create();
            client.delete("/experiences/" + first);

            assertThat(client.get(PATH).text()).isEqualTo(order(first, second));
            assertThat(client.put(PATH, order(second)).json().path("error").asText()).isEqualTo("personalize.MISSING_EXPERIENCES");
            assertThat(client.put(PATH, order(second, first)).status()).isEqualTo(200);
        }
    }

    private void create() {
        first = client.post("/experiences", Live.segmented("First")).uid();
        second = client.post("/experiences", Live.segmented("Second")).uid();
    }

    private static String order(String... uids) {
        return "{\"priorityOrder\":[\"" + String.join("\",\"", uids) + "\"]}";
    }
}
