// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

/**
 * How definitions of one kind are made.
 *
 * @param keys how their keys are made
 * @param names which names count
 * @param most how many there may be
 * @param mostOption what users call that bound
 */
public record InferenceRules(KeyStyle keys, NameFilter names, int most, String mostOption) {}
