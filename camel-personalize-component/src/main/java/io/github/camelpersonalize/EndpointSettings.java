// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.util.Set;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Tombstone;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.binding.HeaderOverride;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.project.Policy;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.ClientSettings;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options of one endpoint, checked and typed. Immutable.
 *
 * @param operation the option of that name, or {@code null} where it is missing; producers have one
 * @param uid the option of that name, or {@code null}
 * @param key the option of that name, or {@code null}
 * @param versionField the option of that name, or {@code null}
 * @param stateRepository what outlives a restart is kept there; {@code null} to keep it in memory
 * @param proxy the way out, or {@code null}
 */
public record EndpointSettings(Resource resource, Operation operation, Dialect dialect, URI baseUrl, String projectUid,
        Credentials credentials,
        Uid uid, String key, Set<HeaderOverride> headerOverrides, FailOn failOn, Policy policy, Tombstone tombstone, String versionField,
        Pruning pruning,
        StateRepository<String, String> stateRepository, boolean validate, Bounds bounds, RetryPolicy retryPolicy, double requestsPerSecond,
        ClientSettings.Proxy proxy, ClientSettings.Pool pool) {

    /** What apply may delete, and how much of it at once. */
    record Pruning(Prune prune, int maxDeletes) {}

    /** What the HTTP client is to be like, with these TLS settings. */
    ClientSettings client(SSLContextParameters ssl) {
        return new ClientSettings(ssl, proxy, pool);
    }
}
