// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.github.camelpersonalize.emulator.live.LiveOptions;

/**
 * How an emulator is set up. Start from {@link #defaults()} and change what matters: {@code EmulatorOptions.defaults().port(8181).rateLimit(0)}.
 *
 * @param port
 *            where it listens; 0 for any free port
 * @param bindAddress
 *            the address it listens on, by default the loopback only
 * @param authtokens
 *            accepted in the header {@code authtoken}
 * @param accessTokens
 *            accepted as bearer tokens
 * @param rateLimit
 *            requests a second for the whole organisation; 0 for no limit
 * @param retryAfter
 *            the header of that name in answers with status 429, none to leave it out
 * @param strictProjects
 *            true when only seeded projects exist, false when a project comes into being by being used
 * @param clock
 *            what the service takes for the time
 * @param uids
 *            gives each new object its uid
 * @param personality
 *            how the service answers
 * @param live
 *            the switches of {@link Personality#LIVE}; another personality does not look at them
 */
public record EmulatorOptions(int port, String bindAddress, Set<String> authtokens, Set<String> accessTokens, int rateLimit,
        Optional<String> retryAfter, boolean strictProjects, Clock clock, Supplier<String> uids, Personality personality,
        LiveOptions live) {

    /** The authtoken that is accepted when no other is set. */
    public static final String AUTHTOKEN = "emulator-authtoken";
    /** The access token that is accepted when no other is set. */
    public static final String ACCESS_TOKEN = "emulator-access-token";

    /** Checks the values. */
    public EmulatorOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be between 0 and 65535: " + port);
        }
        if (rateLimit < 0) {
            throw new IllegalArgumentException("rateLimit must be 0 (no limit) or more: " + rateLimit);
        }
        authtokens = Set.copyOf(authtokens);
        accessTokens = Set.copyOf(accessTokens);
    }

    /** Any free port of the loopback, ten requests a second, {@link #AUTHTOKEN} and {@link #ACCESS_TOKEN}. */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions(0, "127.0.0.1", Set.of(AUTHTOKEN), Set.of(ACCESS_TOKEN), 10, Personality.CONTRACT.retryAfter(), false,
                Clock.systemUTC(),
                randomUids(), Personality.CONTRACT, LiveOptions.defaults());
    }

    /** Listens there. */
    public EmulatorOptions port(int value) {
        return new EmulatorOptions(value, bindAddress, authtokens, accessTokens, rateLimit, retryAfter, strictProjects, clock, uids,
                personality, live);
    }

    /** Listens on that address. */
    public EmulatorOptions bindAddress(String value) {
        return new EmulatorOptions(port, value, authtokens, accessTokens, rateLimit, retryAfter, strictProjects, clock, uids, personality,
                live);
    }

    /** Accepts these authtokens and no others. */
    public EmulatorOptions authtokens(String... values) {
        return new EmulatorOptions(port, bindAddress, Set.of(values), accessTokens, rateLimit, retryAfter, strictProjects, clock, uids,
                personality, live);
    }

    /** Accepts these bearer tokens and no others. */
    public EmulatorOptions accessTokens(String... values) {
        return new EmulatorOptions(port, bindAddress, authtokens, Set.of(values), rateLimit, retryAfter, strictProjects, clock, uids,
                personality, live);
    }

    /** Answers with 429 beyond so many requests a second; 0 for never. */
    public EmulatorOptions rateLimit(int value) {
        return new EmulatorOptions(port, bindAddress, authtokens, accessTokens, value, retryAfter, strictProjects, clock, uids, personality,
                live);
    }

    /** Says this in the header {@code Retry-After} of an answer with 429. */
    public EmulatorOptions retryAfter(String value) {
        return new EmulatorOptions(port, bindAddress, authtokens, accessTokens, rateLimit, Optional.of(value), strictProjects, clock, uids,
                personality, live);
    }

    /** Sends no header {@code Retry-After}. */
    public EmulatorOptions withoutRetryAfter() {
        return new EmulatorOptions(port, bindAddress, authtokens, accessTokens, rateLimit, Optional.empty(), strictProjects, clock, uids,
                personality, live);
    }

    /** Knows only projects that were seeded. */
    public EmulatorOptions strictProjects(boolean value) {
        return new EmulatorOptions(port, bindAddress, authtokens, accessTokens, rateLimit, retryAfter, value, clock, uids, personality,
                live);
    }

    /** Takes the time from there. */
    public EmulatorOptions clock(Clock value) {
        return new EmulatorOptions(port, bindAddress, authtokens, accessTokens, rateLimit, retryAfter, strictProjects, value, uids,
                personality, live);
    }

    /** Takes new uids from there; the service's own are 24 hexadecimal digits. */
    public EmulatorOptions uids(Supplier<String> value) {
        return new EmulatorOptions(port, bindAddress, authtokens, accessTokens, rateLimit, retryAfter, strictProjects, clock, value,
                personality, live);
    }

    /** Answers in this way. The header {@code Retry-After} goes back to what is usual there: {@code 1} for the contract, none for the live service. */
    public EmulatorOptions personality(Personality value) {
        return new EmulatorOptions(port, bindAddress, authtokens, accessTokens, rateLimit, value.retryAfter(), strictProjects, clock, uids,
                value,
                live);
    }

    /** Answers like {@link Personality#LIVE}, with these switches; what {@link #personality} says of {@code Retry-After} is so here, too. */
    public EmulatorOptions live(LiveOptions value) {
        return new EmulatorOptions(port, bindAddress, authtokens, accessTokens, rateLimit, Personality.LIVE.retryAfter(), strictProjects,
                clock,
                uids, Personality.LIVE, value);
    }

    private static Supplier<String> randomUids() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[12];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
