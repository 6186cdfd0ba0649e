// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Nodes that know nothing of each other send to one server, each through a limiter of its own and as fast as that lets them, in virtual
 * time. A request takes 50 to 150 ms, half of it on the way to the server. What the server refuses goes back to the node's backlog, which
 * never ends, and so takes another permit.
 */
final class Simulation {

    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final double CEILING = 9.5;

    private final VirtualTime time = new VirtualTime();
    private final ServerLimit.Counter server;
    private final Optional<Duration> retryAfter;
    private final RandomGenerator random;
    private int allowed;
    private int refused;

    private Simulation(ServerLimit limit, Optional<Duration> retryAfter, RandomGenerator random) {
        this.server = limit.start();
        this.retryAfter = retryAfter;
        this.random = random;
    }

    static Usage run(ServerLimit limit, Optional<Duration> retryAfter, int nodes, RandomGenerator random) {
        Simulation simulation = new Simulation(limit, retryAfter, random);
        for (int node = 0; node < nodes; node++) {
            RateLimiter limiter = new RateLimiter(Pace.of(CEILING), simulation.time, random);
            simulation.time.after(Duration.ofMillis(random.nextInt(1000)), () -> simulation.send(limiter));
        }
        simulation.time.pass(LENGTH);
        return new Usage(simulation.allowed, simulation.refused, LENGTH);
    }

    /** What the first of the line does: takes the permit, or asks again later. */
    private void send(RateLimiter limiter) {
        Duration wait = limiter.take();
        if (wait.isZero()) {
            Duration halfway = Duration.ofNanos(random.nextLong(25_000_000L, 75_000_000L));
            time.after(halfway, () -> arrive(limiter, halfway));
        }
        time.after(wait, () -> send(limiter));
    }

    private void arrive(RateLimiter limiter, Duration wayBack) {
        if (server.allows(time.nanoTime())) {
            allowed++;
        } else {
            refused++;
            time.after(wayBack, () -> limiter.refused(retryAfter));
        }
    }
}
