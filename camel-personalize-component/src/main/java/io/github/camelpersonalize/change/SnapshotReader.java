// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.EndpointSettings;
import io.github.camelpersonalize.ExceptionTranslator;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeEndpoint;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.context.ResourceStats;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Operations;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Target;

/** Reads what a consumer watches: one list for each kind of definition. */
public final class SnapshotReader {

    private final PersonalizeEndpoint endpoint;
    private final EndpointSettings settings;
    private final ApiClient client;
    private final RandomGenerator random = new Random();

    public SnapshotReader(PersonalizeEndpoint endpoint) {
        this.endpoint = endpoint;
        this.settings = endpoint.settings();
        this.client = endpoint.client();
    }

    /**
     * What there is now.
     *
     * @throws PersonalizeException when one of the lists cannot be read; the others tell nothing then, for what is missing in them may be
     *         there
     */
    public Snapshot read() throws PersonalizeException {
        Map<Resource, JsonNode> lists = new EnumMap<>(Resource.class);
        for (Resource part : settings.resource().parts()) {
            lists.put(part, list(part));
        }
        return Snapshot.of(lists);
    }

    private JsonNode list(Resource part) throws PersonalizeException {
        Result listing = new Operations(project(part)).execute(part, Operation.list, Target.NONE, null);
        if (listing instanceof Result.Failure failed) {
            throw new ExceptionTranslator(part).exception(InputRecord.NONE, failed);
        }
        return ((Result.Success) listing).body();
    }

    private Project project(Resource part) {
        PersonalizeComponent component = endpoint.getComponent();
        CallStats stats = CallStats.partOf(endpoint.stats(), ResourceStats.of(endpoint.getCamelContext()).of(part));
        ProjectClient projectClient = new ProjectClient(client, settings.projectUid(), settings.retryPolicy(), component.time(), random,
                stats);
        return component.project(settings, projectClient, Optional.empty());
    }
}
