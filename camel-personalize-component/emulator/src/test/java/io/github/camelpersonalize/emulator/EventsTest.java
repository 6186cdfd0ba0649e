// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class EventsTest {

    private Client client;

    @BeforeEach
    void connect(PersonalizeEmulator emulator) {
        client = new Client(emulator);
    }

    @Test
    void anEventIsCreatedAndListed() {
        Client.Answer created = client.post("/events", """
                {"name": "Purchase", "key": "purchase"}""");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().fieldNames()).toIterable().containsExactly("uid", "name", "key", "created_at");
        assertThat(client.get("/events").text()).isEqualTo("{\"data\":[" + created.text() + "]}");
    }

    @Test
    void allThatIsWrongWithABodyIsSaidAtOnce() {
        assertThat(client.post("/events", "{}").text()).isEqualTo("""
                {"message":"The event is refused: name is required; key is required.","status":400}""");
    }

    @Test
    void aKeyCanBeTakenOnce() {
        client.post("/events", """
                {"name": "Purchase", "key": "purchase"}""");

        assertThat(client.post("/events", """
                {"name": "Bought", "key": "purchase"}""").text()).isEqualTo("""
                {"message":"The event is refused: an event with the key 'purchase' exists already.","status":400}""");
    }

    @Test
    void eventsCanNeitherBeReplacedNorDeleted() {
        String uid = client.post("/events", """
                {"name": "Purchase", "key": "purchase"}""").uid();

        assertThat(client.put("/events/" + uid, "{}").status()).isEqualTo(404);
        assertThat(client.delete("/events/" + uid).text())
                .isEqualTo("{\"message\":\"There is nothing at /events/" + uid + ".\",\"status\":404}");
    }
}
