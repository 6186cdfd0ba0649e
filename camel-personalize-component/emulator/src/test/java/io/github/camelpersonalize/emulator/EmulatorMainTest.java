// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmulatorMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void itSaysWhereItIsAndWhatOpensIt() {
        try (PersonalizeEmulator emulator = run("--port", "0", "--authtoken", "t", "--access-token", "a", "--bind", "localhost")) {
            assertThat(out).hasToString("Personalize emulator at http://localhost:" + emulator.port()
                    + " (open it in a browser to watch), authtoken t, access token a" + System.lineSeparator());
            assertThat(new Client(emulator).send(new Client(emulator).bare("/")).status()).isEqualTo(200);
        }
    }

    @Test
    void itLimitsRequestsUnlessToldOtherwise() {
        try (PersonalizeEmulator limited = run("--port", "0"); PersonalizeEmulator unlimited = run("--port", "0", "--rate-limit", "0")) {
            assertThat(perSecond(limited)).isEqualTo(10);
            assertThat(perSecond(unlimited)).isZero();
        }
    }

    @Test
    void itCanKeepToSeededProjects() {
        try (PersonalizeEmulator emulator = run("--port", "0", "--strict-projects")) {
            assertThat(new Client(emulator).get("/events").status()).isEqualTo(404);
        }
    }

    @Test
    void itAnswersWithThePersonalityThatIsChosen() {
        try (PersonalizeEmulator contract = run("--port", "0");
                PersonalizeEmulator live = run("--port", "0", "--personality", "live");
                PersonalizeEmulator strict = run("--strict-members", "--port", "0")) {
            String body = "{\"key\": \"paid\", \"name\": \"Paid\"}";

            assertThat(new Client(contract).get("/events").text()).isEqualTo("{\"data\":[]}");
            assertThat(new Client(live).get("/events").text()).isEqualTo("[]");
            assertThat(new Client(live).post("/events", body).status()).isEqualTo(201);
            assertThat(new Client(strict).post("/events", body).status()).isEqualTo(400);
        }
    }

    @Test
    void itExplainsItself() {
        assertThat(run("--help")).isNull();
        assertThat(out.toString()).contains("--port", "--bind", "--rate-limit", "--authtoken", "--access-token", "--strict-projects",
                "--personality", "--strict-members", "--pause-locked", "--stale-priority", "--cms-polls", "--quota", "--organization",
                "--read-only-token");
    }

    @Test
    void itTellsItsVersion() throws Exception {
        assertThat(EmulatorMain.execute(List.of("--version"), new PrintStream(out, true), System.err)).isZero();
        assertThat(out).hasToString("Personalize emulator of a development build" + System.lineSeparator());
    }

    @Test
    void aWrongOptionIsToldAndIsAFailure() throws Exception {
        assertThat(EmulatorMain.execute(List.of("--colour"), System.out, new PrintStream(out, true))).isEqualTo(1);
        assertThat(out.toString().lines()).containsExactly("Unknown option --colour.", "See --help.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--colour | Unknown option --colour.", "--port | The option --port needs a value.",
            "--port x | The option --port needs a number, not 'x'.", "--port 70000 | port must be between 0 and 65535: 70000",
            "--personality odd | The personality must be one of contract, live, not 'odd'.", "--quota 0 | quota must be 1 or more: 0",
            "--cms-polls -1 | cmsPolls must be 0 or more: -1", "--rate-limit -1 | rateLimit must be 0 (no limit) or more: -1"})
    void itSaysWhatIsWrong(String args, String message) {
        assertThatThrownBy(() -> run(args.split(" "))).hasMessage(message);
    }

    @Test
    void itSaysWhenThePortIsTaken() {
        try (PersonalizeEmulator first = run("--port", "0")) {
            assertThatThrownBy(() -> run("--port", String.valueOf(first.port()))).hasMessage("The emulator cannot listen at 127.0.0.1 port "
                    + first.port()
                    + ": the port is taken or the address is not this machine's. Choose another port, or 0 for any that is free.");
        }
    }

    private PersonalizeEmulator run(String... args) {
        return EmulatorMain.run(List.of(args), new PrintStream(out, true));
    }

    private static int perSecond(PersonalizeEmulator emulator) {
        Client client = new Client(emulator);
        return client.send(client.bare("/emulator/overview")).json().at("/limit/perSecond").asInt();
    }
}
