// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

/** What a caller must be allowed to do. */
enum Right {
    /** Nothing: everybody may. */
    NONE,
    /** {@code personalize:read}. */
    READ,
    /** {@code personalize:manage}, which includes reading. */
    MANAGE
}
