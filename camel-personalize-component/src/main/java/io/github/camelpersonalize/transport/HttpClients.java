// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.IOHelper;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;

/**
 * The HTTP clients of one component: Apache HttpClient 5, set up by Camel HTTP, so that options of TLS, proxy and pool mean the same. The
 * {@code http} component of the context stays as it is.
 */
public final class HttpClients extends ServiceSupport {

    /** Only the client of this endpoint is used, so its address is never called. */
    private static final String UNUSED_ADDRESS = "http://localhost";

    private final CamelContext context;
    private final Map<ClientSettings, Client> clients = new ConcurrentHashMap<>();
    private ScheduledExecutorService sweeper;
    private Deadlines deadlines;

    public HttpClients(CamelContext context) {
        this.context = context;
    }

    /** A transport for these settings; equal settings share connections. */
    public Transport transport(ClientSettings settings) {
        return new HttpTransport(clients.computeIfAbsent(settings, this::client).endpoint().getHttpClient(), deadlines);
    }

    private record Client(HttpEndpoint endpoint, HttpClientConnectionManager connections) {}

    private Client client(ClientSettings settings) {
        try {
            HttpClientConnectionManager connections = ConnectionPool.of(settings, context);
            HttpEndpoint endpoint = (HttpEndpoint) component(settings, connections).createEndpoint(UNUSED_ADDRESS);
            ServiceHelper.startService(endpoint);
            return new Client(endpoint, connections);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeException(e);
        }
    }

    private HttpComponent component(ClientSettings settings, HttpClientConnectionManager connections) {
        HttpComponent http = new HttpComponent();
        http.setCamelContext(context);
        restrain(http);
        http.setClientConnectionManager(connections);
        if (settings.proxy() != null) {
            route(http, settings.proxy());
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

    /** The connections are closed here: closed by the HTTP component, they would be in the log of everybody who stops a context. */
    private static void close(Client client) {
        client.endpoint().getComponent().setClientConnectionManager(null);
        ServiceHelper.stopAndShutdownServices(client.endpoint(), client.endpoint().getComponent());
        IOHelper.close(client.connections());
    }

    @Override
    protected void doStart() {
        sweeper = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "PersonalizeDeadlines");
        deadlines = new Deadlines(sweeper);
    }

    @Override
    protected void doStop() {
        clients.values().forEach(HttpClients::close);
        clients.clear();
        context.getExecutorServiceManager().shutdownNow(sweeper);
    }
}
