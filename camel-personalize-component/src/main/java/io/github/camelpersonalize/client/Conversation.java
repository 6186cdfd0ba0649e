// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Uid;

/** The calls that one exchange makes for one project, counted. Used by one thread. */
public final class Conversation {

    private final ApiClient client;
    private final String projectUid;
    private int requests;

    Conversation(ApiClient client, String projectUid) {
        this.client = client;
        this.projectUid = projectUid;
    }

    /**
     * Carries out a call.
     *
     * @param uid for a path that needs one, else {@code null}
     * @param body for a call that has one, else {@code null}
     */
    public Reply send(Call call, Uid uid, JsonNode body) {
        requests++;
        return client.send(call, projectUid, uid, body);
    }

    /** How many requests were sent, for {@code CamelPersonalizeRequestCount}. */
    public int requests() {
        return requests;
    }

    /** The project that it is about. */
    public String projectUid() {
        return projectUid;
    }
}
