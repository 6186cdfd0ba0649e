// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.time.Time;

/**
 * Gets access tokens, and loses no refresh token, by the order of steps that {@link TokenStore} describes. Used by one thread at a time.
 */
final class TokenSource {

    private final OAuthSettings settings;
    private final TokenEndpoint endpoint;
    private final TokenStore store;
    private final Time time;
    private final RandomGenerator random;

    /** The newest refresh token known here, in case the store loses it. */
    private String newest;

    /** The access token that came with a refresh token which is not saved yet, or {@code null}. */
    private AccessToken withheld;

    TokenSource(OAuthSettings settings, TokenEndpoint endpoint, TokenStore store, Time time, RandomGenerator random) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.store = store;
        this.time = time;
        this.random = random;
        this.newest = settings.refreshToken();
    }

    AccessToken fetch() throws CredentialsException {
        if (withheld != null) {
            AccessToken token = release();
            if (!token.isExpired(time.nanoTime())) {
                return token;
            }
        }
        return settings.refreshToken() == null ? request(null).token() : refresh();
    }

    private AccessToken refresh() throws CredentialsException {
        newest = stored();
        Tokens tokens = requestWithNewest();
        if (tokens.refreshToken() == null || tokens.refreshToken().equals(newest)) {
            return tokens.token();
        }
        newest = tokens.refreshToken();
        withheld = tokens.token();
        return release();
    }

    private Tokens requestWithNewest() throws CredentialsException {
        try {
            return request(newest);
        } catch (GrantRefusedException e) {
            String stored = stored();
            if (stored.equals(newest)) {
                throw e;
            }
            newest = stored;
            return request(newest);
        }
    }

    private AccessToken release() throws CredentialsException {
        try {
            store.save(settings.storeKey(), newest);
        } catch (IOException e) {
            throw unusable("the new refresh token cannot be stored, so the access token that came with it is not used; both are kept in"
                    + " memory and the next attempt tries to store it again; do not stop this process before", e);
        }
        AccessToken token = withheld;
        withheld = null;
        return token;
    }

    private String stored() throws CredentialsException {
        try {
            Optional<String> stored = store.load(settings.storeKey());
            if (stored.isEmpty()) {
                store.save(settings.storeKey(), newest);
            }
            return stored.orElse(newest);
        } catch (IOException e) {
            throw unusable("the store of refresh tokens cannot be used, so no token was requested", e);
        }
    }

    /** The refresh token is a new one, or {@code null}. */
    private record Tokens(AccessToken token, String refreshToken) {}

    private Tokens request(String refreshToken) throws CredentialsException {
        long requestedAt = time.nanoTime();
        TokenResponse response = endpoint.request(refreshToken);
        return new Tokens(AccessToken.of(response.header(), requestedAt, response.life(), random), response.refreshToken());
    }

    private CredentialsException unusable(String what, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CredentialsException(what + ": " + why, false, e);
    }
}
