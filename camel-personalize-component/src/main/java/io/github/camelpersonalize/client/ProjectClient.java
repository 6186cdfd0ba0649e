// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.HttpMethod;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.time.Time;

/** The calls that one exchange makes for one project, retried where that is safe, and counted. Used by one thread. */
public final class ProjectClient {

    private final ApiClient client;
    private final String projectUid;
    private final RetryPolicy policy;
    private final Time time;
    private final RandomGenerator random;
    private final CallStats stats;
    private int requests;

    public ProjectClient(ApiClient client, String projectUid, RetryPolicy policy, Time time, RandomGenerator random, CallStats stats) {
        this.client = client;
        this.projectUid = projectUid;
        this.policy = policy;
        this.time = time;
        this.random = random;
        this.stats = stats;
    }

    /**
     * Carries out a call. All but a POST are repeated when their outcome is in doubt: they do the same twice as once. A POST is repeated only
     * when the service certainly did not carry it out.
     *
     * @param uid for a path that needs one, else {@code null}
     * @param body for a call that has one, else {@code null}
     */
    public CallResult send(Call call, Uid uid, JsonNode body) {
        return send(call, uid, body, retries());
    }

    /** Carries out a call with the tries that are left to the work that it is a part of. */
    public CallResult send(Call call, Uid uid, JsonNode body, Retries retries) {
        CallResult reply = retries.run(call.verb() != HttpMethod.POST, () -> client.send(call, uid, body, this));
        stats.ended(reply, time.now());
        return reply;
    }

    /** Tries for a piece of work that consists of several calls. */
    public Retries retries() {
        return new Retries(policy, time, random, stats);
    }

    /** How long a call may take with all its tries. */
    Duration maxWait() {
        return policy.timeout();
    }

    /** Time, as this conversation sees it. */
    public Time time() {
        return time;
    }

    /** What is counted of it. */
    public CallStats stats() {
        return stats;
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
        stats.request();
    }
}
