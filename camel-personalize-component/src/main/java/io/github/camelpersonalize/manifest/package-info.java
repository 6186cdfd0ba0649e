// SPDX-License-Identifier: Apache-2.0

/** What a document says should exist. */
@NullMarked
package io.github.camelpersonalize.manifest;

import org.jspecify.annotations.NullMarked;
