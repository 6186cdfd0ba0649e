// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.Optional;

/**
 * What stands before every request.
 *
 * @param credentials
 *            who may call
 * @param limit
 *            how often
 * @param retryAfter
 *            what the header of that name says to those who call too often, none to leave it out
 */
public record Entrance(Credentials credentials, RateLimit limit, Optional<String> retryAfter) {}
