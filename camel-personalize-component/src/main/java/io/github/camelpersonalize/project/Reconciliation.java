// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.text.Quoted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of a create that did not succeed, and creates or updates where that is needed.
 *
 * <pre>
 * response lost -> wait until the service lists its own writes, read the list:
 *                    there, and matches    -> ADOPTED
 *                    there, but different  -> update it
 *                    not there             -> create it again, and so on
 * duplicate     -> read the list:
 *                    matches               -> ADOPTED
 *                    different             -> update it if the response to an earlier create was lost, else CONFLICT
 *                    not listed yet        -> UNKNOWN if the response to an earlier create was lost
 * </pre>
 */
final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Project project;
    private final Call call;
    private final Resource resource;
    private final JsonNode definition;
    private final Function<Success, Result> created;
    private final Retries retries;
    private boolean mayHaveCreated;

    /**
     * @param created makes a result of a response to the create
     * @param retries the attempts that are left to it
     */
    Reconciliation(Project project, Call call, JsonNode definition, Function<Success, Result> created, Retries retries) {
        this.project = project;
        this.call = call;
        this.resource = call.resource();
        this.definition = definition;
        this.created = created;
        this.retries = retries;
    }

    /** What became of the create that ended in this problem. A failure says whether the service may have created the definition. */
    Result resolve(Problem problem) {
        return find(problem).recover(failed -> mayHaveCreated ? failed.withDoubt() : failed);
    }

    private Result find(Problem problem) {
        Optional<String> key = NaturalKey.of(resource, definition);
        if (key.isEmpty()) {
            return Result.Failure.of(problem);
        }
        Problem current = problem;
        while (current.retry().inDoubt()) {
            mayHaveCreated = true;
            project.stats().reconciled();
            LOG.debug("It is not known whether {} {} was created: it is looked up", resource.kind(), Quoted.of(key.get()));
            Result found = look(key.get());
            if (!isMissing(found)) {
                return adopt(found, current);
            }
            Optional<String> end = retries.waitForNext(current.retry().after());
            if (end.isPresent()) {
                return new Result.Failure(Outcome.UNKNOWN, current.withMessage(current.message() + "; " + end.get()));
            }
            CallResult next = project.send(call, Address.NONE, definition, retries);
            if (next instanceof Success response) {
                return created.apply(response);
            }
            current = ((Failure) next).problem();
        }
        return current.isDuplicate(project.dialect().answers()) ? duplicate(key.get(), current) : Result.Failure.of(current);
    }

    private Result duplicate(String key, Problem problem) {
        Result found = look(key);
        if (!isMissing(found)) {
            return adopt(found, problem);
        }
        return mayHaveCreated
                ? new Result.Failure(Outcome.UNKNOWN, Problem.unavailable(problem.status(),
                        problem.message() + "; this component may have created it, but the service does not list it yet"))
                : Result.Failure.of(problem);
    }

    private Result adopt(Result found, Problem problem) {
        return found.fold(actual -> adopt(actual), failed -> lookupFailed(failed, problem));
    }

    private static Result.Failure lookupFailed(Result.Failure failed, Problem problem) {
        return failed.outcome() == Outcome.AMBIGUOUS
                ? failed
                : new Result.Failure(Outcome.UNKNOWN,
                        problem.withMessage(problem.message() + "; looking it up failed: " + failed.problem().message()));
    }

    private Result adopt(Result.Success actual) {
        List<String> differences = project.compare(resource, definition, actual.body()).differences();
        if (differences.isEmpty()) {
            return project.written(Outcome.ADOPTED, resource, actual.status(), actual.body(), project.now());
        }
        return mayHaveCreated && project.dialect().call(resource, Operation.update).isPresent()
                ? new Put(project).send(resource, actual.uid(), definition, definition)
                : conflict(project, resource, actual, differences);
    }

    /** The project has another definition of this natural key. */
    static Result.Failure conflict(Project project, Resource resource, Result.Success actual, List<String> differences) {
        return new Result.Failure(Outcome.CONFLICT,
                Problem.rejected("CONFLICT", project.name(resource) + " already has a definition with this "
                        + resource.naturalKey() + " (uid " + actual.uid() + "), which differs in " + String.join(", ", differences)
                        + "; update that one, or choose another " + resource.naturalKey()));
    }

    /** Looks the key up; after a create in doubt, once the service lists its own writes. */
    private Result look(String key) {
        return mayHaveCreated && !project.awaitListing()
                ? new Result.Failure(Outcome.UNKNOWN, Problem.unavailable(0, "the route is stopping"))
                : new Lookup(project).find(resource, new Target(null, key));
    }

    private static boolean isMissing(Result found) {
        return found instanceof Result.Failure failed && failed.isNotFound();
    }
}
