// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.queries;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Query;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Lookup;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.versions.VersionTarget;
import io.github.camelpersonalize.versions.Versioned;
import org.jspecify.annotations.Nullable;

/** Reads what visitors made of a version. The response passes as it is. */
final class Analytics {

    private static final int NOT_FOUND = 404;
    private static final String VERSION = "versionUid";

    private final Project project;
    private final Map<String, String> options;

    Analytics(Project project, Map<String, String> options) {
        this.project = project;
        this.options = options;
    }

    Result execute(Call call, VersionTarget target) {
        return new Lookup(project).locate(call.resource(), target.definition())
                .flatMap(known -> execute(call, Versioned.of(project, call.resource(), known), target.version()));
    }

    private Result execute(Call call, Versioned definition, @Nullable Uid version) {
        if (version != null) {
            return send(call, definition, version).recover(failed -> isMissing(failed) ? explained(definition, version, failed) : failed);
        }
        return definition.versions().toResult(versions -> versions.newestEverActive().map(project.dialect()::uid).flatMap(uid -> uid)
                .map(uid -> send(call, definition, uid).recover(failed -> isMissing(failed) ? none(failed.problem()) : failed))
                .orElseGet(() -> none(Problem.rejected("NO_ANALYTICS", "no version was ever active"))));
    }

    private Result send(Call call, Versioned definition, Uid version) {
        Map<String, String> values = new TreeMap<>(options);
        values.put(VERSION, version.value());
        Fallible<Query> query = new QueryReader(project, values).of(call);
        return query.toResult(parameters -> project.send(call, Address.of(definition.uid()).with(parameters), null)
                .fold(response -> read(definition, response), Result.Failure::of));
    }

    private static Result read(Versioned definition, Success response) {
        JsonNode body = response.body();
        return body.isContainerNode()
                ? new Result.Success(null, response.status(), body, definition.uid().value(), definition.key())
                : Result.Failure.of(Problem.unavailable(response.status(), "the response is neither an object nor an array"));
    }

    private static boolean isMissing(Result.Failure failed) {
        return failed.problem().status() == NOT_FOUND;
    }

    /** The service responds in the same way where there are no analytics, no version and no such definition. */
    private Result explained(Versioned definition, Uid version, Result.Failure failed) {
        Fallible<Versions> versions = definition.versions();
        return versions.toResult(list -> {
            Optional<JsonNode> listed = list.withUid(version.value());
            return listed.isPresent()
                    ? none(failed.problem())
                    : Result.Failure.notFound("has no version with uid " + version + " in " + project.name());
        });
    }

    private static Result none(Problem problem) {
        return Result.Failure.of(new Problem(Problem.Category.REJECTED, problem.status(), "NO_ANALYTICS",
                "there are no analytics: " + problem.message() + "; they begin some time after a version has been activated",
                problem.fieldErrors(), Problem.Retry.USELESS));
    }
}
