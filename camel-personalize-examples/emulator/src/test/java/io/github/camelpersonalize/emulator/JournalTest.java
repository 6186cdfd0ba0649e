// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.journal.RecordedAnswer;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.journal.RequestJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {

    private static final SettableClock CLOCK = new SettableClock();

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension(
            EmulatorOptions.defaults().rateLimit(0).clock(CLOCK));

    private PersonalizeEmulator emulator;
    private Client client;

    @BeforeEach
    void connect() {
        emulator = EMULATOR.emulator();
        client = new Client(emulator);
    }

    @Test
    void requestsAreWrittenDownInTheirOrder() {
        client.post("/events", "{\"key\": \"a\"}");
        CLOCK.pass(Duration.ofSeconds(5));
        client.get("/events?x=1");
        client.send(client.bare("/nothing"));

        assertThat(emulator.requests()).extracting(Object::toString).containsExactly("POST /events 400", "GET /events?x=1 200",
                "GET /nothing 401");
        RecordedRequest first = emulator.requests().get(0);
        RecordedRequest second = emulator.requests().get(1);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.body()).isEqualTo("{\"key\": \"a\"}");
        assertThat(first.json().path("key").asText()).isEqualTo("a");
        assertThat(first.project()).isEqualTo("p1");
        assertThat(first.operation()).isEqualTo("createEvent");
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(Duration.between(first.time(), second.time())).isEqualTo(Duration.ofSeconds(5));
        assertThat(emulator.requests().get(2).operation()).isEmpty();
    }

    @Test
    void credentialsAreMasked() {
        client.send(client.bare("/events").header("authtoken", "hush-1"));
        client.send(client.bare("/events").header("Authorization", "Bearer hush-2"));
        client.send(client.bare("/events").header("Authorization", "Basic hush-3").header("Cookie", "hush-4"));

        assertThat(emulator.requests().get(0).header("authtoken")).isEqualTo("***");
        assertThat(emulator.requests().get(1).header("authorization")).isEqualTo("Bearer ***");
        assertThat(emulator.requests().get(2).header("authorization")).isEqualTo("***");
        assertThat(client.send(client.bare("/emulator/requests")).text()).doesNotContain("hush");
    }

    @Test
    void whateverSoundsLikeASecretIsMasked() {
        client.send(client.bare("/events").header("access_token", "hush").header("X-Api-Key", "hush").header("x-client-secret", "hush")
                .header("X-Auth-Token", "hush").header("X-Password", "hush").header("x-request-id", "shown"));

        RecordedRequest request = emulator.requests().get(0);
        assertThat(List.of("access_token", "x-api-key", "x-client-secret", "x-auth-token", "x-password")).extracting(request::header)
                .containsOnly("***");
        assertThat(request.header("x-request-id")).isEqualTo("shown");
    }

    @Test
    void ofLongAnswersTheBeginningIsKept() {
        RequestJournal journal = new RequestJournal();
        Request request = new Request("GET", "/events", "", Map.of(), new byte[0]);
        byte[] body = ("x" + "é".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
        journal.write(request, "getAllEvents", "/events", Instant.EPOCH, new Answer(200, Map.of("A", "b"), body), "");

        assertThat(journal.find(1).orElseThrow().answer()).isEqualTo(new RecordedAnswer(Map.of("A", "b"), "x" + "é".repeat(1_999), 6_001));
        assertThat(journal.find(2)).isEmpty();
    }

    @Test
    void requestsAreCountedByMethodAndPath() {
        client.get("/attributes");
        client.get("/attributes");
        client.delete("/attributes/a");
        client.delete("/attributes/b");
        client.get("/made/up");

        assertThat(emulator.requestCounts()).isEqualTo(Map.of("GET /attributes", 2L, "DELETE /attributes/{id}", 2L, "GET other", 1L));
        assertThat(emulator.requestCount()).isEqualTo(5);
        assertThat(emulator.requests("DELETE", "/attributes/*")).extracting(RecordedRequest::path).containsExactly("/attributes/a",
                "/attributes/b");
        assertThat(emulator.requests("GET", "/attributes")).hasSize(2);
    }

    @Test
    void theJournalCanBeClearedAlone() {
        client.post("/events", "{\"key\": \"a\", \"name\": \"A\"}");

        emulator.clearRequests();

        assertThat(emulator.requests()).isEmpty();
        assertThat(emulator.requestCount()).isZero();
        assertThat(emulator.requestCounts()).isEmpty();
        assertThat(emulator.project("p1").events()).hasSize(1);
    }

    @Test
    void administrationIsNotWrittenDown() {
        client.send(client.bare("/emulator/state"));
        client.send(client.bare("/emulator/reset").POST(BodyPublishers.noBody()));
        client.send(client.bare("/"));

        assertThat(emulator.requests()).isEmpty();
    }

    @Test
    void onlyTheLastTenThousandAreKeptAndAllAreCounted() {
        RequestJournal journal = new RequestJournal();
        Request request = new Request("GET", "/events", "", Map.of("Accept", List.of("a", "b")), new byte[0]);
        for (int i = 0; i < 10_003; i++) {
            journal.write(request, "getAllEvents", "/events", Instant.EPOCH, Answer.empty(200), "");
        }

        assertThat(journal.requests()).hasSize(10_000);
        assertThat(journal.requests().get(0).number()).isEqualTo(4);
        assertThat(journal.newest(2, any -> true)).extracting(RecordedRequest::number).containsExactly(10_003L, 10_002L);
        assertThat(journal.newest(1, any -> true).get(0).header("accept")).isEqualTo("a, b");
        assertThat(journal.total()).isEqualTo(10_003);
        assertThat(journal.counts()).isEqualTo(Map.of("GET /events", 10_003L));
    }
}
