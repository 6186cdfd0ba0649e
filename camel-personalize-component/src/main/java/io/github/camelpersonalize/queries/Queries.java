// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.queries;

import java.util.Map;

import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Query;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.versions.VersionTarget;

/** The calls that read what their query asks for. */
public final class Queries {

    private final Project project;
    private final Map<String, String> options;

    /**
     * @param options what the query asks for, by the names of options
     */
    public Queries(Project project, Map<String, String> options) {
        this.project = project;
        this.options = options;
    }

    /** A list: of definitions, or of places. */
    public Result list(Resource resource, Operation operation) {
        Call call = project.call(resource, operation);
        return new QueryReader(project, options).of(call).toResult(query -> list(call, query));
    }

    private Result list(Call call, Query query) {
        return project.dialect().paging(call).map(paging -> new Pages(project, paging).list(call, query))
                .orElseGet(() -> project.list(call, query));
    }

    /** What visitors made of a version. */
    public Result analytics(Resource resource, Operation operation, VersionTarget target) {
        return new Analytics(project, options).execute(project.call(resource, operation), target);
    }
}
