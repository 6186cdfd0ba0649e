// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.time.Duration;
import java.util.Map;

/**
 * What options say about calls, beside the definition that they are about.
 *
 * @param parameters what queries ask for, by the names of options
 * @param waitForSync how long an activation waits until it is synchronized; zero to not wait
 */
public record CallOptions(Map<String, String> parameters, Duration waitForSync) {

    /** Copies what it is given. */
    public CallOptions {
        parameters = Map.copyOf(parameters);
    }
}
