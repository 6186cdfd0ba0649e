// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatsTest {

    private static final JsonNode AGE = Json.read("{\"key\": \"age\", \"data_type\": \"number\"}");

    @Test
    void equalBodiesAreTheSameWhetherTheyAreOneObjectOrTwo() {
        assertThat(Repeats.firsts(List.of(upsert(AGE), upsert(AGE), upsert(AGE.deepCopy()), upsert(AGE)))).containsExactly(0, 0, 0, 0);
    }

    @Test
    void whatFollowsAnotherValueIsStillTheSame() {
        JsonNode text = Json.read("{\"key\": \"age\", \"data_type\": \"string\"}");

        assertThat(Repeats.firsts(List.of(upsert(AGE), upsert(text), upsert(AGE), upsert(text)))).containsExactly(0, 1, 0, 1);
    }

    @Test
    void anotherKindOperationOrTargetIsNotTheSame() {
        assertThat(Repeats.firsts(List.of(upsert(AGE), WriteRequest.of(Resource.events, Operation.upsert, AGE, null),
                WriteRequest.of(Resource.attributes, Operation.create, AGE, null),
                new WriteRequest(Resource.attributes, Operation.upsert, new Target(null, "old"), AGE, null, null, null, null),
                upsert(AGE))))
                .containsExactly(0, 1, 2, 3, 0);
    }

    @Test
    void whereItCameFromMakesNoDifference() {
        assertThat(Repeats.firsts(List.of(upsert(AGE), WriteRequest.of(Resource.attributes, Operation.upsert, AGE, Coordinates.item(1)))))
                .containsExactly(0, 0);
    }

    @Test
    void whatToDoInAConflictMakesADifference() {
        assertThat(
                Repeats.firsts(List.of(upsert(AGE), WriteRequest.upsert(Resource.attributes, AGE, Coordinates.item(1), OnConflict.skip))))
                .containsExactly(0, 1);
    }

    @Test
    void whatHasAVersionIsTheSameAsWhatHasAnotherButNotAsWhatHasNone() {
        assertThat(Repeats.firsts(List.of(upsert(AGE), version(1), upsert(AGE), version(1)))).containsExactly(0, 1, 0, 3);
        assertThat(Repeats.firsts(List.of(version(1), version(2)))).containsExactly(0, 0);
    }

    @Test
    void whatHasNoBodyIsOnItsOwn() {
        WriteRequest ended = WriteRequest.ended(Resource.attributes, Operation.upsert, "age", null, Result.Success.nothing("age", null));
        WriteRequest deletion = WriteRequest.deletion(Resource.attributes, new Target(null, "age"), null);

        assertThat(Repeats.firsts(List.of(ended, ended, deletion, deletion))).containsExactly(0, 1, 2, 3);
    }

    private static WriteRequest version(int number) {
        return upsert(AGE).version(RecordVersion.parse(String.valueOf(number)).orElseThrow());
    }

    private static WriteRequest upsert(JsonNode body) {
        return WriteRequest.of(Resource.attributes, Operation.upsert, body, null);
    }
}
