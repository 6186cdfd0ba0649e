// SPDX-License-Identifier: Apache-2.0

/** A project is brought to what a manifest or a plan says: compared, planned, applied, and what was created here remembered. */
@NullMarked
package io.github.camelpersonalize.convergence;

import org.jspecify.annotations.NullMarked;
