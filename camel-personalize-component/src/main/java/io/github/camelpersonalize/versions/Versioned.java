// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.api.Versioning;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.DefinitionVersions;
import io.github.camelpersonalize.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * A definition that has versions.
 *
 * @param key its natural key, or {@code null} when it is not known
 */
public record Versioned(Project project, Resource resource, Uid uid, @Nullable String key) {

    private static final int NOT_FOUND = 404;

    /** One that exists, or did a moment ago. */
    public static Versioned of(Project project, Resource resource, Result.Success known) {
        return new Versioned(project, resource, known.knownUid(), known.key());
    }

    /** Its versions. Requests their list. */
    public Fallible<Versions> versions() {
        return list().fold(listed -> Fallible.of(new Versions(project.shape(resource), listed.body())), Fallible::failed);
    }

    Result list() {
        return project.list(call(Operation.listVersions), Address.of(uid)).fold(
                listed -> new Result.Success(null, listed.status(), listed.body(), uid.value(), key),
                failed -> failed.problem().status() == NOT_FOUND ? failed(failed.problem()) : failed);
    }

    Versioning words() {
        return project.shape(resource).versioning().orElseThrow();
    }

    Call call(Operation operation) {
        return project.call(resource, operation);
    }

    CallResult send(Operation operation, Uid version, @Nullable JsonNode body) {
        return project.send(call(operation), Address.of(uid).version(version), body);
    }

    /** Whether a version is what was sent. */
    boolean isSame(JsonNode sent, JsonNode version) {
        return differences(sent, version).isEmpty();
    }

    List<String> differences(JsonNode sent, JsonNode version) {
        return Difference.between(sent, version, project.shape(resource));
    }

    /** A version was written: what the index has of its definition may be old. */
    Result.Success written(Outcome outcome, int status, JsonNode version) {
        project.markInDoubt(resource, uid.value());
        new DefinitionVersions(project, resource, uid.value()).markInDoubt();
        return new Result.Success(outcome, status, version, uid.value(), key);
    }

    /** A version is as it should be. */
    Result.Success unchanged(JsonNode version, @Nullable String note) {
        return new Result.Success(Outcome.UNCHANGED, 0, version, uid.value(), key, note);
    }

    /** A call about a version did not succeed. */
    Result.Failure failed(Problem problem) {
        new DefinitionVersions(project, resource, uid.value()).markInDoubt();
        Problem confirmed = problem.status() == NOT_FOUND ? project.notFound(resource, problem) : problem;
        return project.failed(resource, uid.value(), confirmed);
    }
}
