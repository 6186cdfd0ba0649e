// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * Gets access tokens, and loses no refresh token, by the order of steps that {@link TokenStore} describes. Used by one thread at a time.
 */
final class TokenSource {

    private final OAuthSettings settings;
    private final TokenEndpoint endpoint;
    private final TokenStore store;
    private final Time time;
    private final RandomGenerator random;

    /** The newest refresh token known here, in case the store loses it; {@code null} without one. */
    private @Nullable String newest;

    /** What came with a refresh token which is not saved yet, or {@code null}. */
    private @Nullable Withheld withheld;

    /** An access token that nobody gets before the refresh token that came with it is saved. */
    private record Withheld(AccessToken token, String refreshToken) {}

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
            AccessToken token = release(withheld);
            if (!token.isExpired(time.nanoTime())) {
                return token;
            }
        }
        return newest == null ? request(null).token() : refresh(newest);
    }

    private AccessToken refresh(String known) throws CredentialsException {
        newest = stored(known);
        Tokens tokens = requestWith(newest);
        String received = tokens.refreshToken();
        if (received == null || received.equals(newest)) {
            return tokens.token();
        }
        newest = received;
        withheld = new Withheld(tokens.token(), received);
        return release(withheld);
    }

    private Tokens requestWith(String refreshToken) throws CredentialsException {
        try {
            return request(refreshToken);
        } catch (GrantRefusedException e) {
            String stored = stored(refreshToken);
            if (stored.equals(refreshToken)) {
                throw e;
            }
            newest = stored;
            return request(stored);
        }
    }

    private AccessToken release(Withheld held) throws CredentialsException {
        try {
            store.save(settings.storeKey(), held.refreshToken());
        } catch (IOException e) {
            throw unusable("the new refresh token cannot be stored, so the access token that came with it is not used; both are kept in"
                    + " memory and the next attempt tries to store it again; do not stop this process before", e);
        }
        withheld = null;
        return held.token();
    }

    /** The newest refresh token that the store has. If it has none, it gets the one that is known here. */
    private String stored(String known) throws CredentialsException {
        try {
            Optional<String> stored = store.load(settings.storeKey());
            if (stored.isEmpty()) {
                store.save(settings.storeKey(), known);
            }
            return stored.orElse(known);
        } catch (IOException e) {
            throw unusable("the store of refresh tokens cannot be used, so no token was requested", e);
        }
    }

    /** The refresh token is a new one, or {@code null}. */
    private record Tokens(AccessToken token, @Nullable String refreshToken) {}

    private Tokens request(@Nullable String refreshToken) throws CredentialsException {
        long requestedAt = time.nanoTime();
        TokenResponse response = endpoint.request(refreshToken);
        return new Tokens(AccessToken.of(response.header(), requestedAt, response.life(), random), response.refreshToken());
    }

    private CredentialsException unusable(String what, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CredentialsException(what + ": " + why, false, e);
    }
}
