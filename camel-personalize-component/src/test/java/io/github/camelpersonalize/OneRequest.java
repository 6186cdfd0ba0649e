// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import org.apache.camel.impl.DefaultCamelContext;

/** A context that sends one message to an endpoint, and stops. */
public final class OneRequest {

    private OneRequest() {}

    /** Sends it, and tells the answer. */
    public static String send(String uri) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            return context.createProducerTemplate().requestBody(uri, "").toString();
        }
    }
}
