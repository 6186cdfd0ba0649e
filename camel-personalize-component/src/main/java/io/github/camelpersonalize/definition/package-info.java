// SPDX-License-Identifier: Apache-2.0

/** What a definition is made of: its keys, its texts, its parts, and what makes it valid. */
@NullMarked
package io.github.camelpersonalize.definition;

import org.jspecify.annotations.NullMarked;
