// SPDX-License-Identifier: Apache-2.0

/** Untrusted text made fit to show. */
@NullMarked
package io.github.camelpersonalize.text;

import org.jspecify.annotations.NullMarked;
