// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Kind;
import io.github.camelpersonalize.converge.Batch;
import io.github.camelpersonalize.converge.BatchReport;
import io.github.camelpersonalize.converge.ItemResult;
import io.github.camelpersonalize.converge.Project;
import io.github.camelpersonalize.converge.Result;
import io.github.camelpersonalize.converge.Wish;

/** Carries out what a batch asks for, and reports what became of each item. */
final class BatchStep {

    private final Project project;

    BatchStep(Project project) {
        this.project = project;
    }

    /**
     * What became of the batch.
     *
     * @param report item by item
     * @param worst the problem that tells most about what to do, if any
     */
    record Done(BatchReport report, Optional<Problem> worst) {}

    Done carryOut(List<Wish> wishes) {
        List<Result> results = new Batch(project).carryOut(wishes);
        List<ItemResult> items = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            items.add(item(i, wishes.get(i), results.get(i)));
        }
        return new Done(new BatchReport(items), worst(results));
    }

    private static ItemResult item(int index, Wish wish, Result result) {
        String kind = wish.resource().kind();
        String key = wish.key().orElse(null);
        return result.then(
                done -> new ItemResult(index, kind, done.key() == null ? key : done.key(), done.uid(), done.outcome(), done.note(),
                        wish.from()),
                failed -> new ItemResult(index, kind, key, null, failed.outcome(), failed.problem().message(), wish.from()));
    }

    /** The service's or the credential's problem tells more than a record's. */
    private static Optional<Problem> worst(List<Result> results) {
        List<Problem> problems = results.stream().filter(Result.Failed.class::isInstance).map(result -> ((Result.Failed) result).problem())
                .toList();
        return problems.stream().filter(problem -> problem.kind() != Kind.REJECTED).findFirst().or(() -> problems.stream().findFirst());
    }
}
