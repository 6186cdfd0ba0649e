// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.time.Duration;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Lookup;
import io.github.camelpersonalize.project.Project;
import org.jspecify.annotations.Nullable;

/** The operations on the versions of a definition, a line each. */
public final class VersionOperations {

    private final Project project;
    private final Duration waitForSync;

    /**
     * @param waitForSync how long an activation waits until the content management system knows its variants; zero to not wait
     */
    public VersionOperations(Project project, Duration waitForSync) {
        this.project = project;
        this.waitForSync = waitForSync;
    }

    /**
     * Executes an operation that the dialect offers for the resource.
     *
     * @param body the version to write, or {@code null} when the operation writes none
     */
    public Result execute(Resource resource, Operation operation, VersionTarget target, @Nullable JsonNode body) {
        @Nullable
        Uid version = target.version();
        return switch (operation) {
            case listVersions -> on(resource, target, Versioned::list);
            case createVersion -> new VersionBody(project, resource, operation).check(body,
                    sent -> alone(resource, target, definition -> new CreateVersion(definition, sent).execute()));
            case updateVersion -> new VersionBody(project, resource, operation).check(body,
                    sent -> alone(resource, target, definition -> new UpdateVersion(definition, sent).execute(version)));
            case deleteVersion -> alone(resource, target, definition -> new DeleteVersion(definition).execute(version));
            case activate -> alone(resource, target, definition -> new Activate(definition).execute(version))
                    .flatMap(done -> new CmsSync(project, resource).await(done, waitForSync));
            case pause -> alone(resource, target, definition -> new Pause(definition).execute(version));
            default -> throw new IllegalArgumentException(operation + " is not about versions");
        };
    }

    private Result on(Resource resource, VersionTarget target, Function<Versioned, Result> work) {
        return new Lookup(project).locate(resource, target.definition())
                .flatMap(known -> work.apply(Versioned.of(project, resource, known)));
    }

    /** Works when no other exchange writes the definition or one of its versions. */
    private Result alone(Resource resource, VersionTarget target, Function<Versioned, Result> work) {
        return on(resource, target, definition -> project.withLock(resource, definition.uid(), () -> work.apply(definition)));
    }
}
