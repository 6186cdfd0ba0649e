// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.util.Set;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Bounds;
import io.github.camelpersonalize.client.ClientSettings;
import io.github.camelpersonalize.client.Credentials;
import io.github.camelpersonalize.client.RetryPolicy;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options of one endpoint, checked and typed. Immutable.
 *
 * @param operation the option of that name, or {@code null} where it is missing; producers have one
 * @param uid the option of that name, or {@code null}
 * @param key the option of that name, or {@code null}
 * @param proxy the way out, or {@code null}
 */
record EndpointSettings(Resource resource, Operation operation, Dialect dialect, URI baseUrl, String projectUid, Credentials credentials,
        Uid uid, String key, Set<HeaderOverride> headerOverrides, FailOn failOn, boolean validate, Bounds bounds,
        RetryPolicy retryPolicy, double requestsPerSecond, ClientSettings.Proxy proxy, ClientSettings.Pool pool) {

    /** What the HTTP client is to be like, with these TLS settings. */
    ClientSettings client(SSLContextParameters ssl) {
        return new ClientSettings(ssl, proxy, pool);
    }
}
