// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

/**
 * What a stream of messages implies.
 *
 * @param attributes how traits become attributes
 * @param events how the names of {@code track} become events
 * @param flattens whether the members of a trait that is an object become attributes, or nothing of it does
 * @param pages whether {@code page} and {@code screen} become events
 */
public record SegmentRules(InferenceRules attributes, InferenceRules events, boolean flattens, boolean pages) {}
