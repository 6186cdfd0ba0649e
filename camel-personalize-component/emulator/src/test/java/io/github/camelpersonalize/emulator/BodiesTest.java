// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class BodiesTest {

    private static final String EVENT = """
            {"name": "Purchase", "key": "purchase"}""";

    private Client client;

    @BeforeEach
    void connect(PersonalizeEmulator emulator) {
        client = new Client(emulator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.333333333333333333", "0.10", "9007199254740993", "123456789012345678901234567890", "1E+400", "-0.50"})
    void numbersKeepEveryDigit(String number) {
        String answer = client.post("/audiences", """
                {"name": "A", "rules": {"value": %s}, "extra": [%s]}""".formatted(number, number)).text();

        assertThat(answer).contains("\"rules\":{\"value\":" + number + "},\"extra\":[" + number + "]");
        assertThat(client.get("/audiences").text()).contains(answer);
    }

    @Test
    void membersThatTheContractDoesNotKnowAreKeptAsTheyAre() {
        String extra = "\"tags\":[\"<script>\",null,true,{\"ü\":\"\\u2028\"}],\"project\":{}";

        String answer = client.post("/events", "{\"name\":\"N\",\"key\":\"k\"," + extra + "}").text();

        assertThat(answer).contains(extra.replace("\\u2028", "\u2028"));
        assertThat(client.get("/events").text()).isEqualTo("{\"data\":[" + answer + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON"})
    void jsonIsWelcomeHoweverItIsSpelt(String type) {
        assertThat(client.send(client.request("/events").header("Content-Type", type).POST(BodyPublishers.ofString(EVENT))).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json-seq", "application/x-www-form-urlencoded"})
    void anythingElseIsRefused(String type) {
        assertThat(client.send(client.request("/events").header("Content-Type", type).POST(BodyPublishers.ofString(EVENT))).text())
                .isEqualTo("""
                        {"message":"The header content-type must be application/json.","status":400}""");
    }

    @Test
    void aBodyWithoutATypeIsRefused() {
        assertThat(client.send(client.request("/events").POST(BodyPublishers.ofString(EVENT))).text()).isEqualTo("""
                {"message":"The header content-type must be application/json.","status":400}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\":}", "{} {}", "{'name': 'x'}", "NaN"})
    void whatIsNotOneJsonDocumentIsRefused(String body) {
        assertThat(client.post("/events", body).text()).isEqualTo("""
                {"message":"The body is not valid JSON.","status":400}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "7"})
    void whatIsNotAnObjectIsRefused(String body) {
        assertThat(client.post("/events", body).text()).isEqualTo("""
                {"message":"The body must be a JSON object.","status":400}""");
    }
}
