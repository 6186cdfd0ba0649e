// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;

import io.github.camelpersonalize.api.OnConflict;

/**
 * How upserts write.
 *
 * @param onConflict what to do with a definition that exists and differs
 * @param indexTtl how old a list may be that serves upserts and references
 */
public record Policy(OnConflict onConflict, Duration indexTtl) {}
