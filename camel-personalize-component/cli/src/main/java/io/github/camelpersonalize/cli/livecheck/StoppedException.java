// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

/** The run cannot go on: the process is asked to end, or the credential is refused. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException(String message) {
        super(message);
    }
}
