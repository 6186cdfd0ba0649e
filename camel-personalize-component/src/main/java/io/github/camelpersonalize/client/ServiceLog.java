// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import io.github.camelpersonalize.rate.RateLimiter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an operator what a service does: {@code WARN} when it stops answering, or refuses requests as too many, {@code INFO} when that is over. One for
 * all calls that share a rate limit. Thread-safe.
 */
public final class ServiceLog {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLog.class);

    /** The pace climbs towards the limit without ever reaching it. */
    private static final double FULL = 0.95;
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI service;
    private final RateLimiter limiter;
    private final Episode outage = new Episode();
    private final Episode refusals = new Episode();
    private final Episode slowness = new Episode();

    public ServiceLog(URI service, RateLimiter limiter) {
        this.service = service;
        this.limiter = limiter;
    }

    /**
     * A request was answered, or failed. The points of time are in nanoseconds of a monotonic clock.
     *
     * @param attempt which attempt of the call it was, from 1
     */
    void ended(ApiRequest request, int attempt, CallResult result, long startedAt, long now) {
        if (LOG.isDebugEnabled()) {
            debug(request, attempt, result, Duration.ofNanos(now - startedAt).toMillis());
        }
        result.failure().filter(ServiceLog::isOfService).ifPresentOrElse(problem -> failed(request, problem, now), () -> answered(now));
    }

    /** What a service that works says of a definition or of the configuration is no outage. */
    private static boolean isOfService(Problem problem) {
        return problem.category() == Problem.Category.UNAVAILABLE;
    }

    private void debug(ApiRequest request, int attempt, CallResult result, long millis) {
        String ended = result.fold(success -> Integer.toString(success.status()), Problem::message);
        LOG.debug("{} {}{} of project {}, attempt {}: {} ms, {}", request.call().verb(), service,
                request.call().target(request.address()), request.project().uid(), attempt, millis, ended);
    }

    private void failed(ApiRequest request, Problem problem, long now) {
        if (problem.status() == TOO_MANY_REQUESTS) {
            refused(now);
        } else if (outage.goesOn(now)) {
            LOG.warn("{} fails: {} {}: {}; what may be repeated is attempted again, within maxRetries and retryTimeout", service,
                    request.call().verb(), request.call().target(request.address()), problem.message());
        }
    }

    private void refused(long now) {
        if (refusals.goesOn(now)) {
            slowness.goesOn(now);
            LOG.warn("{} refuses requests as too many (429): nothing is sent for {}, then up to {} requests a second instead of {}",
                    service, Seconds.of(limiter.pause()), perSecond(limiter.rate()), perSecond(limiter.ceiling()));
        }
    }

    private void answered(long now) {
        outage.ends(now).ifPresent(time -> LOG.info("{} answers again, after {}", service, Seconds.of(time)));
        refusals.ends(now).ifPresent(time -> LOG.info("{} accepts requests again, after {}; at present up to {} a second", service,
                Seconds.of(time), perSecond(limiter.rate())));
        if (slowness.isOpen() && limiter.rate() >= FULL * limiter.ceiling()) {
            slowness.ends(now).ifPresent(time -> LOG.info("Up to {} requests a second go to {} again, after {}",
                    perSecond(limiter.rate()), service, Seconds.of(time)));
        }
    }

    private static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%.1f", rate);
    }
}
