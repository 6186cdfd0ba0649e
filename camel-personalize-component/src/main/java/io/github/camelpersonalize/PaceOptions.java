// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.rate.Pace;

/** The options of the rate, checked. */
record PaceOptions(PersonalizeConfiguration options, OptionErrors errors) {

    /**
     * How fast requests may be sent.
     *
     * @throws IllegalArgumentException when an option is wrong; the message names it and says what it may be
     */
    Pace pace() {
        double most = options.getRequestsPerSecond();
        if (!(most > 0 && Double.isFinite(most))) {
            throw errors.wrong("the option requestsPerSecond must be more than 0; it is " + most);
        }
        Double start = options.getInitialRequestsPerSecond();
        return start == null ? Pace.of(most) : new Pace(most, start(start, most));
    }

    private double start(double start, double most) {
        if (!(start > 0 && start <= most)) {
            throw errors.wrong("the option initialRequestsPerSecond must be more than 0, and not more than requestsPerSecond ("
                    + most + "), but is " + start);
        }
        return start;
    }
}
