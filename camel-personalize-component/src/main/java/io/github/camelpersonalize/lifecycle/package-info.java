// SPDX-License-Identifier: Apache-2.0

/** The versions of a definition: which call comes next, so that one of them is as desired. */
@NullMarked
package io.github.camelpersonalize.lifecycle;

import org.jspecify.annotations.NullMarked;
