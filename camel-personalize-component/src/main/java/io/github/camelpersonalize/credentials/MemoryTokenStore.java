// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps refresh tokens as long as the process lives. Sufficient when the authorization server does not rotate them. */
public final class MemoryTokenStore implements TokenStore {

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    @Override
    public Optional<String> load(String key) {
        return Optional.ofNullable(tokens.get(key));
    }

    @Override
    public void save(String key, String refreshToken) {
        tokens.put(key, refreshToken);
    }
}
