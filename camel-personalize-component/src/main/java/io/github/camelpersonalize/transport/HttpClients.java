// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.IOHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

import static org.apache.hc.client5.http.impl.classic.HttpClients.createMinimal;

/**
 * The HTTP clients of one component: Apache HttpClient 5. Without a proxy it is HttpClient's minimal one, which does nothing by itself: no redirect,
 * no retry, no cookie, no compression, no authentication.
 */
public final class HttpClients extends ServiceSupport {

    /** Before a firewall forgets a connection without a word, which makes it doubtful whether a create was executed. */
    private static final TimeValue LONGEST_IDLE = TimeValue.ofMinutes(3);
    private static final int SECONDS_BETWEEN = 30;

    private final CamelContext context;
    private final Map<ClientSettings, Client> clients = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService sweeper;
    private @Nullable Deadlines deadlines;

    public HttpClients(CamelContext context) {
        this.context = context;
    }

    /** A client, its connections, and what is to be stopped before they are closed. */
    private record Client(HttpClient http, PoolingHttpClientConnectionManager connections, Runnable stop) {

        private void close() {
            stop.run();
            IOHelper.close(connections);
        }
    }

    /** A transport for these settings; equal settings share connections. */
    public Transport transport(ClientSettings settings) {
        return new HttpTransport(clients.computeIfAbsent(settings, this::client).http(), started(deadlines));
    }

    private Client client(ClientSettings settings) {
        try {
            PoolingHttpClientConnectionManager connections = ConnectionPool.of(settings, context);
            closeIdle(connections);
            if (settings.proxy() == null && !ProxyClient.isNeededBy(context)) {
                return new Client(createMinimal(connections), connections, () -> {});
            }
            ProxyClient client = new ProxyClient(context, connections, settings.proxy());
            return new Client(client.http(), connections, client::stop);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeException(e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Closing idle connections fails for none.
    private void closeIdle(PoolingHttpClientConnectionManager connections) {
        started(sweeper).scheduleWithFixedDelay(() -> connections.closeIdle(LONGEST_IDLE), SECONDS_BETWEEN, SECONDS_BETWEEN,
                TimeUnit.SECONDS);
    }

    private static <T> T started(@Nullable T part) {
        return Objects.requireNonNull(part, "the HTTP clients are not started");
    }

    @Override
    protected void doStart() {
        ScheduledExecutorService thread = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this,
                "PersonalizeDeadlines");
        sweeper = thread;
        deadlines = new Deadlines(thread);
    }

    @Override
    protected void doStop() {
        clients.values().forEach(Client::close);
        clients.clear();
        if (sweeper != null) {
            context.getExecutorServiceManager().shutdownNow(sweeper);
        }
    }
}
