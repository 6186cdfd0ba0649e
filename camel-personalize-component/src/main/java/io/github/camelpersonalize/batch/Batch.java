// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.state.StateStore;

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
    private final Map<Checked, Optional<Result>> violations = new HashMap<>();
    private final VersionGuard versions;
    private final Overwriting overwriting;
    private final Progress progress;

    /** A body that was checked. In a map, those of one hash code are searched by their texts: senders can make up any number of these. */
    record Checked(Resource resource, Operation operation, JsonNode body) implements Comparable<Checked> {

        @Override
        public int compareTo(Checked other) {
            return toString().compareTo(other.toString());
        }
    }

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
        violations.clear();
        new OrderedWrites(dialect, requests, results, overwriting, executor, versions).execute(progress);
        return Arrays.asList(results);
    }

    /** Streams repeat themselves: a body that was checked is not checked again. */
    private Optional<Result> violation(WriteRequest request) {
        return request.body() == null
                ? Optional.empty()
                : violations.computeIfAbsent(new Checked(request.resource(), request.operation(), request.body()),
                        same -> executor.violation(request));
    }
}
