// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResultTest {

    private static final Result.Success CREATED = new Result.Success(Outcome.CREATED, 201, json("{}"), "u1", "age");
    private static final Result.Failure REJECTED = Result.Failure.of(Problem.rejected("INVALID", "it is not valid"));

    @ParameterizedTest(name = "{0}, in doubt {1}: {2}, at fault {3}")
    @CsvSource({"REJECTED, false, REJECTED, RECORD", "BLOCKED, false, BLOCKED, DEPENDENCY", "MISCONFIGURED, false, BLOCKED, CONFIGURATION",
            "UNAUTHORIZED, false, BLOCKED, CONFIGURATION", "UNAVAILABLE, false, BLOCKED, SERVICE", "UNAVAILABLE, true, UNKNOWN, SERVICE"})
    void theOutcomeOfAFailureFollowsFromItsProblem(Category category, boolean inDoubt, Outcome outcome, Fault fault) {
        Result.Failure failed = Result.Failure.of(problem(category, inDoubt));

        assertThat(failed.outcome()).isEqualTo(outcome);
        assertThat(failed.inDoubt()).isEqualTo(inDoubt);
        assertThat(Fault.of(failed)).isEqualTo(fault);
        assertThat(fault.mayRetry()).isEqualTo(fault != Fault.RECORD);
    }

    @Test
    void whatWaitsForSomethingElseIsNotAtFault() {
        Result.Failure blocked = Result.Failure.blocked("UNRESOLVED", "the audience does not exist");

        assertThat(blocked).hasToString("BLOCKED: the audience does not exist");
        assertThat(Fault.of(blocked)).isEqualTo(Fault.DEPENDENCY);
        assertThat(Result.Failure.stopping()).hasToString("BLOCKED: not sent, because the route is stopping");
    }

    @Test
    void onlyASuccessGoesOnAndOnlyAFailureRecovers() {
        assertThat(CREATED.flatMap(done -> REJECTED)).isSameAs(REJECTED);
        assertThat(REJECTED.flatMap(done -> CREATED)).isSameAs(REJECTED);
        assertThat(CREATED.recover(failed -> REJECTED)).isSameAs(CREATED);
        assertThat(REJECTED.recover(failed -> CREATED)).isSameAs(CREATED);
        assertThat(CREATED.<String>fold(Result.Success::uid, Result.Failure::toString)).isEqualTo("u1");
        assertThat(REJECTED.<String>fold(Result.Success::uid, Result.Failure::toString)).isEqualTo("REJECTED: it is not valid");
    }

    @Test
    void aSuccessSaysWhatWasDone() {
        assertThat(CREATED.withNote("as asked for")).hasToString("CREATED \"age\" (uid u1) (as asked for)");
        assertThat(new Result.Success(null, 200, json("[]"), null, null)).hasToString("read");
        assertThat(Result.Success.gone(Outcome.DELETED, 204, "u1", null)).hasToString("DELETED (uid u1)");
        assertThat(Result.Success.nothing("age", "nothing to do")).hasToString("UNCHANGED \"age\" (nothing to do)");
        assertThat(Result.Success.unchanged(Resource.attributes, json("{\"uid\": \"u1\", \"key\": \"age\"}"), null))
                .hasToString("UNCHANGED \"age\" (uid u1)");
    }

    @Test
    void aFailureMayBeNotedAndInDoubt() {
        Result.Failure noted = REJECTED.withNote("it was sent twice");

        assertThat(noted).hasToString("REJECTED: it is not valid; it was sent twice");
        assertThat(noted.inDoubt()).isFalse();
        assertThat(noted.withDoubt().inDoubt()).isTrue();
    }

    @Test
    void onlyTheProjectItselfSaysThatThereIsNone() {
        assertThat(Result.Failure.notFound("has none").isNotFound()).isTrue();
        assertThat(REJECTED.isNotFound()).isFalse();
        assertThat(Result.Failure.of(new Problem(Category.REJECTED, 404, "NOT_FOUND", "no", List.of(), Retry.USELESS)).isNotFound())
                .isFalse();
    }

    @Test
    void theWorstOfSeveralStopsAllThenKeepsOneThenRejectsOne() {
        WriteResult success = write(CREATED);
        WriteResult rejected = write(REJECTED);
        WriteResult kept = write(Result.Failure.of(problem(Category.BLOCKED, false)));
        WriteResult outage = write(Result.Failure.of(problem(Category.UNAVAILABLE, false)));

        assertThat(WriteResult.worst(List.of(success, rejected, kept, outage))).contains(outage);
        assertThat(WriteResult.worst(List.of(success, rejected, kept))).contains(kept);
        assertThat(WriteResult.worst(List.of(success, rejected))).contains(rejected);
        assertThat(WriteResult.worst(List.of(success))).isEmpty();
    }

    @Test
    void aFallibleIsAValueOrAFailure() {
        Fallible<Integer> one = Fallible.of(1);
        Fallible<Integer> none = Fallible.failed(REJECTED);

        assertThat(one.isFailure()).isFalse();
        assertThat(none.isFailure()).isTrue();
        assertThat(one.map(value -> value + 1)).isEqualTo(Fallible.of(2));
        assertThat(none.map(value -> value + 1)).isEqualTo(none);
        assertThat(one.flatMap(value -> none)).isEqualTo(none);
        assertThat(one.recover(failed -> none)).isEqualTo(one);
        assertThat(none.recover(failed -> one)).isEqualTo(one);
        assertThat(one.toResult(value -> CREATED)).isEqualTo(CREATED);
        assertThat(none.toResult(value -> CREATED)).isEqualTo(REJECTED);
    }

    @Test
    void aFallibleGivesWhatItIs() {
        Fallible<Integer> one = Fallible.of(1);
        Fallible<Integer> none = Fallible.failed(REJECTED);

        assertThat(one.value()).isEqualTo(1);
        assertThat(none.failure()).isEqualTo(REJECTED);
        assertThatThrownBy(none::value).hasMessage("there is no value");
        assertThatThrownBy(one::failure).hasMessage("there is no failure");
    }

    @Test
    void aSuccessSaysWhatWasWrittenAndWhere() {
        Result.Success read = new Result.Success(null, 200, json("{}"), null, null);

        assertThat(CREATED.written()).isEqualTo(Outcome.CREATED);
        assertThat(CREATED.knownUid()).isEqualTo(new Uid("u1"));
        assertThatThrownBy(read::written).hasMessage("something was only read");
        assertThatThrownBy(read::knownUid).hasMessage("there is no uid");
    }

    private static WriteResult write(Result result) {
        return new WriteResult("attribute", "age", null, result);
    }

    private static Problem problem(Category category, boolean inDoubt) {
        return new Problem(category, 0, "CODE", "why", List.of(), new Retry(false, inDoubt, Optional.empty()));
    }
}
