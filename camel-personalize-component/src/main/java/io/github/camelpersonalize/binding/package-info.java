// SPDX-License-Identifier: Apache-2.0

/** What messages of Camel ask for, and what is written into them. */
@NullMarked
package io.github.camelpersonalize.binding;

import org.jspecify.annotations.NullMarked;
