// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class AttributesTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension(
            EmulatorOptions.defaults().rateLimit(0).clock(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC)));

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @Test
    void anAttributeIsCreatedListedReplacedAndDeleted() {
        Client.Answer created = client.post("/attributes", """
                {"name": "Age", "key": "age", "data_type": "number", "note": "kept"}""");
        String uid = created.uid();
        assertThat(created.status()).isEqualTo(201);
        assertThat(uid).matches("[0-9a-f]{24}");
        assertThat(created.text()).isEqualTo("{\"uid\":\"" + uid
                + "\",\"name\":\"Age\",\"key\":\"age\",\"data_type\":\"number\",\"note\":\"kept\",\"created_at\":\"2026-03-01T12:00:00.000Z\"}");
        assertThat(client.get("/attributes").text()).isEqualTo("{\"data\":[" + created.text() + "]}");

        Client.Answer updated = client.put("/attributes/" + uid, """
                {"name": "Years", "key": "years", "data_type": "number"}""");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.text()).isEqualTo("{\"uid\":\"" + uid
                + "\",\"name\":\"Years\",\"key\":\"years\",\"data_type\":\"number\",\"created_at\":\"2026-03-01T12:00:00.000Z\"}");

        Client.Answer deleted = client.delete("/attributes/" + uid);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        assertThat(client.get("/attributes").text()).isEqualTo("{\"data\":[]}");
    }
}
