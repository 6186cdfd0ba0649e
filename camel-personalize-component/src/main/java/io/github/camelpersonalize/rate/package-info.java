// SPDX-License-Identifier: Apache-2.0

/** The rate limit of an organization. */
@NullMarked
package io.github.camelpersonalize.rate;

import org.jspecify.annotations.NullMarked;
