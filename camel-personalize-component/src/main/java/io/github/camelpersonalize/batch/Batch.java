// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.state.StateStore;

/**
 * Executes the write requests of one message, with one list a kind and one call for each definition that does not match in the end: first what
 * others refer to, then what refers to it, and deletions last.
 * <p>
 * Of several write requests for one definition the last one counts; where the service or the schema rejects it, the one before. A rejected one does
 * not stop the others; when the service is out of reach or refuses the credential, the rest is not sent. Used by one thread.
 */
public final class Batch {

    private final WriteExecutor executor;
    private final Map<Object, Optional<Result>> violations = new HashMap<>();
    private final VersionGuard versions;
    /** The result of all the rest, once nothing more is sent. */
    private Result.Failure rest;

    /**
     * @param stores where the newest version of a definition is kept, by a name for it, where records have versions
     */
    public Batch(Project project, Function<String, StateStore> stores) {
        this.executor = new WriteExecutor(project);
        this.versions = new VersionGuard(stores);
    }

    /** Executes write requests, and returns the result of each, in their order, for a report. */
    public List<WriteResult> write(List<WriteRequest> requests) {
        List<Result> results = execute(requests);
        return IntStream.range(0, results.size()).mapToObj(i -> requests.get(i).withResult(results.get(i))).toList();
    }

    /** Executes write requests, and returns the result of each, in their order. */
    List<Result> execute(List<WriteRequest> requests) {
        Result[] results = new Result[requests.size()];
        for (int i = 0; i < results.length; i++) {
            WriteRequest request = requests.get(i);
            results[i] = request.ended() == null ? violation(request).orElse(null) : request.ended();
        }
        for (WriteGroups part : WriteGroups.of(requests, results)) {
            new WriteOrder(requests, part.groups(), results).ordered()
                    .forEach(group -> writeGroup(requests, group, results));
        }
        return Arrays.asList(results);
    }

    /** Streams repeat themselves: a body that was checked is not checked again. */
    private Optional<Result> violation(WriteRequest request) {
        return request.body() == null
                ? Optional.empty()
                : violations.computeIfAbsent(List.of(request.resource(), request.operation(), request.body()),
                        same -> executor.violation(request));
    }

    /** Between the reading of a version and its replacement by another, nobody else writes the definition. */
    private void writeGroup(List<WriteRequest> requests, List<Integer> group, Result[] results) {
        if (group.stream().allMatch(i -> requests.get(i).version() == null)) {
            write(requests, group, results);
            return;
        }
        int last = group.get(group.size() - 1);
        Result locked = executor.withLock(requests.get(last), () -> {
            writeNewest(requests, group, results);
            return results[last];
        });
        if (locked != results[last]) {
            group.forEach(i -> results[i] = locked);
        }
    }

    private void writeNewest(List<WriteRequest> requests, List<Integer> group, Result[] results) {
        try {
            write(requests, rest == null ? versions.current(requests, group, results) : group, results);
        } catch (RecordVersionException e) {
            group.forEach(i -> results[i] = e.unread());
            rest = notSent(e.unread());
        }
    }

    private void write(List<WriteRequest> requests, List<Integer> group, Result[] results) {
        int end = group.size();
        while (end > 0) {
            int begin = firstOfTheSame(requests, group, end);
            WriteRequest request = requests.get(group.get(begin));
            Result result = rest == null ? execute(request, requests.get(group.get(end - 1))) : rest;
            results[group.get(begin)] = result;
            for (int repeated : group.subList(begin + 1, end)) {
                results[repeated] = result.flatMap(Batch::repeated);
            }
            end = begin;
            if (!(result instanceof Result.Failure failed && failed.outcome() == Outcome.REJECTED)) {
                for (int earlier : group.subList(0, begin)) {
                    results[earlier] = superseded(result, request);
                }
                end = 0;
            }
        }
    }

    /** @param last of the same write requests, whose version is the newest */
    private Result execute(WriteRequest request, WriteRequest last) {
        Result result = executor.execute(request);
        if (result instanceof Result.Failure failed && failed.problem().category().isOutage()) {
            rest = Result.Failure.blocked(failed.problem().notSent());
        }
        try {
            if (result instanceof Result.Success) {
                versions.keep(last);
            }
            return result;
        } catch (RecordVersionException e) {
            Result.Failure unkept = e.unkept((Result.Success) result);
            rest = notSent(unkept);
            return unkept;
        }
    }

    /** Where the run of equal write requests begins that ends here: the first of them writes, and the others find a definition that matches. */
    private static int firstOfTheSame(List<WriteRequest> requests, List<Integer> group, int end) {
        int begin = end - 1;
        while (begin > 0 && requests.get(group.get(begin - 1)).isSameAs(requests.get(group.get(end - 1)))) {
            begin--;
        }
        return begin;
    }

    private static Result superseded(Result result, WriteRequest by) {
        return result.flatMap(success -> repeated(success).withNote("superseded by " + by.from()));
    }

    private static Result.Success repeated(Result.Success success) {
        return new Result.Success(Outcome.UNCHANGED, 0, success.body(), success.uid(), success.key(), success.note());
    }

    private static Result.Failure notSent(Result.Failure version) {
        return Result.Failure.blocked(version.problem().notSent("state repository unavailable"));
    }
}
