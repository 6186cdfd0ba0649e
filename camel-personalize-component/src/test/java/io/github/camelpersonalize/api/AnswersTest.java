// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class AnswersTest {

    private static final Answers CONTRACT = Dialect.CONTRACT.answers();
    private static final Answers LIVE = Dialect.LIVE.answers();

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({"409, , anything, true", "400, , the name is already taken, true", "400, , the name is too long, false",
            "422, personalize.ALREADY_EXISTS, no, true", "422, personalize.DUPLICATE_KEY, no, true", "422, personalize.TOO_LONG, no, false",
            "422, , it exists already, false"})
    void aCreateIsRefusedBecauseThereIsSuchAThing(int status, String code, String message, boolean isDuplicate) {
        assertThat(CONTRACT.isDuplicate(status, code, message)).isEqualTo(isDuplicate);
    }

    @Test
    void whatTheTableSaysOfACodeCountsMore() {
        assertThat(LIVE.errors()).isNotEmpty()
                .allSatisfy(error -> assertThat(LIVE.isDuplicate(409, error.code(), "it exists")).isEqualTo(error.isDuplicate()));
    }

    @Test
    void definitionsGetTheUidThatTheyHaveUnderAnotherName() {
        String other = LIVE.uidFallback();
        JsonNode list = json("[{\"" + other + "\": \"u1\"}, {\"uid\": \"u2\", \"" + other + "\": \"u3\"}, {\"name\": \"A\"}]");

        LIVE.nameUids(call(Dialect.LIVE, Operation.list), list);

        assertThat(list).isEqualTo(json("[{\"uid\": \"u1\"}, {\"uid\": \"u2\", \"" + other + "\": \"u3\"}, {\"name\": \"A\"}]"));
    }

    @Test
    void whereNoOtherNameIsKnownNothingChanges() {
        JsonNode definition = json("{\"_id\": \"u1\"}");

        CONTRACT.nameUids(call(Dialect.CONTRACT, Operation.create), definition);

        assertThat(definition).isEqualTo(json("{\"_id\": \"u1\"}"));
    }

    @Test
    void membersOfAnotherDialectAreASign() {
        JsonNode live = json("{\"uid\": \"u1\", \"createdAt\": \"now\", \"__type\": \"CUSTOM\"}");

        assertThat(sign(Operation.create, live)).contains("what answers POST /attributes has the member __type");
        assertThat(sign(Operation.list, json("[{\"uid\": \"u0\"}, " + live + "]")))
                .contains("what answers GET /attributes has the member __type");
    }

    @Test
    void aMemberOfTheOwnDialectOutweighsThem() {
        JsonNode both = json("{\"created_at\": \"now\", \"createdAt\": \"now\"}");

        assertThat(sign(Operation.create, both)).isEmpty();
        assertThat(sign(Operation.list, json("[" + both + ", {\"uid\": \"u1\"}]"))).isEmpty();
        assertThat(sign(Operation.create, json("{\"uid\": \"u1\"}"))).isEmpty();
    }

    @Test
    void aListInAnEnvelopeIsASignWhereListsHaveNone() {
        Call list = call(Dialect.LIVE, Operation.list);
        String envelope = Dialect.CONTRACT.envelope();

        assertThat(DialectSign.in(Dialect.LIVE, list, json("{\"" + envelope + "\": []}"))).contains(new DialectSign(Dialect.CONTRACT,
                "the list that answers GET /attributes is in the member " + envelope));
        assertThat(DialectSign.in(Dialect.LIVE, list, json("{\"" + envelope + "\": 1}"))).isEmpty();
    }

    @Test
    void onlyACallThatIsElsewhereInTheOtherDialectIsASign() {
        List<Call> calls = Dialect.CONTRACT.calls();

        assertThat(calls).allSatisfy(call -> {
            boolean isElsewhere = Dialect.LIVE.call(call.resource(), call.operation()).filter(there -> !there.path().equals(call.path()))
                    .isPresent();
            assertThat(DialectSign.inError(Dialect.CONTRACT, call, 404, "no")).isEqualTo(isElsewhere
                    ? Optional.of(new DialectSign(Dialect.LIVE, call.verb() + " " + call.path() + " is answered with 404"))
                    : Optional.empty());
            assertThat(DialectSign.inError(Dialect.CONTRACT, call, 400, "no")).isEmpty();
            assertThat(DialectSign.inError(Dialect.CONTRACT, call, 500, "no")).isEmpty();
        });
    }

    @Test
    void aWordOfThePathThatTheOtherServiceTakesForAUidIsASign() {
        Call call = Dialect.CONTRACT.call(Resource.experiences, Operation.getPriority).orElseThrow();

        assertThat(DialectSign.inError(Dialect.CONTRACT, call, 400, "priority is not a valid ObjectId")).contains(
                new DialectSign(Dialect.LIVE, "GET /experiences/priority is answered with 400"));
        assertThat(DialectSign.inError(Dialect.CONTRACT, call, 422, "priority is not a valid ObjectId")).isEmpty();
    }

    private static Optional<String> sign(Operation operation, JsonNode body) {
        return DialectSign.in(Dialect.CONTRACT, call(Dialect.CONTRACT, operation), body).map(DialectSign::what);
    }

    private static Call call(Dialect dialect, Operation operation) {
        return dialect.call(Resource.attributes, operation).orElseThrow();
    }
}
