// SPDX-License-Identifier: Apache-2.0

/** Text that outlives a restart. */
@NullMarked
package io.github.camelpersonalize.state;

import org.jspecify.annotations.NullMarked;
