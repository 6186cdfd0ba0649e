// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.jspecify.annotations.Nullable;

/**
 * Executes a run of write requests: the last of them, in place of the first; where it fails, the one before, and so on. When the service is out of
 * reach or refuses the credential, nothing more is sent.
 */
final class RunWriter {

    private static final Result WRITTEN = Result.Success.nothing(null, null);

    private final List<WriteRequest> requests;
    private final int[] firsts;
    private final Result[] results;
    private final WriteExecutor executor;
    private final VersionGuard versions;
    /** Those that have failed in place of an earlier one, and may succeed in their own place. */
    private final Map<Integer, Postponed> postponed = new HashMap<>();
    /** How many definitions were deleted: that may make room for others. */
    private int deletions;
    /** The result of all the rest, once nothing more is sent. */
    private Result.@Nullable Failure rest;

    /** A result in place of an earlier write request, and how many definitions had been deleted by then. */
    private record Postponed(Result result, int deletions) {}

    /**
     * @param firsts for each of them the position of the first that is the same
     */
    RunWriter(List<WriteRequest> requests, int[] firsts, Result[] results, WriteExecutor executor, VersionGuard versions) {
        this.requests = requests;
        this.firsts = firsts;
        this.results = results;
        this.executor = executor;
        this.versions = versions;
    }

    /** Whether nothing more is sent. */
    boolean hasStopped() {
        return rest != null;
    }

    /** Whether another definition is why nothing was sent: one that it refers to is missing, or one uses it. */
    static boolean isBlocked(Result result) {
        return result instanceof Result.Failure failed && failed.outcome() == Outcome.BLOCKED
                && ("UNRESOLVED".equals(failed.problem().code()) || "IN_USE".equals(failed.problem().code()));
    }

    static Result superseded(Result result, WriteRequest by) {
        return result.flatMap(success -> repeated(success).withNote("superseded by " + by.from()));
    }

    /** Executes the write request at this position, or what comes in place of it. */
    void write(int position, List<Integer> run) {
        Postponed before = postponed.get(position);
        if (before != null && isFinal(before)) {
            results[position] = before.result();
            return;
        }
        List<Integer> open = before == null ? open(position, run) : List.of(position);
        if (requests.get(position).version() == null) {
            writeLast(position, open);
        } else {
            writeNewest(position, open);
        }
    }

    /** Those of a run that are yet to be executed: all of them when its first one is. */
    private List<Integer> open(int position, List<Integer> run) {
        if (run.get(0) == position) {
            return run;
        }
        List<Integer> open = new ArrayList<>(run.size());
        for (Integer i : run) {
            if (i >= position && results[i] == null && !postponed.containsKey(i)) {
                open.add(i);
            }
        }
        return open;
    }

    /** Whether the service refused it, and has deleted nothing since. */
    private boolean isFinal(Postponed before) {
        return !isBlocked(before.result()) && before.deletions() == deletions;
    }

    /** Between the reading of a version and its replacement by another, nobody else writes the definition. */
    private void writeNewest(int position, List<Integer> run) {
        Result locked = executor.withLock(requests.get(position), () -> {
            writeLocked(position, run);
            return WRITTEN;
        });
        if (locked != WRITTEN) {
            run.forEach(i -> results[i] = locked);
        }
    }

    private void writeLocked(int position, List<Integer> run) {
        try {
            writeLast(position, rest == null ? versions.current(requests, run, results) : run);
        } catch (RecordVersionException e) {
            run.forEach(i -> results[i] = e.unread());
            rest = notSent(e.unread());
        }
    }

    private void writeLast(int position, List<Integer> run) {
        int end = run.size();
        while (end > 0) {
            int begin = firstOfTheSame(run, end);
            WriteRequest request = requests.get(run.get(begin));
            Result result = rest == null ? execute(request, requests.get(run.get(end - 1))) : rest;
            record(position, run.subList(begin, end), result);
            end = begin;
            if (!isRejected(result)) {
                run.subList(0, begin).forEach(earlier -> results[earlier] = superseded(result, request));
                end = 0;
            }
        }
    }

    /**
     * Records the result of equal write requests. The first of them writes, and the others find a definition that matches.
     *
     * @param position where they were executed
     */
    private void record(int position, List<Integer> equal, Result result) {
        Result repeated = result.flatMap(RunWriter::repeated);
        boolean mayPass = mayPass(result);
        for (int i : equal) {
            if (i != position && mayPass) {
                postponed.put(i, new Postponed(result, deletions));
            } else {
                results[i] = i == equal.get(0) ? result : repeated;
            }
        }
    }

    /** Whether a failure may be a success later: another definition blocks it, or the service has refused it. */
    private static boolean mayPass(Result result) {
        return isBlocked(result) || isRejected(result) && ((Result.Failure) result).problem().status() > 0;
    }

    /**
     * @param last of the same write requests, whose version is the newest
     */
    private Result execute(WriteRequest request, WriteRequest last) {
        Result result = executor.execute(request);
        if (result instanceof Result.Failure failed && failed.problem().category().isOutage()) {
            rest = Result.Failure.blocked(failed.problem().notSent());
        }
        try {
            if (result instanceof Result.Success success) {
                deletions += success.outcome() == Outcome.DELETED ? 1 : 0;
                versions.keep(last);
            }
            return result;
        } catch (RecordVersionException e) {
            Result.Failure unkept = e.unkept((Result.Success) result);
            rest = notSent(unkept);
            return unkept;
        }
    }

    private static boolean isRejected(Result result) {
        return result instanceof Result.Failure failed && !failed.problem().category().isOutage()
                && !Problem.NOT_SENT.equals(failed.problem().code());
    }

    /** Where the run of equal write requests begins that ends here. */
    private int firstOfTheSame(List<Integer> run, int end) {
        int begin = end - 1;
        while (begin > 0 && areSame(run.get(begin - 1), run.get(end - 1))) {
            begin--;
        }
        return begin;
    }

    private boolean areSame(int one, int other) {
        return firsts[one] == firsts[other] || requests.get(one).isSameAs(requests.get(other));
    }

    private static Result.Success repeated(Result.Success success) {
        return new Result.Success(Outcome.UNCHANGED, 0, success.body(), success.uid(), success.key(), success.note());
    }

    private static Result.Failure notSent(Result.Failure version) {
        return Result.Failure.blocked(version.problem().notSent("state repository unavailable"));
    }
}
