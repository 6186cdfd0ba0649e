// SPDX-License-Identifier: Apache-2.0

/** Documents in YAML, JSON and CSV, and where in them what stands. */
@NullMarked
package io.github.camelpersonalize.document;

import org.jspecify.annotations.NullMarked;
