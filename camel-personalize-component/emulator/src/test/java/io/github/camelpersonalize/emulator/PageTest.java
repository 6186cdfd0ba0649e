// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class PageTest {

    private Client client;
    private PersonalizeEmulator emulator;

    @BeforeEach
    void connect(PersonalizeEmulator running) {
        emulator = running;
        client = new Client(running);
    }

    @Test
    void thePageAndItsPartsAreServedWithAPolicyThatForbidsAllElse() {
        for (String path : new String[]{"/", "/emulator/page.css", "/emulator/page.js"}) {
            Client.Answer answer = client.send(client.bare(path));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'; ");
        }
        assertThat(client.send(client.bare("/")).response().headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        String all = client.send(client.bare("/")).text() + client.send(client.bare("/emulator/page.css")).text()
                + client.send(client.bare("/emulator/page.js")).text();

        assertThat(Pattern.compile("https?://|url\\(|@import").matcher(all).results()).isEmpty();
    }

    @Test
    void theOverviewShowsCountsNewestFirstAndTheLatestRequests() {
        for (int i = 1; i <= 15; i++) {
            client.post("/attributes", "{\"name\": \"Name %d\", \"key\": \"k%d\", \"data_type\": \"string\"}".formatted(i, i));
        }
        client.post("/experiences", "{\"name\": \"Split\", \"type\": \"AB_TEST\"}");

        JsonNode overview = client.send(client.bare("/emulator/overview")).json();

        assertThat(overview.path("total").asInt()).isEqualTo(16);
        assertThat(overview.at("/limit/perSecond").asInt()).isZero();
        assertThat(overview.at("/projects/0/uid").asText()).isEqualTo("p1");
        assertThat(overview.at("/projects/0/attributes/count").asInt()).isEqualTo(15);
        assertThat(overview.at("/projects/0/attributes/newest")).hasSize(12);
        assertThat(overview.at("/projects/0/attributes/newest/0/key").asText()).isEqualTo("k15");
        assertThat(overview.at("/projects/0/attributes/newest/0/type").asText()).isEqualTo("string");
        assertThat(overview.at("/projects/0/experiences/newest/0/status").asText()).isEqualTo("DRAFT");
        assertThat(overview.at("/requests/0/path").asText()).isEqualTo("/experiences");
        assertThat(overview.at("/requests/0/status").asInt()).isEqualTo(201);
    }

    @Test
    void theOverviewStaysSmallHoweverLargeTheProject() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            events.append(i == 0 ? "" : ",").append("{\"key\":\"k").append(i).append("\",\"name\":\"N\"}");
        }
        emulator.seed("p1", "{\"events\":[" + events + "]}");

        assertThat(client.send(client.bare("/emulator/overview")).text()).hasSizeLessThan(4_000);
    }
}
