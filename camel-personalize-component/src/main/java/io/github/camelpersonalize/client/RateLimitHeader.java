// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.Optional;
import java.util.regex.Pattern;

import io.github.camelpersonalize.transport.Response;

/** {@code X-RateLimit-Limit}: how many requests a second the service allows, where services and gateways say so. */
final class RateLimitHeader {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private RateLimitHeader() {}

    static Optional<Double> perSecond(Response response) {
        return Optional.ofNullable(response.header("x-ratelimit-limit")).map(String::strip).filter(NUMBER.asMatchPredicate())
                .map(Double::valueOf);
    }
}
