// SPDX-License-Identifier: Apache-2.0

/** Records of a message are read, and carried out one by one or as a batch, which ends as if each had been sent on its own. */
@NullMarked
package io.github.camelpersonalize.batch;

import org.jspecify.annotations.NullMarked;
