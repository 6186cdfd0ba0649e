// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;
import io.github.camelpersonalize.transport.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens of an OAuth 2 authorization server, refreshed shortly before they expire and when the service rejects one.
 * <ul>
 * <li>However many threads need a token, one requests it, within its own call, and the others wait for the same outcome (single flight).
 * While the current token is valid, only the thread that requests waits.</li>
 * <li>A failure is reported to all threads that waited for it, and to all that come during the backoff after it, without a further request.</li>
 * <li>As long as the current token is valid, a failure to refresh it stops no call; it is logged once.</li>
 * <li>A token that the service rejects is refreshed once, whoever reports it. If its replacement is rejected as well within a short time, the
 * token is not the reason, and it stays.</li>
 * </ul>
 */
public final class OAuthCredentials implements AwaitedCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(OAuthCredentials.class);

    /** How long the replacement of a rejected token stays: else a service that accepts no token would cost one for each call. */
    private static final Duration REPLACEMENT_STAYS = Duration.ofSeconds(10);

    private final OAuthSettings settings;
    private final TokenSource source;
    private final Time time;
    private final RandomGenerator random;

    private final Object lock = new Object();

    /** The current token, or {@code null}. Written under the lock. */
    private volatile @Nullable AccessToken current;

    // Under the lock:
    private boolean isRejected;
    private long staysUntil;
    private @Nullable TokenFetch fetch;
    private Backoff backoff = Backoff.NONE;

    /**
     * @param store for the refresh tokens that replace the first
     * @param transport must not follow redirects
     * @param timeout of one request for a token
     */
    public OAuthCredentials(OAuthSettings settings, TokenStore store, Transport transport, Duration timeout, Time time,
            RandomGenerator random) {
        this.settings = settings;
        this.source = new TokenSource(settings, new TokenEndpoint(settings, transport, timeout), store, time, random);
        this.time = time;
        this.random = random;
    }

    @Override
    public Header header(StopSignal stop) throws CredentialsException {
        AccessToken token = current;
        return token != null && !token.isDue(time.nanoTime()) ? token.header() : obtain(null, stop).header();
    }

    @Override
    public boolean refresh(Header rejected, StopSignal stop) throws CredentialsException {
        return !obtain(rejected, stop).header().equals(rejected);
    }

    @Override
    public String kind() {
        return "OAuth";
    }

    @Override
    public Optional<String> scope() {
        return Optional.ofNullable(settings.scope());
    }

    private AccessToken obtain(@Nullable Header rejected, StopSignal stop) throws CredentialsException {
        AccessToken usable;
        TokenFetch joined;
        boolean isNew;
        synchronized (lock) {
            long now = time.nanoTime();
            discard(rejected, now);
            usable = current == null || current.isExpired(now) ? null : current;
            if (usable != null && (rejected != null || !usable.isDue(now) || fetch != null || backoff.lasts(now))) {
                return usable;
            }
            isNew = fetch == null;
            joined = fetch == null ? begin(now, stop) : fetch;
        }
        if (isNew) {
            fetch(joined);
        }
        try {
            return joined.await(stop);
        } catch (CredentialsException e) {
            return stillUsable(usable, e);
        }
    }

    private TokenFetch begin(long now, StopSignal stop) throws CredentialsException {
        backoff.check(now);
        check(stop);
        TokenFetch begun = new TokenFetch();
        fetch = begun;
        return begun;
    }

    /** Work that is to end requests no token. A request under way is completed: its response may have the only valid refresh token. */
    private static void check(StopSignal stop) throws CredentialsException {
        if (stop.isStopped()) {
            throw TokenFetch.stopping();
        }
    }

    /** Discards the rejected token, if it is the current one and not itself the recent replacement of a rejected one. */
    private void discard(@Nullable Header rejected, long now) {
        if (current != null && current.header().equals(rejected) && now - staysUntil >= 0) {
            current = null;
            isRejected = true;
        }
    }

    private void fetch(TokenFetch started) {
        AccessToken token = null;
        CredentialsException failure = new CredentialsException("the request for an access token broke off");
        try {
            token = source.fetch();
        } catch (CredentialsException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new CredentialsException("the request for an access token failed with " + e.getClass().getName(), false, e);
        } finally {
            complete(started, token, failure);
        }
    }

    /** Changes the state before the waiting threads get the outcome, so that a later thread sees it and starts no second fetch. */
    private void complete(TokenFetch started, @Nullable AccessToken token, CredentialsException failure) {
        synchronized (lock) {
            fetch = null;
            if (token == null) {
                failed(failure, time.nanoTime());
            } else {
                succeeded(token, time.nanoTime());
            }
        }
        if (token == null) {
            started.fail(failure);
        } else {
            started.complete(token);
        }
    }

    private void failed(CredentialsException failure, long now) {
        backoff = backoff.after(failure, now, random);
        warnOnce(now, failure);
    }

    private void succeeded(AccessToken token, long now) {
        backoff = Backoff.NONE;
        current = token;
        staysUntil = isRejected ? now + REPLACEMENT_STAYS.toNanos() : now;
        isRejected = false;
    }

    private void warnOnce(long now, CredentialsException failure) {
        if (current != null && !current.isExpired(now) && backoff.failures() == 1) {
            LOG.warn("The access token of client {} cannot be refreshed ahead of time; it is used until it expires in {} s: {}",
                    settings.clientId(), Duration.ofNanos(current.expiresAt() - now).toSeconds(), failure.getMessage());
        }
    }

    @SuppressWarnings("ReferenceEquality") // Whether it is the very token that was read before.
    private AccessToken stillUsable(@Nullable AccessToken usable, CredentialsException failure) throws CredentialsException {
        if (usable != null && usable == current && !usable.isExpired(time.nanoTime())) {
            return usable;
        }
        throw failure;
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return "OAuthCredentials[" + settings + "]";
    }
}
