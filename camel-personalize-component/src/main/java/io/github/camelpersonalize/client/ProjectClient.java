// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.HttpMethod;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;
import org.jspecify.annotations.Nullable;

/** An {@link ApiClient} bound to one project for one exchange: retries calls where that is safe, and counts them. Used by one thread. */
public final class ProjectClient {

    private final ApiClient client;
    private final ProjectId project;
    private final RetryPolicy policy;
    private final Time time;
    private final StopSignal stop;
    private final RandomGenerator random;
    private final CallStats whole;

    /** Made when they are needed: many an exchange sends nothing. */
    private @Nullable CallStats stats;

    /**
     * @param stop ends the work of the exchange
     * @param stats to which the calls of this client are added
     */
    public ProjectClient(ApiClient client, ProjectId project, RetryPolicy policy, Time time, StopSignal stop, RandomGenerator random,
            CallStats stats) {
        this.client = client;
        this.project = project;
        this.policy = policy;
        this.time = time;
        this.stop = stop;
        this.random = random;
        this.whole = stats;
    }

    /**
     * Sends a call. All methods but POST are idempotent, and are retried when their outcome is in doubt. A POST is retried only when the
     * service certainly did not carry it out.
     *
     * @param address completes the path
     * @param body for a call that has one, else {@code null}
     */
    public CallResult send(Call call, Address address, @Nullable JsonNode body) {
        return send(call, address, body, retries());
    }

    /** Sends a call with the attempts that are left to the work that it is a part of. */
    public CallResult send(Call call, Address address, @Nullable JsonNode body, Retries retries) {
        return send(call.verb() != HttpMethod.POST, call, address, body, retries);
    }

    /** Sends a call that has another effect the second time: it is retried only when the service certainly did not carry it out. */
    public CallResult sendOnce(Call call, Address address, @Nullable JsonNode body, Retries retries) {
        return send(false, call, address, body, retries);
    }

    private CallResult send(boolean repeatable, Call call, Address address, @Nullable JsonNode body, Retries retries) {
        ApiRequest request = new ApiRequest(call, address, body, project, policy.timeout(), stats(), stop);
        CallResult result = retries.run(repeatable, attempt -> client.send(request, attempt));
        stats().ended(result, time.now());
        return result;
    }

    /** Attempts for a piece of work that consists of several calls. */
    public Retries retries() {
        return new Retries(policy, time, stop, random, stats());
    }

    public Time time() {
        return time;
    }

    /** Waits: {@code false} when the exchange is to end before. */
    public boolean sleep(Duration duration) {
        return time.sleep(duration, stop);
    }

    /** Ends the exchange: from then on a failure of its calls says nothing about the calls of others. */
    public StopSignal stop() {
        return stop;
    }

    /** The statistics of this client's calls. */
    public CallStats stats() {
        if (stats == null) {
            stats = whole.part();
        }
        return stats;
    }

    /** How many requests were sent, for {@code CamelPersonalizeRequestCount}. */
    public int requests() {
        return stats == null ? 0 : Math.toIntExact(stats.requests());
    }

    /** The project that this client calls. */
    public ProjectId project() {
        return project;
    }
}
