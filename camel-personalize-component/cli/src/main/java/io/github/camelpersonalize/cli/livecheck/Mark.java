// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

/** How sure a point was before anybody tried it, as {@code docs/dialects.adoc} has it. */
enum Mark {
    /** Captured responses, a tool of the vendor, or two independent sources say so. */
    S,
    /** One good source says so, or two weak ones. */
    L,
    /** Nothing is claimed: what is seen is news. */
    U
}
