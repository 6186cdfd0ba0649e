// SPDX-License-Identifier: Apache-2.0

/** Calls of the service: sent, retried where that is safe, and their responses read. */
@NullMarked
package io.github.camelpersonalize.client;

import org.jspecify.annotations.NullMarked;
