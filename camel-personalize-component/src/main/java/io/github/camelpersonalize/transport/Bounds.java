// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.time.Duration;

/**
 * What one exchange with the service may cost at most.
 *
 * @param timeout from the wait for a connection to the last byte of the answer's body
 * @param maxResponseSize of the answer's body, in bytes
 */
public record Bounds(Duration timeout, long maxResponseSize) {}
