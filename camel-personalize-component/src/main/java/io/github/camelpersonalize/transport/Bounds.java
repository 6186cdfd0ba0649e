// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.time.Duration;

/**
 * The bounds of one exchange with the service.
 *
 * @param timeout from the wait for a connection to the last byte of the response's body
 * @param maxResponseSize of the response's body, in bytes
 */
public record Bounds(Duration timeout, long maxResponseSize) {}
