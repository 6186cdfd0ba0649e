// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

/**
 * Where a call waits for its permit. Each project that an endpoint was configured for has a lane of its own. Projects that messages name share one
 * lane: an untrusted sender may name any number of them, and would otherwise get as many shares of the rate.
 *
 * @param isOwn whether the endpoint was configured for the project
 */
public record Lane(String projectUid, boolean isOwn) {

    private static final Object OF_MESSAGES = new Object();

    /** Equal for calls in the same lane. */
    Object id() {
        return isOwn ? this : OF_MESSAGES;
    }
}
