// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Tombstone;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.camelpersonalize.batch.Records.ATTRIBUTES;
import static io.github.camelpersonalize.batch.Records.FROM;
import static io.github.camelpersonalize.batch.Records.named;
import static io.github.camelpersonalize.batch.Records.record;
import static io.github.camelpersonalize.batch.Records.tombstone;
import static io.github.camelpersonalize.batch.Records.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

/** What a record asks to be written. */
class WriteRequestReaderTest {

    private static final String AGE = "{'key': 'age', 'name': 'Age'}";

    @ParameterizedTest
    @EnumSource(names = {"create", "upsert"})
    void aCreateAndAnUpsertAreAboutTheDefinitionOfTheBody(Operation operation) {
        assertThat(read(ATTRIBUTES, operation, named(AGE, "u1", "other")))
                .isEqualTo(WriteRequest.of(Resource.attributes, operation, Requests.json(AGE), FROM));
    }

    @Test
    void anUpdateIsAimed() {
        assertThat(read(ATTRIBUTES, Operation.update, named(AGE, "u1", null))).isEqualTo(new WriteRequest(Resource.attributes,
                Operation.update, new Target(new Uid("u1"), "age"), Requests.json(AGE), FROM, null, null, null));
    }

    @Test
    void soIsADeletionWhichHasNoBody() {
        assertThat(read(ATTRIBUTES, Operation.delete, record(AGE)))
                .isEqualTo(WriteRequest.deletion(Resource.attributes, new Target(null, "age"), FROM));
        assertThat(read(ATTRIBUTES, Operation.delete, tombstone("age", null)))
                .isEqualTo(WriteRequest.deletion(Resource.attributes, new Target(null, "age"), FROM));
    }

    @Test
    void oneThatNamesNoDefinitionIsRefusedWithTheReason() {
        assertThat(ended(read(ATTRIBUTES, Operation.delete, unreadable("it is no JSON")))).isEqualTo(
                "delete: NO_TARGET no attribute is named: set a header, or send a body with a uid or key (it is no JSON)");
        assertThat(ended(read(ATTRIBUTES, Operation.update, record("{}")))).isEqualTo(
                "update: NO_TARGET no attribute is named: set a header, or send a body with a uid or key");
    }

    @ParameterizedTest
    @EnumSource(names = {"create", "update", "upsert"})
    void aBodyThatCannotBeReadIsRefused(Operation operation) {
        assertThat(ended(read(ATTRIBUTES, operation, unreadable("it is no JSON")))).isEqualTo(operation + ": UNREADABLE it is no JSON");
    }

    @Test
    void theVersionOfARecordIsNoMemberOfTheDefinition() {
        WriteRequest request = read(Records.versioned(ATTRIBUTES, "rev"), Operation.upsert, record("{'key': 'age', 'rev': 7}"));

        assertThat(request).isEqualTo(WriteRequest.of(Resource.attributes, Operation.upsert, Requests.json("{'key': 'age'}"), FROM)
                .version(RecordVersion.parse("7").orElseThrow()));
    }

    @Test
    void anInputIsNotChangedByReadingIt() {
        InputRecord item = record("{'key': 'age', 'rev': 7}");

        read(Records.versioned(ATTRIBUTES, "rev"), Operation.upsert, item);

        assertThat(item.body()).isEqualTo(Requests.json("{'key': 'age', 'rev': 7}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'key': 'age'}
            {'key': 'age', 'rev': 'seven'}
            [7]
            """)
    void aRecordWithoutItsVersionIsRefused(String body) {
        assertThat(ended(read(Records.versioned(ATTRIBUTES, "rev"), Operation.upsert, record(body)))).isEqualTo(
                "upsert: NO_VERSION has no rev that is a number or a time in ISO 8601 with an offset (versionField=rev)");
    }

    @Test
    void aTombstoneIsIgnoredWithANote() {
        WriteRequest request = read(ATTRIBUTES, Operation.upsert, tombstone("age", null));

        assertThat(request).isEqualTo(WriteRequest.ended(Resource.attributes, Operation.upsert, "age", FROM,
                Result.Success.nothing("age", "a tombstone, ignored (tombstone=ignore)")));
    }

    @Test
    void orDeletesWhatBearsItsKey() {
        RecordRules deleting = Records.on(ATTRIBUTES, Tombstone.delete);

        assertThat(read(deleting, Operation.upsert, tombstone("age", null)))
                .isEqualTo(WriteRequest.deletion(Resource.attributes, new Target(null, "age"), FROM));
        assertThat(ended(read(deleting, Operation.upsert, tombstone("age", "its key is no text"))))
                .isEqualTo("upsert age: TOMBSTONE its key is no text");
    }

    @Test
    void whereTheServiceDeletesNoneATombstoneIsRefused() {
        RecordRules events = Records.on(Records.rules(Resource.events, Dialect.CONTRACT), Tombstone.delete);

        assertThat(ended(read(events, Operation.upsert, tombstone("buy", null)))).isEqualTo("upsert buy: TOMBSTONE a tombstone: the service"
                + " cannot delete events (set tombstone=ignore on this endpoint)");
    }

    @Test
    void orItFailsAlways() {
        assertThat(ended(read(Records.on(ATTRIBUTES, Tombstone.fail), Operation.create, tombstone("age", null)))).isEqualTo(
                "create age: TOMBSTONE a tombstone: the record has a key and no body (set tombstone=delete to delete the definition, or"
                        + " tombstone=ignore)");
    }

    @Test
    void whatIsRefusedIsReportedByTheKeyThatCounts() {
        InputRecord item = new InputRecord(null, "it is no JSON", null, "header", null, FROM, null, null, EarlierSteps.NONE);

        assertThat(read(ATTRIBUTES, Operation.upsert, item).key()).contains("header");
        assertThat(read(ATTRIBUTES.aimedAt(null, "option", null), Operation.upsert, item).key()).contains("option");
    }

    private static WriteRequest read(RecordRules rules, Operation operation, InputRecord item) {
        return new WriteRequestReader(rules).of(operation, item);
    }

    private static String ended(WriteRequest request) {
        assertThat(request.from()).isEqualTo(FROM);
        Result.Failure failed = (Result.Failure) request.ended();
        return request.operation() + request.key().map(key -> " " + key).orElse("") + ": " + failed.problem().code() + " "
                + failed.problem().message();
    }
}
