// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Kind;
import io.github.camelpersonalize.converge.BatchReport;
import io.github.camelpersonalize.converge.ItemResult;
import io.github.camelpersonalize.converge.Outcome;
import io.github.camelpersonalize.converge.Result;

/**
 * Carries out an operation for each record of a batch, in order. A wrong record does not keep the others from being carried out; when the
 * service is out of reach or refuses the credential, the rest is not sent.
 */
final class BatchStep {

    private final RecordStep step;
    private final Failure failure;

    BatchStep(RecordStep step, Failure failure) {
        this.step = step;
        this.failure = failure;
    }

    /**
     * What became of the batch.
     *
     * @param report item by item
     * @param worst the problem that tells most about what to do, if any
     */
    record Done(BatchReport report, Optional<Problem> worst) {}

    Done carryOut(List<InputRecord> items) {
        List<ItemResult> results = new ArrayList<>();
        Problem worst = null;
        for (InputRecord item : items) {
            Result result = worst != null && worst.kind() != Kind.REJECTED ? notSent() : step.carryOut(item);
            if (result instanceof Result.Failed failed && (worst == null || worst.kind() == Kind.REJECTED)) {
                worst = worst == null || failed.problem().kind() != Kind.REJECTED ? failed.problem() : worst;
            }
            results.add(failure.itemResult(results.size(), item, result));
        }
        return new Done(new BatchReport(results), Optional.ofNullable(worst));
    }

    private static Result notSent() {
        return new Result.Failed(Outcome.BLOCKED, Problem.rejected("NOT_SENT",
                "not sent, because an item before it found the service out of reach or the credential refused"));
    }
}
