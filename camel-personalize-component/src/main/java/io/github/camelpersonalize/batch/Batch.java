// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.state.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * Executes the write requests of one message: it ends as if each had been sent on its own, in their order, with one list a kind and one call for each
 * definition that does not match in the end.
 * <p>
 * Of several write requests of which each overwrites the one before, the last one counts; where the service or the schema rejects it, the one before.
 * A rejected one does not stop the others; when the service is out of reach or refuses the credential, the rest is not sent. Used by one thread.
 */
public final class Batch {

    private final Dialect dialect;
    private final WriteExecutor executor;
    private final VersionGuard versions;
    private final Overwriting overwriting;
    private final Progress progress;

    /**
     * @param stores where the newest version of a definition is kept, by a name for it, where records have versions
     * @param progress is told when a definition has ended
     */
    public Batch(Project project, Function<String, StateStore> stores, Progress progress) {
        this.dialect = project.dialect();
        this.executor = new WriteExecutor(project);
        this.versions = new VersionGuard(stores);
        this.progress = progress;
        this.overwriting = new Overwriting(project.dialect(), project.policy());
    }

    /** Executes write requests, and returns the result of each, in their order, for a report. */
    public List<WriteResult> write(List<WriteRequest> requests) {
        int[] firsts = Repeats.firsts(requests);
        Result[] results = execute(requests, firsts);
        String[] keys = new String[results.length];
        List<WriteResult> written = new ArrayList<>(results.length);
        for (int i = 0; i < results.length; i++) {
            WriteRequest request = requests.get(i);
            keys[i] = firsts[i] == i ? request.key().orElse(null) : keys[firsts[i]];
            written.add(new WriteResult(request.resource().kind(), keys[i], request.from(), results[i]));
        }
        return written;
    }

    /** Executes write requests, and returns the result of each, in their order. */
    List<Result> execute(List<WriteRequest> requests) {
        return Arrays.asList(execute(requests, Repeats.firsts(requests)));
    }

    private Result[] execute(List<WriteRequest> requests, int[] firsts) {
        Result[] results = new Result[firsts.length];
        for (int i = 0; i < results.length; i++) {
            // Streams repeat themselves: a body that was checked is not checked again.
            results[i] = firsts[i] == i ? before(requests.get(i)) : results[firsts[i]];
        }
        new OrderedWrites(dialect, requests, firsts, results, overwriting, executor, versions).execute(progress);
        return results;
    }

    /** The result of one that need not be executed, or {@code null}. */
    private @Nullable Result before(WriteRequest request) {
        return request.body() == null ? request.ended() : executor.violation(request).orElse(null);
    }
}
