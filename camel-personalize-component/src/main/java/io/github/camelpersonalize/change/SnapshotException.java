// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import org.jspecify.annotations.Nullable;

/** A text is no snapshot that can be used. The message says why, as in "it is cut off or damaged". */
final class SnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnapshotException(@Nullable String message) {
        super(message);
    }
}
