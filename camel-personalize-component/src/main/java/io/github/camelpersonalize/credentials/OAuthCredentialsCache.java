// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelpersonalize.time.Time;
import io.github.camelpersonalize.transport.ClientSettings;
import io.github.camelpersonalize.transport.HttpClients;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth credentials of one CamelContext. Endpoints with the same OAuth settings share one and its tokens: a refresh token that is rotated at
 * each use must not be used in two places. Tokens are requested with the connection options of the first endpoint. Thread-safe.
 */
public final class OAuthCredentialsCache {

    private final HttpClients clients;
    private final Time time;
    private final TokenStore memory = new MemoryTokenStore();
    private final Map<Key, Credentials> credentials = new ConcurrentHashMap<>();

    /** All that a token depends on. */
    private record Key(OAuthSettings settings, TokenStore store) {}

    public OAuthCredentialsCache(HttpClients clients, Time time) {
        this.clients = clients;
        this.time = time;
    }

    /**
     * @param store for refresh tokens, or {@code null} for memory
     * @param timeout of one request for a token
     */
    public Credentials of(OAuthSettings settings, @Nullable TokenStore store, ClientSettings client, Duration timeout) {
        return credentials.computeIfAbsent(new Key(settings, store == null ? memory : store),
                key -> new OAuthCredentials(settings, key.store(), (request, bounds) -> clients.transport(client).send(request, bounds),
                        timeout, time, new Random()));
    }
}
