// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import io.github.camelpersonalize.api.Dialect;

/**
 * The rules by which definitions are inferred from a stream.
 *
 * @param dialect of the project, which decides what members the definitions have
 * @param attributes the rules for traits
 * @param events the rules for the names in {@code track}
 * @param flattens whether the members of a trait that is an object become attributes; otherwise such a trait is ignored
 * @param pages whether {@code page} and {@code screen} become events
 */
public record SegmentRules(Dialect dialect, InferenceRules attributes, InferenceRules events, boolean flattens, boolean pages) {}
