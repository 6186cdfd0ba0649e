// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Operations;
import io.github.camelpersonalize.project.Project;

/** Reads what a consumer watches: one list for each kind of definition. */
public final class SnapshotReader {

    private final Resource resource;
    private final Function<Resource, Project> projects;

    /**
     * @param resource what to watch
     * @param projects opens the project to read one of its lists
     */
    public SnapshotReader(Resource resource, Function<Resource, Project> projects) {
        this.resource = resource;
        this.projects = projects;
    }

    /** What there is now, or the first list that could not be read. */
    public SnapshotResult read() {
        Map<Resource, JsonNode> lists = new EnumMap<>(Resource.class);
        for (Resource part : resource.parts()) {
            Result listing = new Operations(projects.apply(part)).execute(part, Operation.list, Target.NONE, null);
            if (listing instanceof Result.Failure failed) {
                return new SnapshotResult.Failure(part, failed);
            }
            lists.put(part, ((Result.Success) listing).body());
        }
        return new SnapshotResult.Success(Snapshot.of(lists));
    }
}
