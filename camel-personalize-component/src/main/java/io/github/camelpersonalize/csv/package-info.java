// SPDX-License-Identifier: Apache-2.0

/** The data format that makes a batch of a CSV file. */
@NullMarked
package io.github.camelpersonalize.csv;

import org.jspecify.annotations.NullMarked;
