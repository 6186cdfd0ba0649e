// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.time.Time;
import io.github.camelpersonalize.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens of an OAuth 2 authorization server, replaced shortly before they expire and when the service refuses one.
 * <ul>
 * <li>However many threads need a token, one asks for it, within its own call, and the others wait for the same outcome. While the token
 * at hand is still good, nobody waits but the one who asks.</li>
 * <li>A failure is the failure of all who waited for it, and of all who come in a short time after it, without a further request.</li>
 * <li>As long as the token at hand is good, no failure to replace it stops anybody; it is logged once.</li>
 * <li>A token that the service refuses is replaced once, whoever says so. If its replacement is refused as well within a short time, the
 * fault is not the token's, and it stays.</li>
 * </ul>
 */
public final class OAuthCredentials implements Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(OAuthCredentials.class);

    /** How long the replacement of a refused token is not replaced in its turn: else a service that takes no token costs one each call. */
    private static final Duration REPLACEMENT_STAYS = Duration.ofSeconds(10);

    private final OAuthSettings settings;
    private final TokenSource source;
    private final Time time;
    private final RandomGenerator random;

    private final Object lock = new Object();

    /** The token at hand, or {@code null}. Written under the lock. */
    private volatile AccessToken current;

    // Under the lock:
    private boolean isRefused;
    private long staysUntil;
    private TokenFetch flight;
    private Backoff holdOff = Backoff.NONE;

    /**
     * @param store for the successors of the refresh token
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
    public Header header() throws CredentialsException {
        AccessToken token = current;
        return token != null && !token.isDue(time.nanoTime()) ? token.header() : obtain(null).header();
    }

    @Override
    public boolean refresh(Header refused) throws CredentialsException {
        return !obtain(refused).header().equals(refused);
    }

    private AccessToken obtain(Header refused) throws CredentialsException {
        AccessToken usable;
        TokenFetch joined;
        boolean leads;
        synchronized (lock) {
            long now = time.nanoTime();
            drop(refused, now);
            usable = current == null || current.isExpired(now) ? null : current;
            if (usable != null && (refused != null || !usable.isDue(now) || flight != null || holdOff.lasts(now))) {
                return usable;
            }
            leads = flight == null;
            if (leads) {
                holdOff.check(now);
                flight = new TokenFetch();
            }
            joined = flight;
        }
        if (leads) {
            fetch(joined);
        }
        try {
            return joined.await();
        } catch (CredentialsException e) {
            return stillUsable(usable, e);
        }
    }

    /** Takes the refused token out of use, if it is the one at hand and not itself the fresh replacement of a refused one. */
    private void drop(Header refused, long now) {
        if (current != null && current.header().equals(refused) && now - staysUntil >= 0) {
            current = null;
            isRefused = true;
        }
    }

    private void fetch(TokenFetch flight) {
        AccessToken token = null;
        CredentialsException failure = new CredentialsException("the request for an access token broke off");
        try {
            token = source.fetch();
        } catch (CredentialsException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new CredentialsException("the request for an access token failed with " + e.getClass().getName(), false, e);
        } finally {
            complete(flight, token, failure);
        }
    }

    /** The state is changed before anybody hears of the outcome, so who comes later finds it, and no second attempt begins. */
    private void complete(TokenFetch flight, AccessToken token, CredentialsException failure) {
        synchronized (lock) {
            long now = time.nanoTime();
            this.flight = null;
            if (token == null) {
                holdOff = holdOff.after(failure, now, random);
                warnOnce(now, failure);
            } else {
                holdOff = Backoff.NONE;
                current = token;
                staysUntil = isRefused ? now + REPLACEMENT_STAYS.toNanos() : now;
                isRefused = false;
            }
        }
        if (token == null) {
            flight.fail(failure);
        } else {
            flight.succeed(token);
        }
    }

    private void warnOnce(long now, CredentialsException failure) {
        if (current != null && !current.isExpired(now) && holdOff.failures() == 1) {
            LOG.warn("The access token of client {} cannot be replaced ahead of time; it is used until it expires in {} s: {}",
                    settings.clientId(), Duration.ofNanos(current.expiresAt() - now).toSeconds(), failure.getMessage());
        }
    }

    private AccessToken stillUsable(AccessToken usable, CredentialsException failure) throws CredentialsException {
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
