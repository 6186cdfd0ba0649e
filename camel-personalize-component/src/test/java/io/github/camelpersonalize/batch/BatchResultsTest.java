// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;

import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.batch.Requests.attribute;
import static io.github.camelpersonalize.batch.Requests.audience;
import static io.github.camelpersonalize.batch.Requests.create;
import static io.github.camelpersonalize.batch.Requests.deletion;
import static io.github.camelpersonalize.batch.Requests.upsert;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of each write request of a batch, and what is sent for it. */
class BatchResultsTest extends AtABatch {

    private static final String SERVICE_REFUSED = "REJECTED: the service refused it with 422: Scripted answer";

    @Test
    void eachHasItsResultInItsPlaceWhateverIsSentFirst() {
        WriteRequest ignored = WriteRequest.ended(Resource.attributes, Operation.upsert, "gone", null,
                Result.Success.nothing("gone", "ignored"));

        assertThat(written(audience("Adults"), ignored, attribute("age", "Age"))).containsExactly("audience Adults CREATED",
                "attribute gone UNCHANGED (ignored)", "attribute age CREATED");
        assertThat(writes()).containsExactly("POST /attributes", "POST /audiences");
        assertThat(progress).containsExactly("1 of 2: CREATED", "2 of 2: CREATED");
    }

    @Test
    void ofSeveralTheLastIsSentAndTheOthersTellByWhichTheyAreSuperseded() {
        assertThat(written(attribute("age", "A"), attribute("city", "City"), attribute("age", "B"), attribute("age", "B")))
                .containsExactly("attribute age UNCHANGED (superseded by item 3)", "attribute city CREATED", "attribute age CREATED",
                        "attribute age UNCHANGED");
        assertThat(writes()).hasSize(2);
        assertThat(emulator().project(UID).attribute("age").path("name").asText()).isEqualTo("B");
        assertThat(progress).hasSize(4).endsWith("4 of 4: UNCHANGED");
    }

    @Test
    void whatIsDeletedAtOnceIsNotCreated() {
        assertThat(written(attribute("age", "A"), deletion(Resource.attributes, "age"))).containsExactly(
                "attribute age UNCHANGED (superseded by item 2)", "attribute age UNCHANGED");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aBodyThatIsNotValidIsNotSentAndTheOneBeforeCounts() {
        assertThat(written(attribute("age", "A"), upsert(Resource.attributes, "{'key': 'age', 'name': 7, 'data_type': 'string'}")))
                .containsExactly("attribute age CREATED", "attribute age REJECTED: /name must be a string; it is 7");
    }

    @Test
    void soDoesTheOneBeforeWhatTheServiceRefuses() {
        emulator().script(Script.on("POST", "/attributes").withBody("\"B\"").then(Step.status(422)));

        assertThat(written(attribute("age", "A"), attribute("age", "B"))).containsExactly("attribute age CREATED",
                "attribute age " + SERVICE_REFUSED);
        assertThat(writes()).hasSize(2);
    }

    @Test
    void andAllThatAreEqualShareTheRefusal() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(422)).forEver());

        assertThat(written(attribute("age", "B"), attribute("age", "A"), attribute("age", "A"))).containsExactly(
                "attribute age " + SERVICE_REFUSED, "attribute age " + SERVICE_REFUSED, "attribute age " + SERVICE_REFUSED);
        assertThat(writes()).as("each body once").hasSize(2);
    }

    /** The service may have refused it because the project was full. */
    @Test
    void whatWasRefusedInPlaceOfAnEarlierOneIsSentAgainWhereADeletionIsBetween() {
        seed("{\"attributes\": [{\"uid\": \"a1\", \"key\": \"city\", \"name\": \"City\", \"data_type\": \"string\"}]}");
        emulator().script(Script.on("POST", "/attributes").withBody("\"B\"").then(Step.status(422)));

        assertThat(written(attribute("age", "A"), deletion(Resource.attributes, "city"), attribute("age", "B"))).containsExactly(
                "attribute age CREATED", "attribute city DELETED", "attribute age UPDATED");
    }

    @ParameterizedTest
    @CsvSource({"503, UNKNOWN, service out of reach", "401, BLOCKED, credential refused"})
    void afterAnOutageNothingMoreIsSent(int status, String outcome, String found) {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(status)));

        List<String> written = written(attribute("age", "A"), attribute("city", "City"), audience("Adults"));

        assertThat(written.get(0)).startsWith("attribute age " + outcome + ": ");
        assertThat(written.subList(1, 3)).containsExactly("attribute city BLOCKED: not sent, because an item before it found the " + found,
                "audience Adults BLOCKED: not sent, because an item before it found the " + found);
        assertThat(writes()).containsExactly("POST /attributes");
    }

    @Test
    void whatIsSupersededSharesTheFateOfTheLast() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(503)).forEver());

        assertThat(written(attribute("age", "A"), attribute("age", "B"))).allMatch(line -> line.startsWith("attribute age BLOCKED: "));
        assertThat(writes()).isEmpty();
    }

    @Test
    void aCreateOfWhatExistsIsAConflictAndASecondEqualOneFindsTheFirst() {
        String age = "{'key': 'age', 'name': 'A', 'data_type': 'string'}";

        assertThat(written(create(Resource.attributes, age), create(Resource.attributes, age),
                create(Resource.attributes, age.replace("'A'", "'B'")))).satisfiesExactly(
                        line -> assertThat(line).isEqualTo("attribute age CREATED"),
                        line -> assertThat(line).isEqualTo("attribute age UNCHANGED"),
                        line -> assertThat(line).startsWith("attribute age CONFLICT: "));
    }

    @Test
    void theOptionsSayWhatAConflictIsUnlessTheRequestDoes() {
        seed("{\"attributes\": [{\"uid\": \"a1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"string\"}]}");
        String age = "{'key': 'age', 'name': 'A', 'data_type': 'string'}";

        assertThat(written(upsert(Resource.attributes, age, OnConflict.skip))).containsExactly(
                "attribute age UNCHANGED (differs in /name, and is left as it is (onConflict=skip))");
        assertThat(written(upsert(Resource.attributes, age))).containsExactly("attribute age UPDATED");
    }

    @Test
    void aBatchOfNothingHasNoResults() {
        assertThat(written()).isEmpty();
        assertThat(calls()).isEmpty();
    }
}
