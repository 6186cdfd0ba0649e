// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.EarlierSteps;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a route learns of a failure: the type of the exception, its message, and what it tells programs. */
class ExceptionTranslatorTest {

    private static final Coordinates FROM = Coordinates.kafka("orders", 0, 1841);
    private static final JsonNode AGE = Json.read("{\"key\": \"age\"}");

    private static PersonalizeException exception(String uriKey, InputRecord record, Problem problem) {
        return new ExceptionTranslator(Resource.attributes, uriKey).exception(record, Result.Failure.of(problem));
    }

    private static InputRecord input(JsonNode body, String key, Coordinates from, String tombstoneKey) {
        return new InputRecord(body, null, null, key, null, from, tombstoneKey, null, EarlierSteps.NONE);
    }

    @Test
    void theMessageNamesTheDefinitionTheReasonAndWhereTheRecordCameFrom() {
        List<FieldError> errors = List.of(new FieldError("/name", "is missing"));

        PersonalizeException thrown = exception(null, input(AGE, null, FROM, null),
                new Problem(Category.REJECTED, 422, "INVALID", "/name is missing", errors, Retry.USELESS));

        assertThat(thrown).hasMessage("attribute \"age\": /name is missing (orders-0@1841)");
        assertThat(thrown.getKind()).isEqualTo("attribute");
        assertThat(thrown.getKey()).isEqualTo("age");
        assertThat(thrown.getCoordinates()).isEqualTo(FROM);
        assertThat(thrown.getStatus()).isEqualTo(422);
        assertThat(thrown.getCode()).isEqualTo("INVALID");
        assertThat(thrown.getFieldErrors()).isEqualTo(errors);
        assertThat(thrown.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(thrown.getReport()).isNull();
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        PersonalizeException thrown = exception(null, InputRecord.NONE, Problem.rejected("NO_BATCH", "one at a time"));

        assertThat(thrown).hasMessage("attribute: one at a time");
        assertThat(thrown.getKey()).isNull();
        assertThat(thrown.getCoordinates()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"REJECTED, PersonalizeRejectedException", "BLOCKED, PersonalizeUnavailableException",
            "UNAVAILABLE, PersonalizeUnavailableException", "MISCONFIGURED, PersonalizeConfigurationException",
            "UNAUTHORIZED, PersonalizeAuthException"})
    void theTypeSaysWhatARouteShouldDo(Category category, String type) {
        Problem problem = new Problem(category, 0, null, "why", List.of(), Retry.USELESS);

        assertThat(exception(null, InputRecord.NONE, problem).getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void aDefinitionIsNamedByTheUriThenByItselfThenBesideItThenByTheKeyOfATombstone() {
        Problem problem = Problem.rejected("INVALID", "why");

        assertThat(exception("uri", input(AGE, "beside", null, "tombstone"), problem)).hasMessage("attribute \"uri\": why");
        assertThat(exception(" ", input(AGE, "beside", null, "tombstone"), problem)).hasMessage("attribute \"age\": why");
        assertThat(exception(null, input(Json.read("{}"), "beside", null, "tombstone"), problem))
                .hasMessage("attribute \"beside\": why");
        assertThat(exception(null, input(null, " ", null, "tombstone"), problem)).hasMessage("attribute \"tombstone\": why");
    }

    @Test
    void theMessageIsOneLine() {
        assertThat(exception("a\nb", InputRecord.NONE, Problem.rejected("INVALID", "why\r\n"))).message().hasLineCount(1)
                .startsWith("attribute \"a");
    }

    @Test
    void aBatchIsToldByItsFirstFailureAndHowManyThereAre() {
        List<WriteResult> results = List.of(new WriteResult("event", "buy", Coordinates.item(0), Result.Success.nothing("buy", null)),
                failure("view", 1, new Problem(Category.REJECTED, 400, "INVALID", "no name", List.of(new FieldError("/name", "no")),
                        Retry.USELESS)),
                failure(null, 2, Problem.rejected("OTHER", "no key")));
        BatchReport report = BatchReport.of(results);

        PersonalizeException thrown = new ExceptionTranslator(Resource.events, "uri").exception(report, results.get(1));

        assertThat(thrown).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("2 of 3 items failed, first event \"view\": no name (item 2)");
        assertThat(thrown.getKind()).isEqualTo("event");
        assertThat(thrown.getKey()).isEqualTo("view");
        assertThat(thrown.getCoordinates()).isEqualTo(Coordinates.item(1));
        assertThat(thrown.getStatus()).isEqualTo(400);
        assertThat(thrown.getCode()).isEqualTo("INVALID");
        assertThat(thrown.getFieldErrors()).isEmpty();
        assertThat(thrown.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(thrown.getReport()).isSameAs(report);
    }

    @Test
    void aBatchIsToldByAWorseFailureThatCameLater() {
        List<WriteResult> results = List.of(failure("view", 0, Problem.rejected("INVALID", "no name")),
                failure(null, 1, Problem.unavailable(503, "the service failed")));

        PersonalizeException thrown = new ExceptionTranslator(Resource.events, null).exception(BatchReport.of(results), results.get(1));

        assertThat(thrown).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("2 of 2 items failed, among them event: the service failed (item 2)");
        assertThat(thrown.getOutcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static WriteResult failure(String key, int index, Problem problem) {
        return new WriteResult("event", key, Coordinates.item(index), Result.Failure.of(problem));
    }
}
