// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Instant;

/**
 * The service, the way to it or the credential is at fault.
 *
 * @param problem as the last call found it
 * @param since when the first of the calls ended that have failed in a row
 */
public record Outage(Problem problem, Instant since) {}
