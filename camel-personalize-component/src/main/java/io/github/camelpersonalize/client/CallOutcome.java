// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

/** How a call ended, in few values, as tags of meters need. The constants are spelled as dashboards show them. */
public enum CallOutcome {

    /** The service carried out the call. */
    success,
    /** The service rejected the definition. */
    rejected,
    /** The service or the way to it failed. */
    unavailable,
    /** The service does not know the address or the project, or its certificate is not trusted. */
    misconfigured,
    /** The service rejected the credential. */
    unauthorized;

    static CallOutcome of(CallResult result) {
        return result.failure().map(CallOutcome::of).orElse(success);
    }

    /** How a call with this problem ended. */
    public static CallOutcome of(Problem problem) {
        return switch (problem.category()) {
            case REJECTED, BLOCKED -> rejected;
            case UNAVAILABLE -> unavailable;
            case MISCONFIGURED -> misconfigured;
            case UNAUTHORIZED -> unauthorized;
        };
    }
}
