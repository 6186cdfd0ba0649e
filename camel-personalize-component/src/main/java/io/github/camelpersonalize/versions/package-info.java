// SPDX-License-Identifier: Apache-2.0

/** The versions of a definition: written, activated, paused. */
@NullMarked
package io.github.camelpersonalize.versions;

import org.jspecify.annotations.NullMarked;
