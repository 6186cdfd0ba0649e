// SPDX-License-Identifier: Apache-2.0

/** What became of an operation, of one item or of many, and whose fault a failure is. */
@NullMarked
package io.github.camelpersonalize.outcome;

import org.jspecify.annotations.NullMarked;
