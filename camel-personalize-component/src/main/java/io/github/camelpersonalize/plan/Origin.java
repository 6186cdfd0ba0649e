// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.time.Instant;

/**
 * Where and when a plan was made.
 *
 * @param service the address of the service
 * @param madeAt when, to the second
 * @param prune the option {@code prune} of the endpoint that made it
 */
public record Origin(String service, Instant madeAt, String prune) {

    /** The endpoint that applies the plan as it was made. */
    String apply() {
        return "personalize:project?operation=apply&prune=" + prune;
    }
}
