// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

/** What became of a point; a later one of these outweighs an earlier one. */
enum Verdict {
    /** The point claims nothing, or could not be tried. */
    OPEN,
    /** The service did what the point says. */
    CONFIRMED,
    /** The service did something else. */
    REFUTED
}
