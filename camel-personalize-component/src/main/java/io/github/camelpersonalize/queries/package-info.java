// SPDX-License-Identifier: Apache-2.0

/** What is asked for by a query: filtered lists, pages, analytics. */
@NullMarked
package io.github.camelpersonalize.queries;

import org.jspecify.annotations.NullMarked;
