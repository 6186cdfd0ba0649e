// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.time.Time;

/**
 * Gets access tokens, and sees to it that no refresh token is lost on the way, in the order that {@link TokenStore} describes. Used by one
 * thread at a time.
 */
final class TokenSource {

    private final OAuthSettings settings;
    private final TokenEndpoint endpoint;
    private final TokenStore store;
    private final Time time;
    private final RandomGenerator random;

    /** The newest that we know of, should the store lose it. */
    private String newest;

    /** Came with a refresh token that is not saved yet, or {@code null}. */
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
        Got got = askWithNewest();
        if (got.refreshToken() == null || got.refreshToken().equals(newest)) {
            return got.token();
        }
        newest = got.refreshToken();
        withheld = got.token();
        return release();
    }

    private Got askWithNewest() throws CredentialsException {
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
            throw unusable("the store of refresh tokens cannot be used, so none was asked for", e);
        }
    }

    /** A new refresh token may be {@code null}. */
    private record Got(AccessToken token, String refreshToken) {}

    private Got request(String refreshToken) throws CredentialsException {
        long asked = time.nanoTime();
        TokenResponse answer = endpoint.request(refreshToken);
        return new Got(AccessToken.of(answer.header(), asked, answer.life(), random), answer.refreshToken());
    }

    private CredentialsException unusable(String what, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CredentialsException(what + ": " + why, false, e);
    }
}
