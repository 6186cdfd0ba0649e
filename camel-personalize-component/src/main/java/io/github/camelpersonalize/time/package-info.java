// SPDX-License-Identifier: Apache-2.0

/** The clock, and the signal that ends work. */
@NullMarked
package io.github.camelpersonalize.time;

import org.jspecify.annotations.NullMarked;
