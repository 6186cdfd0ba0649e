// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.net.http.HttpRequest;
import java.time.Duration;

import io.github.camelpersonalize.emulator.script.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void tenRequestsASecondAreServedAndTheEleventhIsTurnedAway() {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().clock(clock))) {
            Client client = new Client(emulator);
            requests(client, 10, 200);

            Client.Answer refused = client.get("/events");

            assertThat(refused.text()).isEqualTo("""
                    {"message":"Too many requests: the organisation may send 10 a second.","status":429}""");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void theSecondSlidesAndWhatWasTurnedAwayDoesNotCount() {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().clock(clock).rateLimit(2))) {
            Client client = new Client(emulator);
            requests(client, 1, 200);
            clock.pass(Duration.ofMillis(600));
            requests(client, 1, 200);
            requests(client, 5, 429);

            clock.pass(Duration.ofMillis(400));
            requests(client, 1, 200);
            requests(client, 1, 429);
            clock.pass(Duration.ofMillis(599));
            requests(client, 1, 429);
            clock.pass(Duration.ofMillis(1));
            requests(client, 1, 200);
        }
    }

    @Test
    void allProjectsAndCredentialsShareTheLimit() {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().clock(clock).rateLimit(2))) {
            Client client = new Client(emulator);
            HttpRequest.Builder other = client.bare("/attributes").header("authorization", "Bearer " + emulator.accessToken())
                    .header("x-project-uid", "p2");
            requests(client, 1, 200);

            assertThat(client.send(other).status()).isEqualTo(200);
            assertThat(client.send(other).status()).isEqualTo(429);
            requests(client, 1, 429);
        }
    }

    @Test
    void strangersDoNotUseUpTheLimit() {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().clock(clock).rateLimit(1))) {
            Client client = new Client(emulator);
            for (int i = 0; i < 3; i++) {
                assertThat(client.send(client.bare("/events")).status()).isEqualTo(401);
            }
            requests(client, 1, 200);
        }
    }

    @Test
    void whatIsTurnedAwayUsesUpNoScript() {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().clock(clock).rateLimit(1))) {
            Client client = new Client(emulator);
            emulator.script(Script.on("GET", "/events").thenStatuses(500, 502));
            requests(client, 1, 500);
            requests(client, 1, 429);
            clock.pass(Duration.ofSeconds(1));
            requests(client, 1, 502);
        }
    }

    @Test
    void retryAfterCanSayAnythingOrNothing() {
        EmulatorOptions options = EmulatorOptions.defaults().clock(clock).rateLimit(1);
        try (PersonalizeEmulator odd = PersonalizeEmulator.start(options.retryAfter("-1"));
                PersonalizeEmulator silent = PersonalizeEmulator.start(options.withoutRetryAfter())) {
            requests(new Client(odd), 1, 200);
            requests(new Client(silent), 1, 200);

            assertThat(new Client(odd).get("/events").response().headers().firstValue("Retry-After")).hasValue("-1");
            assertThat(new Client(silent).get("/events").response().headers().firstValue("Retry-After")).isEmpty();
        }
    }

    private static void requests(Client client, int count, int status) {
        for (int i = 0; i < count; i++) {
            assertThat(client.get("/events").status()).isEqualTo(status);
        }
    }
}
