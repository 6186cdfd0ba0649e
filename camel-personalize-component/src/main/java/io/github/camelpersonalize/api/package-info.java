// SPDX-License-Identifier: Apache-2.0

/** The API of the service in both dialects, as data: resources, operations, paths, and what definitions are made of. */
@NullMarked
package io.github.camelpersonalize.api;

import org.jspecify.annotations.NullMarked;
