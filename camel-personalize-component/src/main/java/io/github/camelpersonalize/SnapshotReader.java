// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.change.Snapshot;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.Conversation;
import io.github.camelpersonalize.client.Traffic;
import io.github.camelpersonalize.converge.Project;
import io.github.camelpersonalize.converge.Result;
import io.github.camelpersonalize.converge.Target;

/** Reads what a consumer watches: one list for each kind of definition. */
final class SnapshotReader {

    private final PersonalizeEndpoint endpoint;
    private final EndpointSettings settings;
    private final ApiClient client;
    private final RandomGenerator random = new Random();

    SnapshotReader(PersonalizeEndpoint endpoint) {
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
    Snapshot read() throws PersonalizeException {
        Map<Resource, JsonNode> lists = new EnumMap<>(Resource.class);
        for (Resource part : settings.resource().parts()) {
            lists.put(part, list(part));
        }
        return Snapshot.of(lists);
    }

    private JsonNode list(Resource part) throws PersonalizeException {
        Result listing = project(part).carryOut(part, Operation.list, Target.NONE, null);
        if (listing instanceof Result.Failed failed) {
            throw new Failure(part).exception(InputRecord.NONE, failed);
        }
        return ((Result.Done) listing).body();
    }

    private Project project(Resource part) {
        PersonalizeComponent component = endpoint.getComponent();
        Traffic traffic = Traffic.partOf(endpoint.traffic(), ResourceTraffic.of(endpoint.getCamelContext()).of(part));
        Conversation conversation = new Conversation(client, settings.projectUid(), settings.retryPolicy(), component.time(), random,
                traffic);
        return component.project(settings, conversation, Optional.empty());
    }
}
