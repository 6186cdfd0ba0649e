// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.stream.Stream;

/** The uids of what experiences can refer to; empty where it could not be made. */
record Made(String attribute, String event, String eventKey, String audience, String secondAudience) {

    /** Whether experiences can be tried. */
    boolean isComplete() {
        return Stream.of(attribute, event, audience, secondAudience).noneMatch(String::isEmpty);
    }
}
