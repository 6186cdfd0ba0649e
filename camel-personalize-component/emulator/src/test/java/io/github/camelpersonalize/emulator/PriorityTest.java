// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class PriorityTest {

    private Client client;
    private String first;
    private String second;

    @BeforeEach
    void twoExperiences(PersonalizeEmulator emulator) {
        client = new Client(emulator);
        first = experience("First");
        second = experience("Second");
    }

    @Test
    void newExperiencesComeLast() {
        assertThat(client.get("/experiences/priority").text()).isEqualTo(order(first, second));
    }

    @Test
    void deletedExperiencesLeaveTheOrder() {
        client.delete("/experiences/" + first);

        assertThat(client.get("/experiences/priority").text()).isEqualTo(order(second));
    }

    @Test
    void theOrderCanBeChanged() {
        Client.Answer changed = client.put("/experiences/priority", order(second, first));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text()).isEqualTo(order(second, first));
        assertThat(client.get("/experiences/priority").text()).isEqualTo(order(second, first));
    }

    @Test
    void anOrderNamesEachExperienceOnce() {
        String refused = "{\"message\":\"The priority is refused: ";
        assertThat(client.put("/experiences/priority", order(first)).text())
                .isEqualTo(refused + "missing experiences " + second + ".\",\"status\":400}");
        assertThat(client.put("/experiences/priority", order(first, second, first, "x")).text())
                .isEqualTo(refused + "unknown experiences x; repeated experiences " + first + ".\",\"status\":400}");
        assertThat(client.put("/experiences/priority", "{\"priority\":[]}").message())
                .isEqualTo("The priority is refused: missing experiences " + first + ", " + second + ".");
        assertThat(client.get("/experiences/priority").text()).isEqualTo(order(first, second));
    }

    @Test
    void anOrderIsAListOfUids() {
        assertThat(client.put("/experiences/priority", "{}").message()).isEqualTo("The priority is refused: priority is required.");
        assertThat(client.put("/experiences/priority", "{\"priority\":[1]}").message())
                .isEqualTo("The priority is refused: priority[0] must be a string.");
    }

    @Test
    void thePriorityIsNoExperience() {
        assertThat(client.delete("/experiences/priority").text()).isEqualTo("""
                {"message":"DELETE is not possible at /experiences/priority; possible: GET, PUT.","status":405}""");
    }

    private String experience(String name) {
        return client.post("/experiences", """
                {"name": "%s", "type": "AB_TEST"}""".formatted(name)).uid();
    }

    private static String order(String... uids) {
        return "{\"priority\":[\"" + String.join("\",\"", uids) + "\"]}";
    }
}
