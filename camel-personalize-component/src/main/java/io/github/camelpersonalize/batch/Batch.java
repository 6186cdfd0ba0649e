// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.state.StateStore;

/**
 * Carries out what one message asks for, with one list a kind and one request for each definition that is not as it should be in the end: first
 * what others refer to, then what refers to it, and deletions last.
 * <p>
 * Of several wishes for one definition the last one counts; where the service or the schema refuses it, the one before. A wrong wish does not keep
 * the others from being carried out; when the service is out of reach or refuses the credential, the rest is not sent. Used by one thread.
 */
public final class Batch {

    private final WriteExecutor single;
    private final Map<Object, Optional<Result>> faults = new HashMap<>();
    private final VersionGuard versions;
    /** What becomes of all the rest, once nothing more is sent. */
    private Result.Failure rest;

    /**
     * @param stores where the newest version of a definition is kept, by a name for it, if records tell versions
     */
    public Batch(Project project, Function<String, StateStore> stores) {
        this.single = new WriteExecutor(project);
        this.versions = new VersionGuard(stores);
    }

    /** Carries out wishes, and tells what became of each, in their order. */
    public List<WriteResult> write(List<WriteRequest> requests) {
        List<Result> results = execute(requests);
        return IntStream.range(0, results.size()).mapToObj(i -> requests.get(i).withResult(results.get(i))).toList();
    }

    /** What becomes of each wish, in their order. */
    public List<Result> execute(List<WriteRequest> requests) {
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

    /** Streams repeat themselves: what is the same again is not checked again. */
    private Optional<Result> violation(WriteRequest request) {
        return request.body() == null
                ? Optional.empty()
                : faults.computeIfAbsent(List.of(request.resource(), request.operation(), request.body()),
                        same -> single.violation(request));
    }

    /** Between the reading of a version and its replacement by another, nobody else writes the definition. */
    private void writeGroup(List<WriteRequest> requests, List<Integer> group, Result[] results) {
        if (group.stream().allMatch(i -> requests.get(i).version() == null)) {
            write(requests, group, results);
            return;
        }
        int last = group.get(group.size() - 1);
        Result turn = single.withLock(requests.get(last), () -> {
            writeNewest(requests, group, results);
            return results[last];
        });
        if (turn != results[last]) {
            group.forEach(i -> results[i] = turn);
        }
    }

    private void writeNewest(List<WriteRequest> requests, List<Integer> group, Result[] results) {
        try {
            write(requests, rest == null ? versions.current(requests, group, results) : group, results);
        } catch (RecordVersionException e) {
            group.forEach(i -> results[i] = e.unread());
            rest = notSent("state repository out of order");
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
                results[repeated] = result.fold(done -> again(done), failed -> failed);
            }
            end = begin;
            if (!(result instanceof Result.Failure failed && failed.outcome() == Outcome.REJECTED)) {
                for (int earlier : group.subList(0, begin)) {
                    results[earlier] = result.fold(done -> again(done).withNote("superseded by " + request.from()), failed -> failed);
                }
                end = 0;
            }
        }
    }

    /** @param last of the same wishes, whose version is the newest */
    private Result execute(WriteRequest request, WriteRequest last) {
        Result result = single.execute(request);
        if (result instanceof Result.Failure failed && failed.problem().category() != Category.REJECTED) {
            rest = notSent("service out of reach or the credential refused");
        }
        try {
            if (result instanceof Result.Success) {
                versions.fulfilled(last);
            }
            return result;
        } catch (RecordVersionException e) {
            rest = notSent("state repository out of order");
            return e.unkept((Result.Success) result);
        }
    }

    /** Where the run of same wishes begins that ends here: what the first of them brings about, the others find done. */
    private static int firstOfTheSame(List<WriteRequest> requests, List<Integer> group, int end) {
        int begin = end - 1;
        while (begin > 0 && requests.get(group.get(begin - 1)).isSameAs(requests.get(group.get(end - 1)))) {
            begin--;
        }
        return begin;
    }

    private static Result.Success again(Result.Success done) {
        return new Result.Success(Outcome.UNCHANGED, 0, done.body(), done.uid(), done.key(), done.note());
    }

    private static Result.Failure notSent(String found) {
        return Result.Failure.blocked(Result.Failure.NOT_SENT, "not sent, because an item before it found the " + found);
    }
}
