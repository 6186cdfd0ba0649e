// SPDX-License-Identifier: Apache-2.0

/** What the endpoints of a component, or of a CamelContext, share. */
@NullMarked
package io.github.camelpersonalize.context;

import org.jspecify.annotations.NullMarked;
