// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;

import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** A pool of connections that log nothing, and bound the head of a response. */
final class ConnectionPool {

    private static final int MAX_HEADER_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final Http1Config HTTP = Http1Config.custom().setMaxLineLength(MAX_HEADER_LINE).setMaxHeaderCount(MAX_HEADERS).build();

    private ConnectionPool() {}

    static PoolingHttpClientConnectionManager of(ClientSettings settings, CamelContext context)
            throws GeneralSecurityException, IOException {
        SSLContext tls = settings.ssl() == null ? SSLContexts.createDefault() : settings.ssl().createSSLContext(context);
        ClientSettings.Pool pool = settings.pool();
        return PoolingHttpClientConnectionManagerBuilder.create().setConnectionFactory(unconnected -> new QuietConnection(HTTP))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls)).setMaxConnTotal(pool.maxTotalConnections())
                .setMaxConnPerRoute(pool.connectionsPerRoute()).setDefaultConnectionConfig(config(pool)).build();
    }

    /**
     * Reads have no timeout: the deadline of the request ends them, and HttpClient's own of 3 minutes would come before a longer one. Besides, a read with
     * a timeout is three calls of the system instead of one.
     */
    private static ConnectionConfig config(ClientSettings.Pool pool) {
        return ConnectionConfig.custom().setConnectTimeout(Timeout.ofMilliseconds(pool.connectTimeout()))
                .setSocketTimeout(Timeout.ZERO_MILLISECONDS).setTimeToLive(TimeValue.ofMilliseconds(pool.connectionTimeToLive())).build();
    }
}
