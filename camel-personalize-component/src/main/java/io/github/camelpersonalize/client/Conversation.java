// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.api.Verb;

/** The calls that one exchange makes for one project, retried where that is safe, and counted. Used by one thread. */
public final class Conversation {

    private final ApiClient client;
    private final String projectUid;
    private final RetryPolicy policy;
    private final Time time;
    private final RandomGenerator random;
    private final Traffic traffic;
    private int requests;

    public Conversation(ApiClient client, String projectUid, RetryPolicy policy, Time time, RandomGenerator random, Traffic traffic) {
        this.client = client;
        this.projectUid = projectUid;
        this.policy = policy;
        this.time = time;
        this.random = random;
        this.traffic = traffic;
    }

    /**
     * Carries out a call. All but a POST are repeated when their outcome is in doubt: they do the same twice as once. A POST is repeated only
     * when the service certainly did not carry it out.
     *
     * @param uid for a path that needs one, else {@code null}
     * @param body for a call that has one, else {@code null}
     */
    public Reply send(Call call, Uid uid, JsonNode body) {
        return send(call, uid, body, retries());
    }

    /** Carries out a call with the tries that are left to the work that it is a part of. */
    public Reply send(Call call, Uid uid, JsonNode body, Retries retries) {
        Reply reply = retries.run(call.verb() != Verb.POST, () -> client.send(call, uid, body, this));
        traffic.ended(reply, time.now());
        return reply;
    }

    /** Tries for a piece of work that consists of several calls. */
    public Retries retries() {
        return new Retries(policy, time, random, traffic);
    }

    /** How long a call may take with all its tries. */
    Duration patience() {
        return policy.timeout();
    }

    /** Time, as this conversation sees it. */
    public Time time() {
        return time;
    }

    /** What is counted of it. */
    public Traffic traffic() {
        return traffic;
    }

    /** How many requests were sent, for {@code CamelPersonalizeRequestCount}. */
    public int requests() {
        return requests;
    }

    /** The project that it is about. */
    public String projectUid() {
        return projectUid;
    }

    /** A request is sent. */
    void count() {
        requests++;
        traffic.request();
    }
}
