// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.jspecify.annotations.Nullable;

/**
 * A client whose requests go through a proxy, set up by Camel HTTP, so that the options of the proxy mean the same. The {@code http} component of the
 * context stays as it is.
 */
final class ProxyClient {

    /** Only the client of this endpoint is used, so its address is never called. */
    private static final String UNUSED_ADDRESS = "http://localhost";

    private final HttpEndpoint endpoint;

    /**
     * @param proxy or {@code null}: the one that the global options of the context name
     * @throws Exception when Camel HTTP refuses the settings
     */
    ProxyClient(CamelContext context, HttpClientConnectionManager connections, ClientSettings.@Nullable Proxy proxy) throws Exception {
        endpoint = (HttpEndpoint) component(context, connections, proxy).createEndpoint(UNUSED_ADDRESS);
        ServiceHelper.startService(endpoint);
    }

    /** Whether requests without a proxy of their own go through one: Camel HTTP reads this global option of the context. */
    static boolean isNeededBy(CamelContext context) {
        String host = context.getGlobalOption("http.proxyHost");
        return host != null && !host.isEmpty();
    }

    HttpClient http() {
        return endpoint.getHttpClient();
    }

    private static HttpComponent component(CamelContext context, HttpClientConnectionManager connections,
            ClientSettings.@Nullable Proxy proxy) {
        HttpComponent http = new HttpComponent();
        http.setCamelContext(context);
        restrain(http);
        http.setClientConnectionManager(connections);
        if (proxy != null) {
            route(http, proxy);
        }
        ServiceHelper.startService(http);
        return http;
    }

    /**
     * Disables what HttpClient does by itself: a redirect carries the credential to another host, a retry repeats a POST, cookies connect
     * unrelated requests, and a compressed response has no bound.
     */
    private static void restrain(HttpComponent http) {
        http.setFollowRedirects(false);
        http.setRedirectHandlingDisabled(true);
        http.setAutomaticRetriesDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setContentCompressionDisabled(true);
        http.setDefaultUserAgentDisabled(true);
    }

    private static void route(HttpComponent http, ClientSettings.Proxy proxy) {
        http.setProxyAuthScheme(proxy.scheme());
        http.setProxyHost(proxy.host());
        http.setProxyPort(proxy.port());
        http.setProxyAuthUsername(proxy.username());
        http.setProxyAuthPassword(proxy.password());
        if (proxy.nonProxyHosts() != null) {
            http.setNonProxyHosts(proxy.nonProxyHosts());
        }
    }

    /** The connections stay open: closed by the HTTP component, they would be in the log of everybody who stops a context. */
    void stop() {
        endpoint.getComponent().setClientConnectionManager(null);
        ServiceHelper.stopAndShutdownServices(endpoint, endpoint.getComponent());
    }
}
