// SPDX-License-Identifier: Apache-2.0

/** The Camel component: options, endpoints, producers and consumers, and what they throw. */
@NullMarked
package io.github.camelpersonalize;

import org.jspecify.annotations.NullMarked;
