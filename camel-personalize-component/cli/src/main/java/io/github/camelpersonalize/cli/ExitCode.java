// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

/** How commands end. */
final class ExitCode {

    /** Success; nothing to do, nothing found. */
    static final int SUCCESS = 0;
    /** A wrong option, a fault in a file, a rejected request, a failure; a plan with a blocked step. */
    static final int FAILURE = 1;
    /** There are changes, differences or unused definitions. */
    static final int FOUND = 2;
    /** A plan that apply would refuse as a whole. */
    static final int REFUSED = 3;

    private ExitCode() {}
}
