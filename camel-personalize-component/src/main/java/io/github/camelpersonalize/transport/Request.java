// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.net.URI;
import java.util.Map;

import io.github.camelpersonalize.api.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request. Of a message it contains the checked body and uid, and nothing else.
 *
 * @param verb the method
 * @param uri the whole URL
 * @param headers all headers, names in lower case
 * @param body JSON as UTF-8, or {@code null}
 */
public record Request(HttpMethod verb, URI uri, Map<String, String> headers, byte @Nullable [] body) {

    /** Without headers, which hold the credential. */
    @Override
    public String toString() {
        return verb + " " + uri;
    }
}
