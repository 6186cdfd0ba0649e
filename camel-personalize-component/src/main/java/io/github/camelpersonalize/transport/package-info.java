// SPDX-License-Identifier: Apache-2.0

/** HTTP requests and responses, within bounds of size and time. */
@NullMarked
package io.github.camelpersonalize.transport;

import org.jspecify.annotations.NullMarked;
