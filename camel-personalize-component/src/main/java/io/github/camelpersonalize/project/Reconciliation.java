// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/**
 * Finds out what became of a create that was not answered with a success, and makes good what is missing.
 *
 * <pre>
 * answer lost  -> wait until the service shows its own writes, read the list:
 *                   there, as wanted      -> ADOPTED
 *                   there, but different  -> update it
 *                   not there             -> create it again, and so on
 * duplicate    -> read the list:
 *                   as wanted             -> ADOPTED
 *                   different             -> update it if a create of ours was lost before, else CONFLICT
 *                   not listed yet        -> UNKNOWN if a create of ours was lost before
 * </pre>
 */
final class Reconciliation {

    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;
    private static final Pattern DUPLICATE = Pattern.compile("(?i)duplicate|already|exists|in use|taken|unique");

    private final Project project;
    private final Call call;
    private final Resource resource;
    private final JsonNode definition;
    private final Function<Success, Result> created;
    private final Retries retries;
    private boolean mayBeOurs;

    /**
     * @param created makes a success of an answer to the create
     * @param retries the tries that are left to it
     */
    Reconciliation(Project project, Call call, JsonNode definition, Function<Success, Result> created, Retries retries) {
        this.project = project;
        this.call = call;
        this.resource = call.resource();
        this.definition = definition;
        this.created = created;
        this.retries = retries;
    }

    /** What became of the create that ended in this problem. A failure tells whether the service may have made the definition before. */
    Result resolve(Problem problem) {
        return find(problem).recover(failed -> mayBeOurs ? failed.withDoubt() : failed);
    }

    private Result find(Problem problem) {
        Optional<String> key = NaturalKey.of(resource, definition);
        if (key.isEmpty()) {
            return Result.Failure.of(problem);
        }
        Problem current = problem;
        while (current.retry().inDoubt()) {
            mayBeOurs = true;
            project.stats().reconciled();
            Result found = look(key.get());
            if (!isMissing(found)) {
                return adopt(found, current);
            }
            Optional<String> end = retries.waitForNext(current.retry().after());
            if (end.isPresent()) {
                return new Result.Failure(Outcome.UNKNOWN, current.withMessage(current.message() + "; " + end.get()));
            }
            CallResult reply = project.send(call, null, definition, retries);
            if (reply instanceof Success answer) {
                return created.apply(answer);
            }
            current = ((Failure) reply).problem();
        }
        return isDuplicate(current) ? duplicate(key.get(), current) : Result.Failure.of(current);
    }

    private Result duplicate(String key, Problem problem) {
        Result found = look(key);
        if (!isMissing(found)) {
            return adopt(found, problem);
        }
        return mayBeOurs
                ? new Result.Failure(Outcome.UNKNOWN, Problem.unavailable(problem.status(),
                        problem.message() + "; it may be ours, but the service does not list it yet"))
                : Result.Failure.of(problem);
    }

    private Result adopt(Result found, Problem problem) {
        if (found instanceof Result.Failure failed) {
            return failed.outcome() == Outcome.AMBIGUOUS
                    ? failed
                    : new Result.Failure(Outcome.UNKNOWN, problem.withMessage(problem.message() + "; looking it up failed: "
                            + failed.problem().message()));
        }
        Result.Success actual = (Result.Success) found;
        List<String> differences = Difference.between(definition, actual.body(), project.dialect());
        if (differences.isEmpty()) {
            return project.written(Outcome.ADOPTED, resource, actual.status(), actual.body());
        }
        return mayBeOurs && project.dialect().call(resource, Operation.update).isPresent()
                ? new Put(project).send(resource, actual.uid(), definition)
                : conflict(project, resource, actual, differences);
    }

    /** The project has another definition of this natural key. */
    static Result.Failure conflict(Project project, Resource resource, Result.Success actual, List<String> differences) {
        return new Result.Failure(Outcome.CONFLICT, Problem.rejected("CONFLICT", project.name() + " already has a definition with this "
                + resource.naturalKey() + " (uid " + actual.uid() + "), which differs in " + String.join(", ", differences)
                + "; update that one, or choose another " + resource.naturalKey()));
    }

    /** Looks the key up; after a create in doubt, once the service lists its own writes. */
    private Result look(String key) {
        return mayBeOurs && !project.awaitListing()
                ? new Result.Failure(Outcome.UNKNOWN, Problem.unavailable(0, "the route is stopping"))
                : new Lookup(project).find(resource, new Target(null, key));
    }

    private static boolean isMissing(Result found) {
        return found instanceof Result.Failure failed && failed.isNotFound();
    }

    private static boolean isDuplicate(Problem problem) {
        return problem.status() == CONFLICT || problem.status() == BAD_REQUEST && DUPLICATE.matcher(problem.message()).find();
    }
}
