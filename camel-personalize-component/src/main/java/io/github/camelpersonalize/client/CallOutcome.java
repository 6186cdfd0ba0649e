// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

/** How a call ended, in as few words as a meter may tell apart. The constants are spelled as dashboards show them. */
public enum CallOutcome {

    /** The service did it. */
    success,
    /** The service refused the definition. */
    rejected,
    /** The service or the way to it failed. */
    unavailable,
    /** The service refused the credential. */
    unauthorized;

    static CallOutcome of(CallResult reply) {
        return reply.fold(answer -> success, CallOutcome::of);
    }

    /** How a call ended that had this problem. */
    public static CallOutcome of(Problem problem) {
        return switch (problem.category()) {
            case REJECTED -> rejected;
            case UNAVAILABLE -> unavailable;
            case UNAUTHORIZED -> unauthorized;
        };
    }

    /** Whether it tells that no other call will succeed either. A definition that was refused is a sign of the service's health. */
    boolean meansOutage() {
        return switch (this) {
            case success, rejected -> false;
            case unavailable, unauthorized -> true;
        };
    }
}
