// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an HTTP client. Endpoints with equal settings share a client and its connections.
 *
 * @param ssl TLS, or {@code null} for the JVM's defaults
 * @param proxy or {@code null} for direct connections
 * @param pool of connections
 */
public record ClientSettings(@Nullable SSLContextParameters ssl, @Nullable Proxy proxy, Pool pool) {

    /**
     * An HTTP proxy.
     *
     * @param scheme how the proxy itself is spoken to, {@code http} or {@code https}
     * @param host its name
     * @param port its port
     * @param username for the proxy, or {@code null}
     * @param password for the proxy, or {@code null}
     * @param nonProxyHosts hosts to reach directly, separated by commas, or {@code null}
     */
    public record Proxy(String scheme, String host, int port, @Nullable String username, @Nullable String password,
            @Nullable String nonProxyHosts) {

        /** Without the password. */
        @Override
        public String toString() {
            return scheme + "://" + host + ":" + port;
        }
    }

    /**
     * The connection pool.
     *
     * @param maxTotalConnections of the whole pool
     * @param connectionsPerRoute to one host
     * @param connectionTimeToLive in milliseconds, -1 for as long as it serves
     * @param connectTimeout of one attempt, in milliseconds
     */
    public record Pool(int maxTotalConnections, int connectionsPerRoute, long connectionTimeToLive, long connectTimeout) {}
}
