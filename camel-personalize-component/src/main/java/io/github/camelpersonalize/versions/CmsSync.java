// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape.Items;
import io.github.camelpersonalize.api.Versioning.Sync;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Project;

/**
 * Waits until the content management system knows the variants of an active version, which the service tells it after the activation. It is done when
 * the definition says so and names each variant of the version. Nothing is undone when the time is up: the service goes on by itself.
 */
final class CmsSync {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Project project;
    private final Resource resource;
    private final Sync sync;
    private final Items variants;

    CmsSync(Project project, Resource resource) {
        this.project = project;
        this.resource = resource;
        this.sync = project.shape(resource).versioning().orElseThrow().sync();
        this.variants = project.shape(resource).items().orElseThrow();
    }

    /** The same activation once it is synchronized, or why it is not known to be. */
    Result await(Result.Success activated, Duration time) {
        return time.isZero() ? activated : poll(activated, time);
    }

    private Result poll(Result.Success activated, Duration time) {
        long end = project.now() + time.toNanos();
        Duration pause = FIRST_PAUSE;
        String last = "";
        while (end - project.now() > 0) {
            if (!project.sleep(Collections.min(List.of(pause, Duration.ofNanos(end - project.now()))))) {
                return open(activated, "the route is stopping");
            }
            CallResult read = project.send(project.call(resource, Operation.get), Address.of(activated.knownUid()), null);
            if (read instanceof CallResult.Failure failed) {
                return open(activated, failed.problem().message());
            }
            JsonNode definition = ((CallResult.Success) read).body();
            if (isDone(definition, activated.body())) {
                return activated;
            }
            last = sync.status(definition);
            pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
        }
        String status = last.isEmpty() ? "none yet" : last;
        return open(activated,
                "not within waitForSync=" + time.toMillis() + "ms (" + sync.member() + "." + sync.status() + ": " + status + ")");
    }

    private boolean isDone(JsonNode definition, JsonNode version) {
        return sync.done().equals(sync.status(definition))
                && StreamSupport.stream(version.path(variants.member()).spliterator(), false)
                        .allMatch(variant -> sync.covers(definition, variant.path(variants.uid()).asText()));
    }

    /** The version is active, and that is all that is known. */
    private static Result open(Result.Success activated, String why) {
        return new Result.Failure(Outcome.UNKNOWN, new Problem(Problem.Category.UNAVAILABLE, activated.status(), "NOT_SYNCHRONIZED",
                "its version " + activated.body().path("uid").asText() + " is active, but the synchronization with the CMS is open: " + why
                        + "; the service goes on with it, and sending the message again waits on",
                List.of(), Problem.Retry.USELESS), false);
    }
}
