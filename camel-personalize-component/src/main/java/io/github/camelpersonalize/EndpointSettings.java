// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Set;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.CallOptions;
import io.github.camelpersonalize.batch.RecordRules;
import io.github.camelpersonalize.binding.ControlHeaders;
import io.github.camelpersonalize.binding.HeaderOverride;
import io.github.camelpersonalize.binding.MessageBinding;
import io.github.camelpersonalize.context.ProjectSettings;
import io.github.camelpersonalize.convergence.PrunePolicy;
import org.jspecify.annotations.Nullable;

/**
 * The options of one endpoint, checked and typed. Immutable.
 *
 * @param operation the option of that name, or {@code null} where it is missing; producers have one
 * @param records how records are read
 * @param calls what options say about calls
 * @param pruning what apply may delete
 * @param validate whether bodies are checked before they are sent
 * @param project how the endpoint works with projects
 */
record EndpointSettings(Resource resource, @Nullable Operation operation, Set<HeaderOverride> headerOverrides, FailOn failOn,
        RecordRules records,
        CallOptions calls, PrunePolicy pruning, boolean validate, ProjectSettings project) {

    ControlHeaders controlHeaders() {
        return new ControlHeaders(project.dialect(), resource, headerOverrides,
                new ControlHeaders.Invocation(operation, project.id().uid()));
    }

    MessageBinding messageBinding() {
        return MessageBinding.of(resource, project.dialect(), validate);
    }
}
