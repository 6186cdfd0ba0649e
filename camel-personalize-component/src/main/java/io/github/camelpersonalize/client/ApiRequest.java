// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.time.StopSignal;
import org.jspecify.annotations.Nullable;

/**
 * One call of the service, as {@link ApiClient} sends it.
 *
 * @param address completes the path
 * @param body for a call that has one, else {@code null}
 * @param maxWait the longest pause after a 429 that the call waits for
 * @param stats counts each request
 * @param stop of the work that it is a part of
 */
record ApiRequest(Call call, Address address, @Nullable JsonNode body, ProjectId project, Duration maxWait, CallStats stats,
        StopSignal stop) {}
