// SPDX-License-Identifier: Apache-2.0

/** Messages of the Segment spec, and the definitions that they imply. */
@NullMarked
package io.github.camelpersonalize.cdp;

import org.jspecify.annotations.NullMarked;
