// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Tombstone;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.batch.Records.ATTRIBUTES;
import static io.github.camelpersonalize.batch.Records.named;
import static io.github.camelpersonalize.batch.Records.record;
import static io.github.camelpersonalize.batch.Records.tombstone;
import static io.github.camelpersonalize.batch.Records.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

/** What an operation does for one record, and for several. */
class RecordOperationsTest extends AtABatch {

    private static final String AGE = "{'key': 'age', 'name': 'Age', 'data_type': 'number'}";
    private static final RecordRules EXPERIENCES = Records.rules(Resource.experiences, Dialect.CONTRACT);

    @BeforeEach
    void seedAProject() {
        seed("""
                {"attributes": [{"uid": "a1", "key": "city", "name": "City", "data_type": "string"}],
                 "experiences": [{"uid": "e1", "name": "A", "type": "AB_TEST"}, {"uid": "e2", "name": "B", "type": "AB_TEST"}]}""");
    }

    /** One record costs no list that it does not need. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create | {'key': 'age', 'name': 'Age', 'data_type': 'number'}                  | CREATED | POST /attributes
            update | {'uid': 'a1', 'key': 'city', 'name': 'Town', 'data_type': 'string'}   | UPDATED | PUT /attributes/a1
            upsert | {'key': 'age', 'name': 'Age', 'data_type': 'number'}                  | CREATED | GET /attributes, POST /attributes
            delete | {'uid': 'a1'}                                                         | DELETED | DELETE /attributes/a1
            """)
    void oneRecordIsWrittenOnItsOwn(Operation operation, String body, String outcome, String calls) {
        assertThat(line(executed(ATTRIBUTES, operation, record(body)))).isEqualTo(outcome);
        assertThat(String.join(", ", calls())).isEqualTo(calls);
    }

    @Test
    void oneThatAsksForNothingIsNotSent() {
        assertThat(line(executed(ATTRIBUTES, Operation.upsert, tombstone("age", null))))
                .isEqualTo("UNCHANGED (a tombstone, ignored (tombstone=ignore))");
        assertThat(line(executed(ATTRIBUTES, Operation.create, unreadable("it is no JSON")))).isEqualTo("REJECTED: it is no JSON");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aTombstoneDeletesWhatNothingUsesAsInABatch() {
        assertThat(line(executed(Records.on(ATTRIBUTES, Tombstone.delete), Operation.upsert, tombstone("city", null))))
                .isEqualTo("DELETED");
        assertThat(calls()).containsExactly("GET /attributes", "GET /audiences", "GET /experiences", "DELETE /attributes/a1");
    }

    @Test
    void aRecordWithAVersionIsComparedWithTheKeptOneAsInABatch() {
        RecordRules versioned = Records.versioned(ATTRIBUTES, "rev");
        executed(versioned, Operation.upsert, record(AGE.replace("}", ", 'rev': 2}")));

        assertThat(line(executed(versioned, Operation.upsert, record(AGE.replace("}", ", 'rev': 1}")))))
                .isEqualTo("UNCHANGED (version 1 is older than 2, which was written before; skipped)");
    }

    @Test
    void severalAreABatch() {
        assertThat(lines(operations(ATTRIBUTES).execute(Operation.upsert, List.of(record(AGE), unreadable("it is no JSON"), record(AGE)))))
                .containsExactly("attribute age CREATED", "attribute null REJECTED: it is no JSON", "attribute age UNCHANGED");
    }

    @Test
    void aDefinitionIsRead() {
        Result.Success read = (Result.Success) executed(EXPERIENCES, Operation.get, named(null, "e1", null));

        assertThat(read.body().path("name").asText()).isEqualTo("A");
        assertThat(calls()).containsExactly("GET /experiences/e1");
    }

    @Test
    void oneThatIsNotNamedIsNot() {
        assertThat(line(executed(EXPERIENCES, Operation.get, record("{}"))))
                .isEqualTo("REJECTED: no experience is named: set a header, or send a body with a uid or name");
        assertThat(calls()).isEmpty();
    }

    @Test
    void definitionsAreListed() {
        Result.Success listed = (Result.Success) executed(ATTRIBUTES, Operation.list, InputRecord.NONE);

        assertThat(listed.body()).hasSize(1);
    }

    @Test
    void theOrderIsReadAndWritten() {
        assertThat(line(executed(EXPERIENCES, Operation.updatePriority, record("{'priority': ['e2', 'e1']}")))).isEqualTo("UPDATED");
        assertThat(emulator().project(UID).priority()).containsExactly("e2", "e1");

        Result.Success order = (Result.Success) executed(EXPERIENCES, Operation.getPriority, InputRecord.NONE);
        assertThat(order.body()).hasToString("{\"priority\":[\"e2\",\"e1\"]}");
    }

    @Test
    void anOrderThatCannotBeReadIsNotWritten() {
        assertThat(line(executed(EXPERIENCES, Operation.updatePriority, unreadable("it is no JSON")))).isEqualTo("REJECTED: it is no JSON");
        assertThat(calls()).isEmpty();
    }

    private Result executed(RecordRules rules, Operation operation, InputRecord item) {
        return operations(rules).execute(operation, item);
    }

    private RecordOperations operations(RecordRules rules) {
        Project project = checked();
        return new RecordOperations(rules, project, () -> batch(project), new CallOptions(Map.of(), Duration.ZERO));
    }
}
