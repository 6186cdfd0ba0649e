// SPDX-License-Identifier: Apache-2.0

/** What is kept to be used again, within bounds. */
@NullMarked
package io.github.camelpersonalize.cache;

import org.jspecify.annotations.NullMarked;
