// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The raw calls of experiences write what an experience itself has, and nothing of its versions; events can be changed. */
class LiveExperiencesTest extends LiveRoutes {

    private static final String HERO = "{\"name\": \"Hero\", \"__type\": \"SEGMENTED\"}";

    @ParameterizedTest
    @CsvSource({"variants, []", "status, '\"ACTIVE\"'", "metrics, []", "targeting, {}", "variantSplit, '\"EQUALLY_SPLIT\"'"})
    void aMemberOfAVersionIsRefusedBeforeItIsSent(String member, String value) {
        String body = "{\"name\": \"Hero\", \"__type\": \"SEGMENTED\", \"" + member + "\": " + value + "}";

        Exchange created = send("personalize:experiences?operation=create", body);
        Exchange updated = send("personalize:experiences?operation=update&uid=u1", body);

        String refusal = "experience \"Hero\": /%s belongs to a version, which %s does not write; use createVersion or updateVersion, or "
                + "upsert for both";
        assertThat(created.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage(refusal, member, "create");
        assertThat(updated.getException()).hasMessage(refusal, member, "update");
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update"})
    void soIsOneInABatch(String operation) {
        Exchange exchange = send("personalize:experiences?failOn=none&operation=" + operation,
                "[{\"name\": \"Hero\", \"__type\": \"SEGMENTED\", \"variants\": []}]");

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("outcome", "code")
                .hasToString("[(REJECTED, \"INVALID\")]");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(send("personalize:experiences?operation=create", "{\"name\": \"Hero\", \"variants\": [], \"status\": \"DRAFT\"}")
                .getException()).hasMessageContainingAll("/status belongs", "/variants belongs");
    }

    @Test
    void whatTheServiceTellsOfTheVersionsIsNoWishWhenItIsSentBack() {
        send("personalize:experiences?operation=create", HERO);
        String read = send("personalize:experiences?operation=get&key=Hero", null).getMessage().getBody(String.class);
        assertThat(read).contains("\"status\":\"DRAFT\"");

        Exchange exchange = send("personalize:experiences?operation=update",
                read.replace("\"description\":\"\"", "\"description\":\"new\""));

        assertThat(definition(exchange)).containsEntry("description", "new");
        assertThat(json(emulator().requests().get(emulator().requests().size() - 1).body()).fieldNames()).toIterable()
                .containsExactlyInAnyOrder("name", "description", "__type", "tags");
    }

    @Test
    void inABatchWhatIsTheSameIsNotSent() {
        send("personalize:experiences?operation=create",
                "{\"name\": \"Hero\", \"__type\": \"SEGMENTED\", \"description\": \"\", \"tags\": []}");
        String read = send("personalize:experiences?operation=get&key=Hero", null).getMessage().getBody(String.class);
        emulator().clearRequests();

        Exchange exchange = send("personalize:experiences?operation=update", "[" + read + "]");

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("outcome").hasToString("[UNCHANGED]");
        assertThat(calls()).containsExactly("GET /experiences");
    }

    @Test
    void anEventIsUpdatedAndDeleted() {
        send("personalize:events?operation=create", "{\"key\": \"buy\"}");

        Exchange updated = send("personalize:events?operation=update", "{\"key\": \"buy\", \"description\": \"paid\"}");
        Exchange deleted = send("personalize:events?operation=delete&key=buy", null);

        assertThat(List.of(updated, deleted)).extracting(exchange -> exchange.getMessage().getHeader("CamelPersonalizeOutcome"))
                .containsExactly("UPDATED", "DELETED");
        assertThat(emulator().project(PROJECT).events()).isEmpty();
    }
}
