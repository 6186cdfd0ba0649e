// SPDX-License-Identifier: Apache-2.0

/** What a consumer has seen of a project, and what has changed since. */
@NullMarked
package io.github.camelpersonalize.change;

import org.jspecify.annotations.NullMarked;
